package dev.egresso.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.Checkout;
import dev.egresso.mesh.Answers;
import dev.egresso.mesh.FieldId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One key among the problems sets the answer that takes a problem away, and one takes that back. */
class MendingAnswersTest {
    private static List<String> ids(WizardDriver wizard) {
        return wizard.session().concerns().stream().map(Concern::id).toList();
    }

    private static WizardDriver at(WizardDriver wizard, String id) {
        assertThat(ids(wizard)).contains(id);
        wizard.press("Ctrl-F").isAt(Problems.class);
        for (int i = 0; i < ids(wizard).indexOf(id); i++) {
            wizard.press("Down");
        }
        return wizard;
    }

    private static Answers article(String... more) {
        Answers answers = Answers.none()
                .with(FieldId.INTERNAL_HOST, "webserver")
                .with(FieldId.EXTERNAL_URL, "https://api.example.com/v1/status.json")
                .with(FieldId.PROTOCOL, "HTTPS");
        for (int i = 0; i < more.length; i += 2) {
            answers = answers.with(new FieldId(more[i]), more[i + 1]);
        }
        return answers;
    }

    @Test
    void a_missing_service_is_made() {
        WizardDriver wizard =
                at(WizardDriver.with(article()), "x-int-no-service").type("f");
        wizard.answer("internal-service", "create")
                .isAt(Problems.class)
                .says("Internal Service is now create. u takes it back.");
        assertThat(ids(wizard)).doesNotContain("x-int-no-service");
        wizard.type("u").unanswered("internal-service").isAt(Problems.class);
        assertThat(ids(wizard)).contains("x-int-no-service");
    }

    @Test
    void tls_for_everybody_becomes_tls_for_one_port() {
        at(WizardDriver.with(article("shape", "classic")), "x-dr-scope-double-tls")
                .type("f")
                .answer("shape", "isolated");
    }

    @Test
    void what_was_said_gives_way_to_what_goes_without_saying() {
        at(WizardDriver.with(article("sni", "api.example.com", "subject-alt-names", "auto")), "dr-sni-no-san")
                .type("f")
                .unanswered("subject-alt-names")
                .says("Accepted names is not answered any more");
    }

    @Test
    void a_name_with_a_suggestion_takes_it() {
        at(WizardDriver.with(article("namespace", "My_Shop")), "namespace-syntax")
                .type("f")
                .answer("namespace", "my-shop");
    }

    @Test
    void what_needs_a_decision_is_left_to_the_person() {
        WizardDriver wizard = WizardDriver.opened()
                .at("external-url")
                .type("ftp://x.example.com")
                .press("Ctrl-F");
        wizard.type("f").says("No single answer takes this away").answer("external-url", "ftp://x.example.com");
    }

    @Test
    void without_a_problem_nothing_happens() {
        WizardDriver.opened().at("external-url").press("Ctrl-F").type("fx").isAt(Problems.class);
    }

    @Test
    void the_rule_behind_a_problem_is_explained() {
        at(WizardDriver.with(article()), "x-int-no-service")
                .type("x")
                .isAt(Explaining.class)
                .sees("Internal host without a Service", 80, 24)
                .press("Esc")
                .isAt(Problems.class);
    }

    static Stream<String> presets() {
        return Checkout.presets().keySet().stream();
    }

    /** Whatever is offered helps: the concern is gone, and nothing is refused that was not before. */
    @ParameterizedTest
    @MethodSource("presets")
    void a_mend_keeps_what_it_promises(String preset) {
        WizardDriver wizard = WizardDriver.withPreset(preset);
        for (Concern concern : wizard.session().concerns()) {
            Optional<AnswerMend> mend = AnswerMend.of(wizard.session(), concern);
            if (mend.isPresent()) {
                Session after = wizard.session()
                        .answering(mend.get().field(), mend.get().text());
                assertThat(after.concerns())
                        .noneMatch(other ->
                                other.id().equals(concern.id()) && other.line().equals(concern.line()));
                assertThat(after.isComplete()).isTrue();
            }
        }
    }
}
