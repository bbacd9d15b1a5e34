package dev.egresso.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.mesh.FieldId;
import org.junit.jupiter.api.Test;

/** Asking the external service from the wizard: only by a key, with a way out, and with a way to the answer to change. */
class ProbingTest {
    private static WizardDriver typed() {
        return WizardDriver.opened()
                .at("external-url")
                .type("https://api.example.com/v1/")
                .at("internal-host")
                .type("webserver")
                .take(new Message.Do(Action.REVIEW));
    }

    @Test
    void it_asks_what_the_answers_would() {
        WizardDriver wizard = typed().type("p").isAt(Waiting.class);
        ProbeErrand errand = (ProbeErrand) wizard.wanted(Effect.Begin.class).errand();
        assertThat(errand.aim().host()).isEqualTo("api.example.com");
        assertThat(errand.aim().sni()).contains("api.example.com");
        assertThat(errand.aim().pinned()).containsExactly("api.example.com");
        assertThat(errand.aim().path()).isEqualTo("/v1/");
    }

    @Test
    void without_a_single_host_there_is_nobody_to_ask() {
        WizardDriver.opened()
                .take(new Message.Do(Action.PROBE))
                .says("external URL")
                .at("external-url")
                .type("https://*.example.com")
                .take(new Message.Do(Action.PROBE))
                .says("external URL");
    }

    @Test
    void enter_goes_to_the_answer_to_change() {
        WizardDriver wizard = ProbeScreens.misfit(typed().type("p")).isAt(Probed.class);
        wizard.press("Enter").isAt(FieldId.SUBJECT_ALT_NAMES.id());
        ProbeScreens.misfit(typed().type("p")).press("Down", "Down", "Enter").isAt("external-url");
        ProbeScreens.misfit(typed().type("p")).press("Esc").isAt(Review.class);
    }

    @Test
    void whoever_does_not_wait_is_not_disturbed() {
        WizardDriver wizard = typed().type("p");
        wizard.press("Esc").isAt(Review.class);
        assertThat(wizard.effects()).last().isInstanceOf(Effect.Stop.class);
    }

    @Test
    void asking_again_comes_back_to_where_one_came_from() {
        WizardDriver wizard = ProbeScreens.misfit(typed().type("p")).type("r").isAt(Waiting.class);
        ProbeScreens.misfit(wizard).press("Esc").isAt(Review.class);
    }
}
