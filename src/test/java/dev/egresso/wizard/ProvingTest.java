package dev.egresso.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.rollout.Trouble;
import dev.egresso.trace.Request;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** After an apply: from which pod, what it says, and back to what was applied. */
class ProvingTest {
    private static WizardDriver typed() {
        return WizardDriver.opened()
                .type("webserver")
                .press("Enter")
                .paste("https://api.example.com/v1/")
                .press("Enter", "Enter");
    }

    private static <T> T errand(WizardDriver wizard, Class<T> kind) {
        return kind.cast(wizard.wanted(Effect.Begin.class).errand());
    }

    @Test
    void the_request_of_the_strip_goes_out_from_the_chosen_pod() {
        WizardDriver wizard =
                ProofScreens.pods(typed()).isAt(ChoosingPod.class).sees("GET http://webserver/hello", 120, 40);
        wizard.press("Down", "Enter").isAt(Waiting.class);
        ClusterErrand.Prove prove = errand(wizard, ClusterErrand.Prove.class);
        assertThat(prove.pod()).isEqualTo("worker-0");
        assertThat(prove.request().map(Request::toString)).contains("GET http://webserver/hello");
        assertThat(prove.changesSomething()).isFalse();
    }

    @Test
    void nothing_is_asked_of_a_pod_before_one_is_chosen() {
        WizardDriver wizard = ClusterScreens.applied(typed()).type("v");
        assertThat(errand(wizard, ClusterErrand.Pods.class).receipt()).isPresent();
        wizard.press("Esc").isAt(RolledOut.class);
        assertThat(wizard.effects()).last().isInstanceOf(Effect.Stop.class);
    }

    @Test
    void a_proof_leads_back_to_what_was_applied() {
        WizardDriver wizard = ProofScreens.proved(
                ProofScreens.pods(typed()).press("Enter"),
                "HTTP/1.1 200 OK\r\nx-envoy-upstream-service-time: 4\r\n\r\n");
        wizard.isAt(Proved.class).sees("✓ TLS", 120, 40).press("Esc").isAt(RolledOut.class);
    }

    @Test
    void it_can_be_asked_again_and_from_another_pod() {
        WizardDriver wizard = ProofScreens.proved(ProofScreens.pods(typed()).press("Enter"), "HTTP/1.1 200 OK\r\n\r\n");
        wizard.type("r");
        assertThat(errand(wizard, ClusterErrand.Prove.class).pod()).isEqualTo(ProofScreens.POD.name());
        ProofScreens.proved(wizard, "HTTP/1.1 200 OK\r\n\r\n").type("p");
        assertThat(errand(wizard, ClusterErrand.Pods.class).receipt()).isPresent();
    }

    @Test
    void a_pod_that_is_not_in_the_list_can_be_named() {
        WizardDriver wizard = ProofScreens.pods(typed()).type("payments/Cart").press("Enter");
        wizard.isAt(ChoosingPod.class).says("payments/Cart cannot be a pod").press("Ctrl-U");
        wizard.type("payments/cart-0")
                .sees("None of that name was seen", 80, 24)
                .press("Enter");
        ClusterErrand.Prove prove = errand(wizard, ClusterErrand.Prove.class);
        assertThat(prove.whom()).isEqualTo("payments/cart-0");
    }

    @Test
    void typing_narrows_the_pods_down() {
        WizardDriver wizard = ProofScreens.pods(typed()).type("work").doesNotSee("web-7d4b9", 80, 24);
        assertThat(errand(wizard.press("Enter"), ClusterErrand.Prove.class).pod())
                .isEqualTo("worker-0");
    }

    @Test
    void where_rights_are_lacking_one_key_copies_the_commands() {
        WizardDriver wizard = ProofScreens.forbidden(ProofScreens.pods(typed()).press("Enter"));
        wizard.sees("! Nothing of it could be seen.", 80, 24).type("c");
        assertThat(wizard.wanted(Effect.Copy.class).text().lines())
                .hasSize(5)
                .first()
                .asString()
                .startsWith("kubectl --context kind-dev exec -n default web-7d4b9 -c app -- curl");
    }

    @Test
    void without_a_pod_in_sight_one_can_be_named_and_the_commands_are_there() {
        WizardDriver wizard = ProofScreens.withoutPods(typed());
        wizard.sees("No request was sent", 80, 24)
                .sees("kubectl --context kind-dev get pods -n default", 80, 24)
                .type("p")
                .isAt(ChoosingPod.class)
                .type("web-2")
                .press("Enter");
        assertThat(errand(wizard, ClusterErrand.Prove.class).whom()).isEqualTo("default/web-2");
    }

    @Test
    void from_the_review_it_is_what_was_applied_last_or_else_a_context_is_chosen_first() {
        WizardDriver wizard = typed().press("Ctrl-D").type("v");
        assertThat(errand(wizard, ClusterErrand.Contexts.class).purpose()).isEqualTo(Choosing.Purpose.PROVE);
        wizard.reply(new Message.ContextsFound(Choosing.Purpose.PROVE, ClusterScreens.CONTEXTS))
                .press("Enter");
        assertThat(errand(wizard, ClusterErrand.Pods.class)).satisfies(pods -> {
            assertThat(pods.context()).isEqualTo("kind-dev");
            assertThat(pods.receipt()).isEmpty();
            assertThat(pods.request()).isEmpty();
        });
        WizardDriver applied = ClusterScreens.applied(typed()).press("Enter").type("v");
        assertThat(errand(applied, ClusterErrand.Pods.class)).satisfies(pods -> {
            assertThat(pods.receipt()).isPresent();
            assertThat(pods.request()).isPresent();
        });
    }

    @Test
    void the_request_of_other_answers_is_not_sent() {
        WizardDriver wizard = ClusterScreens.applied(typed())
                .at("internal-host")
                .press("Ctrl-U")
                .type("another")
                .press("Ctrl-D")
                .type("v");
        assertThat(errand(wizard, ClusterErrand.Pods.class).request()).isEmpty();
    }

    @Test
    void who_may_not_is_told_and_comes_back_to_what_was_applied() {
        WizardDriver wizard = ProofScreens.pods(typed()).press("Enter");
        wizard.reply(new Message.ClusterRefused(
                Trouble.of("pod-missing", "pod", "web-7d4b9", "namespace", "default"),
                errand(wizard, ClusterErrand.Prove.class),
                Optional.empty()));
        wizard.isAt(Hindered.class)
                .sees("There is no pod web-7d4b9 in default", 80, 24)
                .press("Esc")
                .isAt(RolledOut.class);
    }

    @Test
    void what_was_taken_back_is_not_proved() {
        WizardDriver wizard = ClusterScreens.undone(typed()).isAt(RolledOut.class);
        int asked = wizard.effects().size();
        wizard.doesNotSee("v prove", 120, 40).type("v");
        assertThat(wizard.effects()).hasSize(asked);
    }
}
