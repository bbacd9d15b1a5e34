package dev.egresso.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.mesh.FieldId;
import dev.egresso.mesh.Inventory;
import dev.egresso.mesh.Manifest;
import dev.egresso.mesh.Surroundings;
import dev.egresso.rollout.Sight;
import dev.egresso.rollout.Trouble;
import dev.egresso.yaml.ManifestReader;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A look at a cluster, on request only: what nobody has answered adapts, and conflicts are findings before applying. */
class LookingAtAClusterTest {
    private static final String RIVAL =
            """
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata:
              name: rival
              namespace: default
            spec:
              hosts:
              - webserver
              http:
              - route:
                - destination:
                    host: elsewhere
            """;

    private static final String ENTRY =
            """
            apiVersion: networking.istio.io/v1
            kind: ServiceEntry
            metadata:
              name: theirs
              namespace: shared
            spec:
              hosts:
              - raw.githubusercontent.com
              ports:
              - number: 443
                name: tls
                protocol: TLS
              resolution: DNS
            """;

    private static Sight sight(String resources, boolean service) {
        List<Manifest> found = ManifestReader.read("live.yaml", resources).manifests();
        Surroundings seen = Surroundings.unknown()
                .withInternalService(service)
                .withInventory(new Inventory(List.of(), Optional.empty(), found));
        return new Sight(ClusterScreens.DEV, List.of(), List.of(), seen, found, List.of(), List.of());
    }

    private static WizardDriver looked(WizardDriver wizard, Sight sight) {
        return ClusterScreens.choosing(wizard).press("Enter").reply(new Message.Seen(sight, "default"));
    }

    private static WizardDriver typed() {
        return WizardDriver.opened()
                .type("webserver")
                .press("Enter")
                .paste("https://raw.githubusercontent.com/a/b.txt")
                .press("Enter", "Enter");
    }

    @Test
    void a_cluster_without_istio_is_not_called_unknown() {
        Sight bare = new Sight(
                ClusterScreens.DEV,
                List.of(),
                List.of(),
                Surroundings.unknown(),
                List.of(),
                List.of(),
                List.of(Trouble.of(Sight.NO_ISTIO)));
        looked(typed(), bare)
                .sees("API         none: Istio's CRDs are not installed there", 120, 40)
                .doesNotSee("Not all could be seen", 120, 40);
    }

    @Test
    void a_service_that_is_missing_is_written_and_the_reason_shown() {
        WizardDriver wizard = looked(typed(), sight("", false)).isAt(Looked.class);
        wizard.sees("create  No Service answers to the internal host", 120, 40);
        wizard.press("Enter").isAt(Review.class).sees("Service         default/webserver", 160, 45);
    }

    @Test
    void what_was_typed_is_never_overwritten() {
        WizardDriver wizard = typed().at("internal-service");
        wizard.press("Down", "Up").press("Down").press("Ctrl-D");
        wizard.answer("internal-service", "create");
        looked(wizard, sight("", true)).sees("You said so, and it stays.", 120, 40);
        wizard.answer("internal-service", "create");
    }

    @Test
    void a_resource_of_the_cluster_that_wants_the_same_host_is_a_finding() {
        WizardDriver wizard = typed();
        assertThat(wizard.session().concerns()).extracting(Concern::id).doesNotContain("x-vs-host-conflict");
        looked(wizard, sight(RIVAL, true));
        assertThat(wizard.session().concerns())
                .filteredOn(concern -> concern.id().equals("x-vs-host-conflict"))
                .singleElement()
                .satisfies(concern -> assertThat(
                                concern.line().map(Object::toString).orElse(""))
                        .startsWith("VirtualService/spec.hosts"));
        wizard.press("Enter").type("f").sees("x-vs-host-conflict", 80, 24);
    }

    @Test
    void what_is_wrong_in_the_cluster_without_us_is_not_our_business() {
        WizardDriver wizard = typed();
        List<String> before =
                wizard.session().concerns().stream().map(Concern::id).toList();
        looked(
                wizard,
                sight(
                        RIVAL.replace("webserver", "unrelated").replace("- route:", "- timeout: never\n    route:"),
                        true));
        assertThat(wizard.session().concerns()).extracting(Concern::id).isSubsetOf(before);
    }

    @Test
    void an_entry_for_the_host_is_used_and_none_is_written_beside_it() {
        WizardDriver wizard = looked(typed(), sight(ENTRY, true));
        wizard.sees("reuse  ServiceEntry shared/theirs registers the host already", 120, 40);
        assertThat(wizard.session().wanted()).noneMatch(wanted -> wanted.text().contains("kind: ServiceEntry"));
        assertThat(wizard.session().journey())
                .as("the way leads through theirs")
                .hasValueSatisfying(way -> assertThat(way.isReached()).isTrue());
        wizard.press("Enter", "Ctrl-O").at("service-entry").press("Left");
        wizard.answer("service-entry", "create");
        assertThat(wizard.session().concerns()).extracting(Concern::id).contains("x-se-host-conflict");
    }

    @Test
    void the_namespace_that_is_chosen_is_looked_at() {
        WizardDriver wizard = looked(typed(), sight("", true)).type("n");
        wizard.reply(new Message.NamespacesFound(Choosing.Purpose.LOOK, List.of("default", "shop")));
        wizard.type("sh").press("Enter");
        ClusterErrand.Look look =
                (ClusterErrand.Look) wizard.wanted(Effect.Begin.class).errand();
        assertThat(look.namespace()).isEqualTo("shop");
        wizard.answer(FieldId.NAMESPACE.id(), "shop");
    }
}
