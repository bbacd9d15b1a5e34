package dev.egresso.wizard;

import dev.egresso.proof.ByHand;
import dev.egresso.proof.Dumps;
import dev.egresso.proof.Proof;
import dev.egresso.rollout.Pod;
import dev.egresso.rollout.Receipt;
import dev.egresso.rollout.Spoken;
import dev.egresso.rollout.Standing;
import dev.egresso.rollout.Trouble;
import dev.egresso.trace.Journey;
import dev.egresso.trace.Request;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What the wizard shows of a proof, with a pod made up. */
final class ProofScreens {
    static final Pod POD = new Pod("default", "web-7d4b9", List.of("app"), Optional.empty(), true, true);
    private static final Pod OTHER = new Pod("default", "worker-0", List.of("jobs"), Optional.empty(), true, true);

    private ProofScreens() {}

    static Map<String, Supplier<WizardDriver>> all(Supplier<WizardDriver> typed) {
        Map<String, Supplier<WizardDriver>> scenes = new LinkedHashMap<>();
        scenes.put("prove-pods", () -> pods(typed.get()));
        scenes.put(
                "prove-holds",
                () -> proved(
                        pods(typed.get()).press("Enter"),
                        "HTTP/1.1 200 OK\r\nserver: nginx\r\n" + "x-envoy-upstream-service-time: 4\r\n\r\nhello"));
        scenes.put(
                "prove-holds-not",
                () -> proved(
                        pods(typed.get()).press("Enter"),
                        "HTTP/1.1 503 Service Unavailable\r\nserver: envoy\r\n\r\nupstream connect error or "
                                + "disconnect/reset before headers. reset reason: remote connection failure"));
        scenes.put("prove-typed", () -> pods(typed.get()).type("payments/cart-0"));
        scenes.put("prove-no-pods", () -> withoutPods(typed.get()));
        scenes.put("prove-forbidden", () -> {
            WizardDriver wizard = pods(typed.get()).press("Enter");
            return forbidden(wizard);
        });
        return scenes;
    }

    static WizardDriver pods(WizardDriver wizard) {
        ClusterScreens.applied(wizard).type("v");
        return wizard.reply(new Message.PodsFound(receipt(wizard), List.of(POD, OTHER), request(wizard)));
    }

    private static Optional<Request> request(WizardDriver wizard) {
        return wizard.session().journey().map(Journey::request);
    }

    static WizardDriver forbidden(WizardDriver wizard) {
        Journey journey = wizard.session().journey().orElseThrow();
        Proof proof = begun(wizard)
                .without(Trouble.of("no-exec", "namespace", "default"))
                .byHand(new ByHand("kind-dev", POD).commands(journey, POD.container()));
        return wizard.reply(new Message.ProofFound(receipt(wizard), proof, request(wizard)));
    }

    static WizardDriver withoutPods(WizardDriver wizard) {
        ClusterScreens.applied(wizard).type("v");
        Journey journey = wizard.session().journey().orElseThrow();
        Proof proof = Proof.ofObjects(standings(wizard))
                .without(Trouble.of("no-pods", "namespace", "default"))
                .byHand(ByHand.fromAnyPod("kind-dev", "default", journey));
        return wizard.reply(new Message.ProofFound(receipt(wizard), proof, request(wizard)));
    }

    static Receipt receipt(WizardDriver wizard) {
        return ClusterScreens.receipt(wizard, Receipt.State.DONE);
    }

    static WizardDriver proved(WizardDriver wizard, String answer) {
        Proof proof = begun(wizard).withSidecar(saying(dump(wizard))).withAnswer(saying(answer));
        return wizard.reply(new Message.ProofFound(receipt(wizard), proof, request(wizard)));
    }

    private static String dump(WizardDriver wizard) {
        Journey journey = wizard.session().journey().orElseThrow();
        return Dumps.dump(
                "0.0.0.0_80",
                journey.cluster().orElseThrow(),
                journey.upstream().authority().orElseThrow(),
                journey.upstream().sni().orElseThrow());
    }

    private static Proof begun(WizardDriver wizard) {
        return Proof.ofObjects(standings(wizard))
                .from(POD, wizard.session().journey().orElseThrow());
    }

    private static List<Standing> standings(WizardDriver wizard) {
        return receipt(wizard).entries().stream()
                .map(entry -> Standing.of(entry, entry.after()))
                .toList();
    }

    private static Spoken saying(String out) {
        return new Spoken(out, "", 0, true, Optional.empty());
    }
}
