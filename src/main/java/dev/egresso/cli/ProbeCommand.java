package dev.egresso.cli;

import dev.egresso.mesh.Answers;
import dev.egresso.mesh.Draft;
import dev.egresso.mesh.FieldId;
import dev.egresso.mesh.Problem;
import dev.egresso.mesh.Severity;
import dev.egresso.mesh.Surroundings;
import dev.egresso.outside.Aim;
import dev.egresso.outside.Finding;
import dev.egresso.outside.Found;
import dev.egresso.outside.Judgement;
import dev.egresso.plain.PlainText;
import dev.egresso.plain.ProbeJson;
import dev.egresso.probe.Patience;
import dev.egresso.probe.Probe;
import dev.egresso.probe.Trust;
import dev.egresso.terminal.TextWidth;
import dev.egresso.trace.Journey;
import dev.egresso.trace.Request;
import dev.egresso.trace.Trace;
import dev.egresso.trace.Upstream;
import dev.egresso.wizard.Outcome;
import dev.egresso.wizard.ProbeRows;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code egresso probe}: ask the external service itself, from this machine. */
final class ProbeCommand {
    private static final String REQUEST = "--request";
    private static final String TRUST = "--trust";
    /** As apps would call it that use an alias; what it is called does not matter. */
    private static final String SOME_HOST = "external";

    private static final int COLUMNS = 80;

    private ProbeCommand() {}

    static CommandSpec spec(CommandSpec spec, Bundled bundled) {
        spec.addPositional(PositionalParamSpec.builder()
                .index("0")
                .arity("0..1")
                .type(String.class)
                .paramLabel("URL")
                .description("The external URL, in any form that the wizard takes. Goes before --external-url.")
                .build());
        spec.addOption(Egresso.option(
                REQUEST, "TEXT", "A request of an app, led outside as the answers lead it. Default the external URL."));
        spec.addOption(Egresso.option(
                TRUST, "FILE", "PEM certificates of the authorities to trust. Default those of this JDK."));
        spec.addOption(Egresso.option("-o", "FORM", "text or json. Default text."));
        spec.addOption(Look.colorOption());
        AnswerFlags.addTo(spec, bundled);
        return spec;
    }

    static int run(ParseResult parsed, Bundled bundled) {
        World world = bundled.world();
        String form = parsed.matchedOptionValue("-o", "text");
        if (!form.equals("text") && !form.equals("json")) {
            throw new Refusal(Exit.USAGE, "-o takes text or json, not " + form + ".");
        }
        Aim aim = aim(parsed, bundled);
        Trust trust = trust(parsed.matchedOptionValue(TRUST, ""), world);
        world.say(bundled.screens().say("probe-begins", "host", aim.host(), "port", Integer.toString(aim.port())));
        Probe probe = new Probe(Patience.usual(), trust, world.environment());
        Found found = probe.of(aim, (step, about) -> {});
        List<Finding> findings = Judgement.of(found, world.clock().instant());
        world.out()
                .print(form.equals("json") ? json(found, findings, bundled) : text(found, findings, parsed, bundled));
        return exit(found, findings);
    }

    private static int exit(Found found, List<Finding> findings) {
        if (!Judgement.isReached(found)) {
            return Exit.NOT_REACHED;
        }
        return findings.stream().anyMatch(finding -> finding.severity().atLeast(Severity.WARNING))
                ? Exit.FINDINGS
                : Exit.DONE;
    }

    private static Aim aim(ParseResult parsed, Bundled bundled) {
        Answers answers = AnswerFlags.of(parsed, bundled);
        String url = parsed.matchedPositionalValue(0, "");
        answers = url.isEmpty() ? answers : answers.with(FieldId.EXTERNAL_URL, url);
        if (answers.text(FieldId.EXTERNAL_URL).filter(text -> !text.isBlank()).isEmpty()) {
            throw new Refusal(Exit.USAGE, "Which URL? For instance egresso probe https://api.example.com/v1/");
        }
        boolean named = answers.text(FieldId.INTERNAL_HOST).isPresent();
        Answers asked = named ? answers : answers.with(FieldId.INTERNAL_HOST, SOME_HOST);
        Outcome outcome = Outcome.of(asked, Surroundings.unknown());
        refuse(outcome.draft(), bundled);
        Optional<Journey> journey = parsed.hasMatchedOption(REQUEST)
                ? Optional.of(journey(parsed.matchedOptionValue(REQUEST, ""), outcome.draft()))
                : outcome.journey();
        Optional<Upstream> upstream = journey.map(Journey::upstream);
        return Aim.of(outcome.draft(), upstream, parsed.hasMatchedOption(REQUEST))
                .orElseThrow(() -> new Refusal(
                        Exit.BAD_INPUT,
                        outcome.draft()
                                        .externalUrl()
                                        .filter(read -> read.isWildcard())
                                        .isPresent()
                                ? "A wildcard has no address of its own; name one of its hosts."
                                : "A port is missing; add one to the URL."));
    }

    private static Journey journey(String text, Draft draft) {
        Request request = Request.read(text)
                .orElseThrow(() -> new Refusal(
                        Exit.USAGE, REQUEST + " takes a method and a URL, for instance \"GET http://webserver/x\"."));
        return Trace.of(draft.manifests(), Surroundings.unknown(), request);
    }

    /** What is wrong with the URL itself; the other answers may still be open. */
    private static void refuse(Draft draft, Bundled bundled) {
        List<Problem> problems = draft.problems(FieldId.EXTERNAL_URL);
        if (draft.externalUrl().isEmpty()) {
            throw new Refusal(
                    Exit.BAD_INPUT,
                    problems.stream()
                            .filter(Problem::isError)
                            .map(problem -> Sentences.of(problem, bundled))
                            .toArray(String[]::new));
        }
        problems.forEach(problem -> bundled.world().say(Sentences.of(problem, bundled)));
    }

    private static Trust trust(String name, World world) {
        if (name.isEmpty()) {
            return Trust.usual();
        }
        try {
            return Trust.of(world.file(name));
        } catch (IOException | CertificateException unusable) {
            throw new Refusal(Exit.BAD_INPUT, TRUST + ": " + name + " has no certificates that can be read (PEM).");
        }
    }

    private static String json(Found found, List<Finding> findings, Bundled bundled) {
        return ProbeJson.of(
                found, findings, finding -> bundled.screens().probes().of(finding));
    }

    private static String text(Found found, List<Finding> findings, ParseResult parsed, Bundled bundled) {
        PlainText plain = new PlainText(Look.isColoured(parsed, bundled.world()));
        StringBuilder text = new StringBuilder();
        ProbeRows.of(found, findings, bundled.screens(), TextWidth::of, COLUMNS)
                .forEach(row -> text.append(plain.of(row)).append('\n'));
        return text.toString();
    }
}
