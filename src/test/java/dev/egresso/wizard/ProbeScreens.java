package dev.egresso.wizard;

import dev.egresso.outside.Aim;
import dev.egresso.outside.Attempt;
import dev.egresso.outside.Certificate;
import dev.egresso.outside.Exchange;
import dev.egresso.outside.Fault;
import dev.egresso.outside.Found;
import dev.egresso.outside.Hello;
import dev.egresso.outside.Judgement;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What the wizard shows of the external service, with services made up. */
final class ProbeScreens {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private ProbeScreens() {}

    static Map<String, Supplier<WizardDriver>> all(Supplier<WizardDriver> typed) {
        Map<String, Supplier<WizardDriver>> scenes = new LinkedHashMap<>();
        scenes.put("probe-waiting", () -> typed.get()
                .type("p")
                .progress(new Progress.Stepped("probe-step-resolving", "api.example.com"))
                .progress(new Progress.Stepped("probe-step-connecting", "203.0.113.7"))
                .take(new Message.Ticked(1, 9)));
        scenes.put("probe-misfit", () -> misfit(typed.get().type("p")));
        scenes.put("probe-unreached", () -> {
            WizardDriver wizard = typed.get().type("p");
            Aim aim = aim(wizard);
            Found found = Found.nothing(aim, Optional.of("HTTPS_PROXY=proxy.corp:3128"))
                    .ended(Fault.of(Fault.Kind.UNKNOWN_NAME));
            return wizard.reply(new Message.ServiceAnswered(found, Judgement.of(found, NOW)));
        });
        return scenes;
    }

    /** What the worker was sent to ask. */
    private static Aim aim(WizardDriver wizard) {
        return ((ProbeErrand) wizard.wanted(Effect.Begin.class).errand()).aim();
    }

    static WizardDriver misfit(WizardDriver wizard) {
        Aim aim = aim(wizard);
        Certificate own = new Certificate(
                "*.cdn.example.net",
                "Example CA 1",
                List.of("*.cdn.example.net", "cdn.example.net"),
                Instant.parse("2026-01-01T00:00:00Z"),
                Instant.parse("2026-12-01T00:00:00Z"));
        Hello hello = new Hello(
                "TLSv1.3", aim.sni(), List.of("h2", "http/1.1"), Optional.of("h2"), List.of(own), List.of(), false);
        Exchange moved = new Exchange(
                "GET",
                aim.url(),
                301,
                "HTTP/1.1",
                Optional.of("edge"),
                Optional.of("https://www.example.com/v1/"),
                Optional.empty());
        Exchange there = new Exchange(
                "GET",
                "https://www.example.com/v1/",
                200,
                "HTTP/1.1",
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Found found = Found.nothing(aim, Optional.empty())
                .resolved(List.of("203.0.113.7", "2001:db8::7"))
                .dialled(List.of(new Attempt("203.0.113.7", 443, Optional.empty())))
                .greeted(hello)
                .asked(List.of(moved, there));
        return wizard.reply(new Message.ServiceAnswered(found, Judgement.of(found, NOW)));
    }
}
