package dev.egresso.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What takes its time never holds the page, and comes too late where nobody waits for it. */
class WaitingTest {
    private final WizardDriver wizard = WizardDriver.withPreset("blog");

    private static Message contexts() {
        return new Message.ContextsFound(Choosing.Purpose.LOOK, ClusterScreens.CONTEXTS);
    }

    @Test
    void nothing_is_asked_of_a_cluster_before_the_key_that_asks() {
        assertThat(wizard.effects()).isEmpty();
        wizard.press("Alt-L");
        assertThat(wizard.wanted(Effect.Begin.class).errand())
                .isEqualTo(new ClusterErrand.Contexts(Choosing.Purpose.LOOK));
    }

    @Test
    void time_goes_by_where_it_can_be_seen() {
        wizard.press("Alt-L").take(new Message.Ticked(1, 5));
        wizard.sees("Reading the kubeconfig", 80, 24).sees("1 s", 80, 24);
        wizard.take(new Message.Ticked(1, 9)).sees("2 s", 80, 24);
    }

    @Test
    void who_leaves_stops_the_worker_and_its_reply_is_dropped() {
        wizard.press("Alt-L", "Esc").isAt(Review.class);
        wizard.wanted(Effect.Stop.class);
        wizard.take(new Message.Ended(1, contexts())).isAt(Review.class);
    }

    @Test
    void who_goes_elsewhere_is_not_called_back() {
        wizard.press("Alt-L", "Ctrl-Y").reply(contexts()).isAt(Inspecting.class);
        assertThat(wizard.session().work().isUnderWay()).isFalse();
    }

    @Test
    void a_reply_to_an_old_errand_is_not_taken_for_that_to_a_new_one() {
        wizard.press("Alt-L", "Esc", "Alt-L");
        wizard.take(new Message.Ended(1, contexts())).isAt(Waiting.class);
        wizard.take(new Message.Ended(2, contexts())).isAt(Choosing.class);
    }

    @Test
    void leaving_the_wizard_waits_for_nobody_who_only_asks() {
        wizard.press("Alt-L", "Ctrl-C").wanted(Effect.Leave.class);
    }
}
