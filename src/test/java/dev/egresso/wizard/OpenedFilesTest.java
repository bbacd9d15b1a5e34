package dev.egresso.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.Resource;
import dev.egresso.mesh.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Files that were opened, changed in the wizard and written back. */
class OpenedFilesTest {
    private static final String BY_HAND = Resource.text("/reopen/by-hand.yaml");

    /** Beside the route, and none of its business. */
    private static final String OTHER =
            """
            ---
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata:
              name: somebody-else
            spec:
              hosts:
              - elsewhere
              http:
              - route:
                - destination:
                    host: elsewhere
            """;

    private static String text(WizardDriver wizard) {
        return wizard.session().outcome().edited().orElseThrow().texts().get("by-hand.yaml");
    }

    @Test
    void typing_an_answer_changes_its_lines_and_undo_brings_back_the_same_bytes() {
        WizardDriver wizard = OpenedScreens.of("by-hand.yaml");
        assertThat(text(wizard)).isEqualTo(BY_HAND);
        wizard.at("timeout").press("Ctrl-U").type("5s");
        assertThat(text(wizard)).isEqualTo(BY_HAND.replace("1m30s", "5s"));
        wizard.press("Alt-Z");
        assertThat(text(wizard)).isEqualTo(BY_HAND);
    }

    @Test
    void after_writing_undo_still_leads_back_to_the_file_as_it_was_opened() {
        WizardDriver wizard = OpenedScreens.of("by-hand.yaml");
        wizard.at("shape").press("Left").press("Ctrl-D").type("s").type("o");
        Effect.WriteBack back = wizard.wanted(Effect.WriteBack.class);
        assertThat(back.edited().texts().get("by-hand.yaml")).contains("portLevelSettings");
        wizard.take(new Message.WrittenBack(List.of("by-hand.yaml")));
        assertThat(wizard.session().setup().opened().orElseThrow().onDisk())
                .isEqualTo(back.edited().texts());
        wizard.press("Alt-Z");
        assertThat(text(wizard)).isEqualTo(BY_HAND);
        wizard.press("Ctrl-D").type("s").type("o");
        assertThat(wizard.wanted(Effect.WriteBack.class).opened().onDisk().get("by-hand.yaml"))
                .contains("portLevelSettings");
    }

    @Test
    void nothing_is_written_before_the_difference_was_shown() {
        WizardDriver wizard = OpenedScreens.of("by-hand.yaml");
        wizard.type("s");
        assertThat(wizard.session().view()).isInstanceOf(Review.class);
        assertThat(wizard.session().notice().orElseThrow().text()).contains("nothing to write");
        wizard.at("timeout").press("Ctrl-U").type("5s").press("Ctrl-X");
        assertThat(wizard.session().view()).isInstanceOf(Differing.class);
        wizard.press("Enter");
        assertThat(wizard.session().view()).isInstanceOf(Differing.class);
    }

    @Test
    void what_is_applied_is_the_changed_documents_of_the_route_alone() {
        WizardDriver wizard = WizardDriver.withFiles(Map.of("by-hand.yaml", BY_HAND + OTHER));
        wizard.at("timeout").press("Ctrl-U").type("5s").press("Ctrl-D");
        ClusterScreens.planned(wizard).isAt(Planned.class).type("y").isAt(Rolling.class);
        ClusterErrand.Apply apply =
                (ClusterErrand.Apply) wizard.wanted(Effect.Begin.class).errand();
        List<String> bodies = apply.plan().changes().stream()
                .map(change -> change.wanted().text())
                .toList();
        assertThat(bodies).noneMatch(body -> body.contains("somebody-else"));
        assertThat(bodies).anyMatch(body -> body.contains("- timeout: 5s # long"));
        assertThat(bodies).allSatisfy(body -> assertThat(text(wizard)).contains(body.strip()));
        assertThat(apply.opened()).contains(wizard.session().setup().opened().orElseThrow());
    }

    @Test
    void a_rehearsal_of_opened_files_is_void_once_an_answer_changes() {
        WizardDriver wizard = OpenedScreens.of("by-hand.yaml");
        wizard.at("timeout").press("Ctrl-U").type("5s").press("Ctrl-D");
        ClusterScreens.planned(wizard).press("Alt-Z").sees("so it is void", 80, 24);
    }

    /** What is known of a cluster is no answer of the files. */
    @Test
    void a_look_changes_nothing_in_opened_files() {
        WizardDriver wizard = OpenedScreens.of("by-hand.yaml");
        ClusterScreens.choosing(wizard).press("Enter").reply(new Message.Seen(ClusterScreens.sight(), "default"));
        assertThat(wizard.session().setup().surroundings().istioVersion()).isPresent();
        assertThat(text(wizard)).isEqualTo(BY_HAND);
    }

    @Test
    void what_was_refused_keeps_the_answers() {
        WizardDriver wizard = OpenedScreens.of("by-hand.yaml");
        wizard.at("timeout").press("Ctrl-U").type("5s").press("Ctrl-X").type("o");
        wizard.take(new Message.NotWrittenBack("by-hand.yaml is another one by now"));
        assertThat(text(wizard)).contains("timeout: 5s # long");
        assertThat(wizard.session().notice().orElseThrow().ink()).isEqualTo(Ink.ERROR);
    }

    @Test
    void half_a_url_leaves_holes_that_keep_the_files_from_being_written() {
        WizardDriver wizard = OpenedScreens.of("by-hand.yaml");
        wizard.at("external-url").press("Ctrl-U").press("Ctrl-X");
        assertThat(wizard.session().isComplete()).isFalse();
        assertThat(wizard.session().view()).isNotInstanceOf(Differing.class);
    }

    @Test
    void findings_and_journey_are_of_all_that_the_files_hold() {
        WizardDriver wizard = WizardDriver.withFiles(Map.of(
                "by-hand.yaml",
                BY_HAND + "---\napiVersion: v1\nkind: Service\nmetadata: {name: pay}\n"
                        + "spec: {ports: [{port: 80, name: http}], selector: {app: pay}}\n"));
        assertThat(wizard.session().concerns()).extracting(Concern::id).doesNotContain("x-int-no-service");
        assertThat(wizard.session().journey().orElseThrow().isReached()).isTrue();
        assertThat(wizard.session().preview().pane(Kind.SERVICE).lines()).isNotEmpty();
    }

    @Test
    void one_of_several_routes_is_chosen() {
        WizardDriver wizard = OpenedScreens.of("two-routes.yaml");
        assertThat(wizard.session().view()).isInstanceOf(Routes.class);
        wizard.press("Down", "Enter");
        assertThat(wizard.session().setup().opened().orElseThrow().route().externalHost())
                .isEqualTo("smtp.mail.example");
    }
}
