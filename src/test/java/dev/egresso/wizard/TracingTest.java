package dev.egresso.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.mesh.Kind;
import dev.egresso.trace.Journey;
import dev.egresso.trace.Outcome;
import dev.egresso.trace.Stage;
import dev.egresso.trace.Standing;
import org.junit.jupiter.api.Test;

/** Following a request in the wizard. */
class TracingTest {
    @Test
    void ready_requests_are_turned_to_by_one_key_and_show_what_becomes_of_the_path() {
        WizardDriver wizard = traced();
        assertThat(tracing(wizard).request().text()).isEqualTo("GET http://webserver/hello");
        wizard.press("PgDn");
        assertThat(tracing(wizard).request().text()).isEqualTo("GET http://webserver/");
        wizard.press("PgDn");
        assertThat(journey(wizard).upstream().path())
                .contains("/mcasperson/NodejsProxy/master/externalservice1.txt?x=1");
        wizard.press("PgUp", "PgUp", "PgUp");
        assertThat(tracing(wizard).request().text()).isEqualTo("GET https://raw.githubusercontent.com/hello");
        assertThat(journey(wizard).outcome()).isEqualTo(Outcome.REACHED);
    }

    @Test
    void headers_belong_to_the_request() {
        WizardDriver wizard = traced().press("Tab").type("Host: nobody.example.com; X-Team: shop");
        assertThat(journey(wizard).outcome()).isEqualTo(Outcome.PASSTHROUGH);
        assertThat(journey(wizard).request().header("x-team")).contains("shop");
    }

    @Test
    void enter_leads_from_the_hop_that_fails_to_its_line_and_on_to_its_question() {
        WizardDriver wizard = WizardDriver.opened()
                .type("webserver")
                .press("Enter")
                .paste("https://api.example.com/v1")
                .press("Enter", "Enter")
                .at("match-kind")
                .type("prefix")
                .at("match-path")
                .type("/api")
                .press("Ctrl-D")
                .type("t")
                .press("PgDn");
        assertThat(journey(wizard).outcome()).isEqualTo(Outcome.NOT_ROUTED);
        wizard.press("Enter").isAt(Inspecting.class);
        Inspecting line = (Inspecting) wizard.session().view();
        assertThat(line.kind()).isEqualTo(Kind.VIRTUAL_SERVICE);
        assertThat(line.line(wizard.session()).orElseThrow().path().field()).startsWith("spec.http[0].match[0].uri");
        wizard.press("Esc").isAt(Tracing.class);
    }

    @Test
    void up_and_down_go_from_hop_to_hop() {
        WizardDriver wizard = traced().press("Down", "Down", "Down");
        assertThat(tracing(wizard).hopAt().orElseThrow().id()).isEqualTo("route-host");
        wizard.press("Up");
        assertThat(tracing(wizard).hopAt().orElseThrow().id()).isEqualTo("sidecar-reads");
    }

    @Test
    void an_empty_form_has_a_journey_as_far_as_its_answers_go() {
        WizardDriver wizard = WizardDriver.opened().take(new Message.Do(Action.TRACE));
        Journey journey = journey(wizard);
        assertThat(journey.standing(Stage.APP)).isEqualTo(Standing.OK);
        assertThat(journey.standing(Stage.SIDECAR)).isEqualTo(Standing.OK);
        assertThat(journey.failure().orElseThrow().id()).isEqualTo("cluster-open");
    }

    @Test
    void where_the_app_starts_tls_there_is_no_route_and_no_rewrite_to_tick() {
        WizardDriver wizard =
                traced().press("Esc").at("tls").press("Down").press("Ctrl-D").type("t");
        Journey journey = journey(wizard);
        assertThat(journey.outcome()).isEqualTo(Outcome.REACHED);
        assertThat(journey.standing(Stage.REWRITE)).isEqualTo(Standing.SKIPPED);
    }

    @Test
    void an_answer_that_is_taken_back_takes_the_way_with_it() {
        WizardDriver wizard = traced();
        Journey before = journey(wizard);
        wizard.press("Alt-Z");
        assertThat(journey(wizard)).isNotEqualTo(before);
        wizard.press("Alt-Y");
        assertThat(journey(wizard)).isEqualTo(before);
    }

    private static WizardDriver traced() {
        return WizardDriver.opened()
                .type("webserver")
                .press("Enter")
                .paste("https://raw.githubusercontent.com/mcasperson/NodejsProxy/master/externalservice1.txt")
                .press("Enter", "Enter")
                .type("t");
    }

    private static Tracing tracing(WizardDriver wizard) {
        return (Tracing) wizard.session().view();
    }

    private static Journey journey(WizardDriver wizard) {
        return tracing(wizard).journey().orElseThrow();
    }
}
