package dev.egresso.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.Checkout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Help, problems and ready answers: each leads somewhere and back. */
class LookingUpTest {
    private static WizardDriver typed() {
        return WizardDriver.opened().type("webserver").press("Enter").paste("https://api.example.com/v1/");
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void every_action_can_be_found_in_help_by_its_name(Action action) {
        String name = Checkout.screens().say("action-" + action.id());
        String keys = Checkout.screens().say("keys-" + action.id());
        WizardDriver wizard = typed().press("Ctrl-G").type(name);
        Help help = (Help) wizard.session().view();
        assertThat(help.entries(wizard.session()).get(0).action()).contains(action);
        wizard.sees(name, 80, 24).sees(keys.split(" ")[0], 80, 24);
    }

    @Test
    void enter_does_what_the_marked_row_of_help_says() {
        typed().press("Ctrl-G")
                .type("walk")
                .press("Enter")
                .isAt(Inspecting.class)
                .press("Esc")
                .isAt("external-url");
        typed().press("Ctrl-G").type("undo").press("Enter").isAt("external-url").unanswered("external-url");
        WizardDriver left = typed().press("Ctrl-G").type("leave").press("Enter");
        left.wanted(Effect.Leave.class);
    }

    @Test
    void help_explains_words_too_and_a_word_is_nothing_to_do() {
        WizardDriver wizard = typed().press("Ctrl-G").type("sni").sees("SNI", 80, 24);
        wizard.press("Enter").isAt(Help.class);
    }

    @Test
    void help_for_nothing_known_stays_open_and_esc_leads_back() {
        WizardDriver wizard = typed().press("Ctrl-G")
                .type("zzzz")
                .press("Enter", "Down", "PgDn", "Up")
                .isAt(Help.class);
        wizard.press("Ctrl-U")
                .type("undo")
                .press("Esc")
                .isAt("external-url")
                .answer("external-url", "https://api.example.com/v1/");
        wizard.press("Ctrl-G", "Ctrl-G").isAt("external-url");
    }

    @Test
    void a_problem_leads_to_its_question() {
        WizardDriver wizard =
                WizardDriver.opened().type("web_server").press("Ctrl-F").isAt(Problems.class);
        wizard.sees("web-server", 80, 24).press("Enter").isAt("internal-host");
        wizard.press("Ctrl-F", "Esc")
                .isAt("internal-host")
                .press("Ctrl-F")
                .type("q")
                .isAt("internal-host");
    }

    @Test
    void without_problems_that_is_what_is_said() {
        WizardDriver.opened()
                .at("external-url")
                .press("Ctrl-F")
                .sees("Nothing is wrong", 80, 24)
                .press("Down", "Enter")
                .isAt("external-url");
    }

    @Test
    void ready_answers_show_what_they_would_give_before_they_are_taken() {
        WizardDriver wizard = typed().press("Alt-P").isAt(Presets.class);
        int at = Checkout.presets().keySet().stream().toList().indexOf("blog");
        for (int i = 0; i < at; i++) {
            wizard.type("j");
        }
        wizard.sees("▸ blog", 80, 24).sees("name: github", 160, 45);
        wizard.answer("external-url", "https://api.example.com/v1/")
                .press("Esc")
                .isAt("external-url");
        wizard.press("Alt-P", "Alt-P").isAt("external-url");
    }

    @Test
    void ready_answers_take_the_place_of_all_others() {
        WizardDriver wizard = typed().press("Alt-P");
        int at = Checkout.presets().keySet().stream().toList().indexOf("blog");
        for (int i = 0; i < at; i++) {
            wizard.press("Down");
        }
        wizard.press("Enter").isAt(Review.class).says("blog");
        assertThat(wizard.session().answers())
                .isEqualTo(Checkout.presets().get("blog").answers());
    }
}
