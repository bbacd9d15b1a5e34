package dev.egresso.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.mesh.FieldId;
import org.junit.jupiter.api.Test;

/** Undo takes back what a person thinks of as one change, and the field shows it. */
class UndoTest {
    @Test
    void a_word_typed_is_one_change() {
        WizardDriver.opened()
                .type("webserver")
                .press("Alt-Z")
                .unanswered("internal-host")
                .press("Alt-Y")
                .answer("internal-host", "webserver");
    }

    @Test
    void each_answer_is_a_change_of_its_own_and_a_choice_too() {
        WizardDriver wizard = WizardDriver.opened()
                .type("webserver")
                .press("Enter")
                .type("https://a.example.com")
                .press("Enter");
        wizard.type("3").press("Alt-Z").unanswered("protocol").answer("external-url", "https://a.example.com");
        wizard.press("Alt-Z").unanswered("external-url").answer("internal-host", "webserver");
        wizard.press("Alt-Z").unanswered("internal-host").press("Alt-Z").says("Nothing to undo");
        wizard.press("Alt-Y", "Alt-Y", "Alt-Y")
                .answer("protocol", "HTTP2")
                .press("Alt-Y")
                .says("Nothing to redo");
    }

    @Test
    void coming_back_to_a_field_begins_a_new_change() {
        WizardDriver wizard =
                WizardDriver.opened().type("web").press("Tab", "Shift-Tab").type("server");
        wizard.press("Alt-Z").answer("internal-host", "web").press("Alt-Z").unanswered("internal-host");
    }

    @Test
    void the_field_in_focus_shows_what_was_brought_back_and_goes_on_from_there() {
        WizardDriver wizard = WizardDriver.opened()
                .type("webserver")
                .press("Tab", "Shift-Tab", "Ctrl-U")
                .type("api");
        wizard.press("Alt-Z").sees("▸ webserver", 80, 24).type("2").answer("internal-host", "webserver2");
        wizard.press("Alt-Y").says("Nothing to redo").answer("internal-host", "webserver2");
    }

    @Test
    void what_was_typed_and_deleted_again_does_not_stand_in_the_way() {
        WizardDriver wizard =
                WizardDriver.opened().type("web").press("Enter").type("h").press("Backspace");
        wizard.press("Alt-Z").unanswered("internal-host").press("Alt-Z").says("Nothing to undo");
        wizard.press("Alt-Y").answer("internal-host", "web");
    }

    @Test
    void ready_answers_are_one_change() {
        WizardDriver wizard =
                WizardDriver.opened().type("mine").press("Alt-P", "Enter").isAt(Review.class);
        assertThat(wizard.session().answers().text(FieldId.EXTERNAL_URL)).isPresent();
        wizard.press("Alt-Z").answer("internal-host", "mine").unanswered("external-url");
    }
}
