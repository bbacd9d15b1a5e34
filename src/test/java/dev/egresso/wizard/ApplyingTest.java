package dev.egresso.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.mesh.Answers;
import dev.egresso.mesh.FieldId;
import dev.egresso.rollout.HandOver;
import dev.egresso.rollout.Plan;
import dev.egresso.rollout.Receipt;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Nothing is applied that was not shown, and nothing that is changed stays unsaid. */
class ApplyingTest {
    private static WizardDriver complete() {
        return WizardDriver.with(Answers.none()
                .with(FieldId.INTERNAL_HOST, "webserver")
                .with(FieldId.EXTERNAL_URL, "https://api.example.com/v1/"));
    }

    @Test
    void an_open_form_cannot_be_applied() {
        WizardDriver wizard =
                WizardDriver.opened().type("webserver").press("Ctrl-D").type("a");
        assertThat(wizard.effects()).isEmpty();
        wizard.says("Still open");
    }

    @Test
    void what_is_applied_is_the_text_that_is_shown() {
        WizardDriver wizard = ClusterScreens.planned(complete()).type("y").isAt(Rolling.class);
        ClusterErrand.Apply apply =
                (ClusterErrand.Apply) wizard.wanted(Effect.Begin.class).errand();
        assertThat(apply.plan().changes())
                .extracting(change -> change.wanted().text())
                .isEqualTo(wizard.session().wanted().stream()
                        .map(wanted -> wanted.text())
                        .toList());
    }

    @Test
    void a_rehearsal_is_void_once_the_answers_change() {
        WizardDriver wizard = complete().at("internal-service").press("Down", "Ctrl-D");
        ClusterScreens.planned(wizard).press("Alt-Z").sees("so it is void", 80, 24);
        wizard.type("y").isAt(Waiting.class);
        assertThat(wizard.wanted(Effect.Begin.class).errand()).isInstanceOf(ClusterErrand.Rehearse.class);
    }

    @Test
    void a_rehearsal_that_comes_after_the_answers_changed_is_dropped() {
        WizardDriver wizard = complete().at("internal-service").press("Down", "Ctrl-D");
        Plan plan = new Plan(ClusterScreens.DEV, ClusterScreens.changes(wizard, ClusterScreens::created), false);
        wizard.type("a")
                .reply(new Message.ContextsFound(Choosing.Purpose.APPLY, ClusterScreens.CONTEXTS))
                .press("Enter", "Alt-Z")
                .reply(new Message.Rehearsed(plan, Optional.empty(), List.of(), HandOver.NONE, ""));
        wizard.isAt(Review.class).says("void");
    }

    @Test
    void while_a_cluster_is_changed_the_page_is_free_and_nothing_else_is_begun() {
        WizardDriver wizard = ClusterScreens.planned(complete()).type("y");
        int begun = wizard.effects().size();
        wizard.press("Ctrl-Y").isAt(Inspecting.class).sees("Applying to kind-dev", 120, 40);
        wizard.press("Alt-L").says("Something is being changed");
        assertThat(wizard.effects()).hasSize(begun);
        Receipt receipt = ClusterScreens.receipt(wizard, Receipt.State.DONE);
        wizard.reply(new Message.Rolled(
                dev.egresso.rollout.Outcome.done(receipt), List.of(), HandOver.NONE, List.of(), "here"));
        wizard.isAt(RolledOut.class).press("Esc").isAt(Inspecting.class);
    }

    @Test
    void ctrl_c_stops_first_and_leaves_only_when_all_is_put_back() {
        WizardDriver wizard = ClusterScreens.planned(complete()).type("y").press("Ctrl-C");
        wizard.wanted(Effect.Stop.class);
        wizard.press("Ctrl-C").wanted(Effect.Stop.class);
        assertThat(wizard.effects()).noneMatch(Effect.Leave.class::isInstance);
        Receipt receipt = ClusterScreens.receipt(wizard, Receipt.State.PUT_BACK);
        wizard.reply(new Message.Rolled(
                dev.egresso.rollout.Outcome.failed(
                        receipt, receipt.entries().get(0).address(), dev.egresso.rollout.Trouble.of("cancelled")),
                List.of(),
                HandOver.NONE,
                List.of(),
                "here"));
        wizard.wanted(Effect.Leave.class);
        assertThat(wizard.session().live().deeds().last()).isPresent();
    }

    @Test
    void production_is_touched_only_on_its_name() {
        WizardDriver wizard =
                ClusterScreens.planned(complete(), ClusterScreens.PROD).type("y");
        wizard.isAt(Confirming.class).type("prod").press("Enter").says("That is not prod-eu");
        assertThat(wizard.wanted(Effect.Begin.class).errand()).isInstanceOf(ClusterErrand.Rehearse.class);
        wizard.type("-eu").press("Enter").isAt(Rolling.class);
        assertThat(wizard.wanted(Effect.Begin.class).errand()).isInstanceOf(ClusterErrand.Apply.class);
    }

    @Test
    void after_an_apply_the_review_says_so_and_one_key_takes_it_back() {
        WizardDriver wizard = ClusterScreens.applied(complete()).press("Enter");
        wizard.sees("Applied to kind-dev. b takes it back", 80, 24).type("b");
        assertThat(wizard.wanted(Effect.Begin.class).errand())
                .isEqualTo(new ClusterErrand.Foresee("kind-dev", Optional.of("20261124-114000-4f2a")));
    }

    @Test
    void where_rights_are_lacking_the_commands_for_those_who_have_them_are_there_and_one_key_copies_them() {
        WizardDriver wizard = ClusterScreens.forbidden(complete());
        wizard.sees("jane may not patch serviceentries, destinationrules, virtualservices in default (403)", 120, 40)
                .sees("Somebody with the rights can do the same with", 120, 40)
                .sees("| kubectl apply --server-side", 120, 40)
                .sees("kubectl create rolebinding egresso -n default --role=egresso --user=jane", 120, 40)
                .sees("c copy commands", 80, 24)
                .type("c");
        assertThat(wizard.wanted(Effect.Copy.class).text().lines())
                .containsExactly(
                        "# Somebody with the rights can do the same with:",
                        "egresso render --internal-host webserver --external-url https://api.example.com"
                                + " | kubectl apply --server-side --field-manager=egresso -f -",
                        "# Somebody who gives out rights can give you these with:",
                        "kubectl create role egresso -n default --verb=get,create,patch,update,delete --resource="
                                + "serviceentries.networking.istio.io,destinationrules.networking.istio.io,"
                                + "virtualservices.networking.istio.io",
                        "kubectl create rolebinding egresso -n default --role=egresso --user=jane");
    }

    @Test
    void they_can_be_scrolled_to_on_a_small_screen() {
        WizardDriver wizard = ClusterScreens.forbidden(complete());
        wizard.doesNotSee("--role=egresso --user=jane", 80, 24)
                .press("PgDn")
                .sees("--role=egresso --user=jane", 80, 24);
    }

    @Test
    void a_right_that_is_lost_in_the_middle_is_handed_over_as_well() {
        WizardDriver wizard = ClusterScreens.put(
                complete(),
                dev.egresso.rollout.Trouble.of(
                        "forbidden",
                        "user",
                        "jane",
                        "verb",
                        "patch",
                        "resource",
                        "destinationrules",
                        "namespace",
                        "default"));
        wizard.sees("The cluster is as it was", 120, 40)
                .sees("--resource=destinationrules.networking.istio.io", 120, 40)
                .type("c");
        assertThat(wizard.wanted(Effect.Copy.class).text()).contains("kubectl create rolebinding egresso");
    }

    @Test
    void a_conflict_that_arises_in_the_middle_names_who_owns_which_field_and_the_way_on() {
        WizardDriver wizard = ClusterScreens.put(
                complete(),
                dev.egresso.rollout.Trouble.conflict(
                        List.of(new dev.egresso.rollout.Conflict("helm", ".spec.trafficPolicy"))));
        wizard.sees("spec.trafficPolicy belongs to helm", 80, 24)
                .sees("The cluster is as it was", 80, 24)
                .sees("r lets the server rehearse it again", 80, 24)
                .type("r");
        assertThat(wizard.wanted(Effect.Begin.class).errand()).isInstanceOf(ClusterErrand.Rehearse.class);
    }

    @Test
    void what_could_not_be_put_back_is_said_with_both_reasons_and_the_way_to_put_it_back() {
        WizardDriver wizard = ClusterScreens.stuck(complete());
        wizard.sees("spec.trafficPolicy belongs to helm", 120, 40)
                .sees("The connection to https://127.0.0.1:6443 broke off", 120, 40)
                .sees("Not everything could be put back. u tries again", 120, 40)
                .press("Esc")
                .sees("Half done in kind-dev", 80, 24)
                .sees("Half done in kind-dev", 120, 40)
                .type("g")
                .isAt(RolledOut.class)
                .type("u");
        assertThat(wizard.wanted(Effect.Begin.class).errand())
                .isEqualTo(new ClusterErrand.Foresee("kind-dev", Optional.of("20261124-114000-4f2a")));
    }
}
