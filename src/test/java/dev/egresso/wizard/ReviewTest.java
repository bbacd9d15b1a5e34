package dev.egresso.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.rollout.HandOver;
import dev.egresso.rollout.Outcome;
import dev.egresso.rollout.Receipt;
import dev.egresso.rollout.Trouble;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** At the end saving and applying weigh the same, what is known of a cluster is said, and nothing that was done is lost. */
class ReviewTest {
    private static WizardDriver typed() {
        return WizardDriver.opened()
                .type("webserver")
                .press("Enter")
                .paste("https://api.example.com/v1/")
                .press("Enter", "Enter");
    }

    private static List<String> rows(WizardDriver wizard, int columns, int rows) {
        return wizard.text(columns, rows).lines().toList();
    }

    @Test
    void from_120_columns_on_saving_and_applying_stand_side_by_side() {
        for (int[] size : new int[][] {{120, 32}, {120, 40}, {160, 45}, {200, 60}}) {
            assertThat(rows(typed(), size[0], size[1]))
                    .anyMatch(row -> row.matches(".*Save as files +press s +│ +Apply to a cluster +press a"))
                    .anyMatch(row -> row.contains("./webserver-egress.yaml") && row.contains("context"))
                    .anyMatch(row -> row.contains("Findings   0 errors, 1 warning"));
        }
    }

    @Test
    void both_sides_are_equally_wide() {
        String head = rows(typed(), 120, 40).stream()
                .filter(row -> row.contains("Save as files"))
                .findFirst()
                .orElseThrow();
        int bar = head.indexOf('│');
        assertThat(head.indexOf("Save")).isEqualTo(2);
        assertThat(head.substring(0, bar).strip())
                .hasSameSizeAs(head.substring(bar + 1).strip());
    }

    @Test
    void below_that_one_stands_above_the_other() {
        typed().sees("s  saves to  ./webserver-egress.yaml, one file", 80, 24)
                .sees("a  applies to a cluster, after a rehearsal", 80, 24);
    }

    @Test
    void nothing_is_asked_of_a_cluster_for_it() {
        WizardDriver wizard = typed().sees("none is chosen yet", 120, 40).sees("not known yet", 120, 40);
        assertThat(wizard.effects()).isEmpty();
    }

    @Test
    void what_was_looked_at_is_said_as_far_as_it_was_seen() {
        WizardDriver wizard = ClusterScreens.choosing(typed())
                .press("Enter")
                .reply(new Message.Seen(ClusterScreens.sight(), "default"))
                .press("Enter")
                .isAt(Review.class);
        assertThat(rows(wizard, 160, 45))
                .anyMatch(row -> row.contains("context   kind-dev, https://127.0.0.1:6443"))
                .anyMatch(row -> row.contains("1.20, serves v1beta1, v1alpha3"))
                .anyMatch(row -> row.contains("missing: delete services"))
                .anyMatch(row -> row.matches(".*create +ServiceEntry .*"))
                .as("VirtualServices may not be listed")
                .anyMatch(row -> row.matches(".*unknown +VirtualService .*"));
    }

    @Test
    void what_was_rehearsed_is_said_until_the_answers_change_and_one_key_asks_again() {
        WizardDriver wizard = ClusterScreens.planned(typed()).press("Esc").isAt(Review.class);
        wizard.sees("as the server rehearsed it", 120, 40).at("path").press("Down", "Ctrl-D");
        wizard.sees("the answers have changed since the rehearsal", 160, 45)
                .doesNotSee("as the server rehearsed it", 120, 40)
                .type("d");
        ClusterErrand.Rehearse again =
                (ClusterErrand.Rehearse) wizard.wanted(Effect.Begin.class).errand();
        assertThat(again.context()).isEqualTo("kind-dev");
        assertThat(again.wanted()).isEqualTo(wizard.session().wanted());
    }

    @Test
    void what_is_known_of_one_cluster_is_not_said_of_another() {
        WizardDriver wizard = ClusterScreens.planned(typed()).press("Esc").type("l");
        wizard.reply(new Message.ContextsFound(Choosing.Purpose.LOOK, ClusterScreens.CONTEXTS))
                .press("Down", "Enter", "Esc");
        wizard.sees("prod-eu looks like production", 120, 40).doesNotSee("as the server rehearsed it", 120, 40);
    }

    @Test
    void without_a_context_the_differences_ask_for_one_first() {
        WizardDriver wizard = typed().type("d");
        assertThat(wizard.wanted(Effect.Begin.class).errand())
                .isEqualTo(new ClusterErrand.Contexts(Choosing.Purpose.APPLY));
    }

    @Test
    void what_is_under_way_stays_in_sight_and_one_key_leads_back_to_it() {
        WizardDriver wizard =
                ClusterScreens.planned(typed()).type("y").press("Ctrl-D").isAt(Review.class);
        wizard.sees("Applying to kind-dev", 120, 40)
                .sees("to come", 120, 40)
                .sees("Applying to kind-dev", 80, 24)
                .sees("g shows it", 80, 24)
                .type("g")
                .isAt(Rolling.class);
        Receipt receipt = ClusterScreens.receipt(wizard, Receipt.State.DONE);
        wizard.press("Ctrl-D")
                .reply(new Message.Rolled(Outcome.done(receipt), List.of(), HandOver.NONE, List.of(), "here"));
        wizard.isAt(RolledOut.class).press("Esc").isAt(Review.class);
    }

    @Test
    void one_key_leads_back_to_what_was_applied_with_its_undo_and_its_proof() {
        WizardDriver wizard = ProofScreens.proved(
                ProofScreens.pods(typed()).press("Enter"),
                "HTTP/1.1 200 OK\r\nx-envoy-upstream-service-time: 4\r\n\r\n");
        wizard.press("Ctrl-D").sees("A request from default/web-7d4b9. All 6 parts are", 120, 40);
        wizard.at("path").press("Ctrl-D").type("g").isAt(RolledOut.class);
        wizard.sees("Applied to kind-dev, and read again", 80, 24).sees("All 6 parts are as foretold", 80, 24);
        wizard.type("u");
        assertThat(wizard.wanted(Effect.Begin.class).errand()).isInstanceOf(ClusterErrand.Foresee.class);
        wizard.press("Esc")
                .isAt(Review.class)
                .type("g")
                .isAt(RolledOut.class)
                .press("Esc")
                .isAt(Review.class);
    }

    @Test
    void it_is_said_when_the_answers_are_others_than_those_that_were_applied() {
        WizardDriver wizard = ClusterScreens.applied(typed()).at("path").press("Down", "Ctrl-D");
        wizard.sees("Applied to kind-dev, with other answers", 120, 40)
                .sees("Applied to kind-dev, with other answers", 80, 24)
                .type("g")
                .isAt(RolledOut.class);
    }

    @Test
    void where_nothing_was_done_that_is_said() {
        typed().type("g").isAt(Review.class).says("Nothing was done to a cluster");
    }

    @Test
    void what_could_not_even_be_begun_is_not_under_way() {
        WizardDriver wizard = ClusterScreens.planned(typed()).type("y");
        ClusterErrand apply = (ClusterErrand) wizard.wanted(Effect.Begin.class).errand();
        wizard.reply(new Message.ClusterRefused(
                Trouble.of("unreachable", "server", "https://127.0.0.1:6443"), apply, Optional.empty()));
        wizard.isAt(Hindered.class).press("Esc").type("g").says("Nothing was done");
    }

    @Test
    void what_was_seen_before_something_was_done_is_not_said_any_more() {
        WizardDriver wizard = ClusterScreens.choosing(typed())
                .press("Enter")
                .reply(new Message.Seen(ClusterScreens.sight(), "default"))
                .press("Enter");
        ClusterScreens.applied(wizard)
                .press("Enter")
                .isAt(Review.class)
                .sees("Applied to kind-dev. b takes it back", 120, 40)
                .doesNotSee("as far as was looked", 120, 40);
    }

    @Test
    void each_ending_has_a_sentence_of_its_own() {
        assertThat(ended(Receipt.Act.APPLY, Receipt.State.DONE, false)).contains("Applied to kind-dev");
        assertThat(ended(Receipt.Act.APPLY, Receipt.State.PUT_BACK, true)).contains("Not applied to kind-dev");
        assertThat(ended(Receipt.Act.APPLY, Receipt.State.PUT_BACK, false))
                .contains("Taken back in kind-dev: it is as");
        assertThat(ended(Receipt.Act.APPLY, Receipt.State.BEGUN, true)).contains("Half done in kind-dev");
        assertThat(ended(Receipt.Act.UNDO, Receipt.State.DONE, false)).contains("Taken back in kind-dev. b brings");
        assertThat(ended(Receipt.Act.UNDO, Receipt.State.PUT_BACK, true)).contains("Not taken back in kind-dev");
        assertThat(ended(Receipt.Act.UNDO, Receipt.State.BEGUN, true)).contains("Half done in kind-dev");
    }

    private static String ended(Receipt.Act act, Receipt.State state, boolean failed) {
        WizardDriver wizard = ClusterScreens.planned(typed()).type("y");
        Receipt made = ClusterScreens.receipt(wizard, state);
        Receipt receipt = new Receipt(
                made.id(),
                act,
                Optional.empty(),
                false,
                made.name(),
                made.time(),
                made.person(),
                made.site(),
                state,
                made.entries());
        Outcome outcome = failed
                ? Outcome.failed(receipt, receipt.entries().get(0).address(), Trouble.of("cancelled"))
                : Outcome.done(receipt);
        return wizard.reply(new Message.Rolled(outcome, List.of(), HandOver.NONE, List.of(), "here"))
                .press("Esc")
                .isAt(Review.class)
                .text(120, 40);
    }
}
