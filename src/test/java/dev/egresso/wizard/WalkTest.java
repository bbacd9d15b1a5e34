package dev.egresso.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.mesh.Kind;
import dev.egresso.yaml.Line;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Walking the YAML line by line: what it means, where it came from, what stands there too. */
class WalkTest {
    private static WizardDriver walking(String field) {
        return WizardDriver.withPreset("blog").at(field).press("Ctrl-Y").isAt(Inspecting.class);
    }

    private static Inspecting view(WizardDriver wizard) {
        return (Inspecting) wizard.session().view();
    }

    private static Line line(WizardDriver wizard) {
        return view(wizard).line(wizard.session()).orElseThrow();
    }

    @Test
    void it_begins_at_a_line_of_the_question_and_leads_back_to_it() {
        WizardDriver wizard = walking("internal-host");
        assertThat(line(wizard).text()).contains("webserver");
        assertThat(view(wizard).kind()).isEqualTo(Kind.VIRTUAL_SERVICE);
        wizard.press("Esc").isAt("internal-host");
        walking("internal-host")
                .type("q")
                .isAt("internal-host")
                .press("Ctrl-Y", "Ctrl-Y")
                .isAt("internal-host");
    }

    @Test
    void enter_goes_to_the_question_that_set_the_line() {
        WizardDriver wizard = walking("internal-host");
        find(wizard, "name: github").press("Enter").isAt("name").isAt(MoreQuestions.class);
    }

    @Test
    void a_line_that_nobody_chose_says_why_it_stands_there() {
        WizardDriver wizard = walking("internal-host");
        find(wizard, "managed-by").press("Enter").isAt(Inspecting.class);
        assertThat(wizard.session().notice()).isPresent();
        assertThat(wizard.session().notice().get().text()).isNotBlank();
    }

    @Test
    void the_cursor_stops_at_the_ends_and_turns_to_the_neighbours() {
        WizardDriver wizard = walking("internal-host").press("Home", "Up");
        assertThat(line(wizard).text()).startsWith("apiVersion");
        wizard.press("End", "Down", "PgDn");
        Line last = line(wizard);
        wizard.type("k").type("j");
        assertThat(line(wizard)).isEqualTo(last);
        wizard.press("PgUp", "PgUp", "PgUp");
        assertThat(line(wizard).text()).startsWith("apiVersion");
        assertThat(view(wizard.press("Right")).kind()).isEqualTo(Kind.DESTINATION_RULE);
        assertThat(view(wizard.press("Right")).kind()).isEqualTo(Kind.SERVICE_ENTRY);
        assertThat(view(wizard.type("h")).kind()).isEqualTo(Kind.DESTINATION_RULE);
        assertThat(view(wizard.type("l").press("Shift-Tab", "Tab")).kind()).isEqualTo(Kind.SERVICE_ENTRY);
    }

    @Test
    void what_is_looked_for_is_found_in_all_resources_and_round_the_end() {
        WizardDriver wizard = walking("internal-host").press("Home");
        find(wizard, "RAW.GITHUB");
        assertThat(line(wizard).text()).contains("authority: raw.githubusercontent.com");
        wizard.type("n");
        assertThat(line(wizard).text()).contains("host: raw.githubusercontent.com");
        wizard.type("n");
        assertThat(view(wizard).kind()).isEqualTo(Kind.DESTINATION_RULE);
        wizard.type("n");
        assertThat(view(wizard).kind()).isEqualTo(Kind.SERVICE_ENTRY);
        wizard.type("n");
        assertThat(line(wizard).text()).contains("authority");
    }

    @Test
    void what_stands_nowhere_is_said_and_the_cursor_stays() {
        WizardDriver wizard = walking("internal-host");
        Line before = line(wizard);
        find(wizard, "nowhere").says("nowhere stands in none");
        assertThat(line(wizard)).isEqualTo(before);
        wizard.type("/")
                .type("x")
                .press("Backspace", "Backspace", "Esc")
                .isAt(Inspecting.class)
                .type("n")
                .says("/");
    }

    @Test
    void the_same_answer_is_echoed_in_the_other_resources() {
        WizardDriver wizard = walking("internal-host");
        find(wizard, "host: raw");
        assertThat(wizard.text(160, 45))
                .contains("=   - raw.githubusercontent.com")
                .contains("=   host: raw.github");
    }

    @Test
    void a_line_is_explained_with_why_and_what_breaks() {
        WizardDriver wizard = walking("internal-host");
        find(wizard, "mode: SIMPLE")
                .sees("What breaks", 120, 40)
                .sees("Why this value here", 120, 40)
                .sees("Set by", 120, 40);
    }

    @Test
    void the_yaml_is_copied_whole_and_as_it_is() {
        WizardDriver wizard = walking("internal-host").type("c");
        assertThat(wizard.wanted(Effect.Copy.class).text())
                .contains("kind: ServiceEntry", "---", "kind: VirtualService", "kind: DestinationRule")
                .contains("uri: /mcasperson/NodejsProxy/master/externalservice1.txt");
    }

    @Test
    void half_a_form_can_be_walked_but_not_copied() {
        WizardDriver wizard =
                WizardDriver.opened().press("Ctrl-Y").isAt(Inspecting.class).press("Down", "Right", "End");
        wizard.type("c").says("Still open");
        assertThat(wizard.effects()).isEmpty();
    }

    private static WizardDriver find(WizardDriver wizard, String text) {
        return wizard.type("/").type(text).press("Enter");
    }

    @Test
    void a_click_on_a_line_walks_to_that_line_at_any_size() {
        for (int[] size : new int[][] {{80, 24}, {120, 40}, {200, 60}}) {
            WizardDriver wizard = WizardDriver.withPreset("blog");
            List<String> rows = wizard.text(size[0], size[1]).lines().toList();
            int row = 0;
            while (!rows.get(row).startsWith("  kind: ServiceEntry")) {
                row++;
            }
            wizard.take(wizard.page(size[0], size[1]).at(4, row).orElseThrow());
            Inspecting walk =
                    (Inspecting) wizard.isAt(Inspecting.class).session().view();
            assertThat(walk.kind()).isEqualTo(Kind.SERVICE_ENTRY);
            assertThat(walk.row()).as("the second line").isEqualTo(1);
        }
    }
}
