package dev.egresso.wizard;

import dev.egresso.mesh.ApiVersion;
import dev.egresso.mesh.DataPlane;
import dev.egresso.mesh.InternalHost;
import dev.egresso.mesh.IstioVersion;
import dev.egresso.mesh.OutboundPolicy;
import dev.egresso.mesh.Surroundings;
import dev.egresso.rollout.ContextEntry;
import dev.egresso.rollout.Sight;
import dev.egresso.rollout.Site;
import dev.egresso.rollout.Trouble;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What the wizard shows of clusters, with clusters made up. */
final class ClusterScreens {
    static final Site DEV = new Site("kind-dev", "kind", "https://127.0.0.1:6443", "jane", true);
    static final List<ContextEntry> CONTEXTS = List.of(
            new ContextEntry("prod-eu", "eu", "https://eu.example.com:6443", "jane", "shop", false),
            new ContextEntry("kind-dev", "kind", "https://127.0.0.1:6443", "jane", "", true));

    private ClusterScreens() {}

    static Map<String, Supplier<WizardDriver>> all(Supplier<WizardDriver> typed) {
        Map<String, Supplier<WizardDriver>> scenes = new LinkedHashMap<>();
        scenes.put("cluster-waiting", () -> typed.get().type("l").take(new Message.Ticked(1, 13)));
        scenes.put("cluster-choosing", () -> choosing(typed.get()));
        scenes.put("cluster-choosing-production", () -> choosing(typed.get()).press("Down"));
        scenes.put(
                "cluster-looked",
                () -> choosing(typed.get()).press("Enter").reply(new Message.Seen(sight(), "default")));
        scenes.put("cluster-hindered", () -> hindered(choosing(typed.get()).press("Enter")));
        return scenes;
    }

    static WizardDriver choosing(WizardDriver wizard) {
        return wizard.type("l").reply(new Message.ContextsFound(Choosing.Purpose.LOOK, CONTEXTS));
    }

    static WizardDriver hindered(WizardDriver wizard) {
        return wizard.reply(new Message.ClusterRefused(
                Trouble.of("unreachable", "server", "https://127.0.0.1:6443"),
                new ClusterErrand.Look(Optional.of("kind-dev"), "default", Optional.of(new InternalHost("webserver"))),
                Optional.empty()));
    }

    static Sight sight() {
        Surroundings surroundings = Surroundings.unknown()
                .withIstioVersion(new IstioVersion(1, 20))
                .withDataPlane(DataPlane.SIDECAR)
                .withOutboundPolicy(OutboundPolicy.REGISTRY_ONLY)
                .withDnsCapture(false)
                .withInternalService(false);
        return new Sight(
                DEV,
                List.of("default", "shop"),
                List.of(ApiVersion.V1BETA1, ApiVersion.V1ALPHA3),
                surroundings,
                List.of(),
                List.of("delete services"),
                List.of(Trouble.of(
                        "forbidden",
                        "user",
                        "jane",
                        "verb",
                        "list",
                        "resource",
                        "virtualservices",
                        "namespace",
                        "default")));
    }
}
