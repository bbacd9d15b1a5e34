package dev.egresso.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.mesh.Kind;
import org.junit.jupiter.api.Test;

/** A question mark explains the line in focus, wherever letters are not typed. */
class ExplainingTest {
    @Test
    void a_line_under_the_cursor_is_explained_in_full() {
        WizardDriver wizard = WizardDriver.withPreset("blog").at("external-url").press("Ctrl-Y");
        Inspecting walk = (Inspecting) wizard.session().view();
        String pattern = walk.line(wizard.session()).orElseThrow().path().pattern();
        wizard.type("?").isAt(Explaining.class).sees(pattern, 80, 24).sees("Type", 80, 24);
        wizard.press("Esc").isAt(Inspecting.class);
        assertThat(wizard.session().view()).isEqualTo(walk);
        wizard.type("?").type("?").isAt(Inspecting.class);
    }

    @Test
    void at_a_choice_the_first_line_that_it_feeds_is_explained() {
        WizardDriver.withPreset("blog")
                .at("protocol")
                .type("?")
                .isAt(Explaining.class)
                .press("Enter")
                .isAt("protocol");
        WizardDriver.withPreset("blog").at("resolution").type("?").sees("ServiceEntry/spec.resolution", 120, 40);
    }

    @Test
    void in_a_text_it_is_typed_and_help_explains_by_name() {
        WizardDriver wizard =
                WizardDriver.withPreset("blog").at("internal-host").type("?");
        wizard.answer("internal-host", "webserver?");
        wizard.press("Backspace", "Ctrl-G").type("explain").press("Enter").isAt(Explaining.class);
    }

    @Test
    void a_question_that_no_line_follows_from_says_so() {
        WizardDriver.opened()
                .press("Ctrl-D", "Ctrl-G")
                .type("explain")
                .press("Enter")
                .says("No line of the resources");
    }

    @Test
    void it_scrolls_to_its_end_and_no_further() {
        WizardDriver wizard = WizardDriver.withPreset("blog")
                .take(new Message.Visit(new Explaining("VirtualService/spec.http[]", 0, new Review())));
        wizard.sees("VirtualService/spec.http[]", 80, 24);
        wizard.press("PgDn", "PgDn", "PgDn", "PgDn", "PgDn").sees("timeout", 80, 24);
        String end = wizard.text(80, 24);
        assertThat(wizard.press("Down").text(80, 24)).isEqualTo(end);
        wizard.press("Home").sees("VirtualService/spec.http[]", 80, 24);
    }

    @Test
    void every_line_of_every_kind_has_something_to_read() {
        WizardDriver wizard = WizardDriver.withPreset("blog");
        for (Kind kind : wizard.session().preview().written()) {
            wizard.session().preview().pane(kind).lines().forEach(line -> assertThat(
                            new Explaining(line.path().pattern(), 0, new Review()).rows(wizard.session(), 80))
                    .as(line.path().toString())
                    .hasSizeGreaterThan(3));
        }
    }
}
