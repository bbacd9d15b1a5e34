package dev.egresso.trace;

import static dev.egresso.trace.Article.CLUSTER;
import static dev.egresso.trace.Article.ENTRY;
import static dev.egresso.trace.Article.EXTERNAL;
import static dev.egresso.trace.Article.FILE;
import static dev.egresso.trace.Article.POLICY;
import static dev.egresso.trace.Article.RULE;
import static dev.egresso.trace.Article.SERVICE;
import static dev.egresso.trace.Article.whole;
import static dev.egresso.trace.Article.with;
import static dev.egresso.trace.Traced.given;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The article's request, and what becomes of it when a part is left out. */
class WorkedVectorTest {
    private static final String REQUEST = "GET http://webserver/anything?x=1";

    @Test
    void the_request_reaches_the_external_service() {
        whole().on(REQUEST)
                .ends(Outcome.REACHED)
                .withoutStatus()
                .by(CLUSTER)
                .dials(EXTERNAL, 443)
                .asks(EXTERNAL, FILE + "?x=1")
                .sni(EXTERNAL)
                .tls("SIMPLE")
                .http("1.1")
                .blames("route-matched", "VirtualService/spec.http[0].match[0].uri.regex")
                .blames("rewrite-path", "VirtualService/spec.http[0].rewrite.uri")
                .blames("rewrite-host", "VirtualService/spec.http[0].rewrite.authority")
                .blames("tls-checked", "DestinationRule/spec.trafficPolicy.tls");
    }

    @Test
    void every_stage_went_well() {
        Journey journey = whole().on(REQUEST).journey();
        for (Stage stage : Stage.values()) {
            assertThat(journey.standing(stage)).as(stage.word()).isEqualTo(Standing.OK);
        }
    }

    @Test
    void without_authority_the_certificate_is_for_another_name() {
        with(ENTRY, RULE.replaceFirst(" *authority:.*\n", ""), POLICY)
                .on(REQUEST)
                .ends(Outcome.TLS_FAILURE, 503, "UF,URX")
                .sni("webserver")
                .asks("webserver", FILE + "?x=1")
                .blames("tls-other-name", "VirtualService/spec.http[0].rewrite");
    }

    @Test
    void without_a_destination_rule_plain_http_meets_a_tls_port() {
        given(SERVICE, ENTRY, RULE)
                .on(REQUEST)
                .ends(Outcome.TLS_FAILURE)
                .withoutStatus()
                .by(CLUSTER)
                .withoutTls()
                .withoutSni()
                .says("tls-missing");
    }

    @Test
    void without_resolution_the_sidecar_dials_the_cluster_ip() {
        with(ENTRY.replaceFirst(" *resolution:.*\n", ""), RULE, POLICY)
                .on(REQUEST)
                .ends(Outcome.TLS_FAILURE, 503, "UF,URX")
                .dials(EXTERNAL, 80)
                .tls("SIMPLE")
                .blames("dns-misled", "ServiceEntry/spec");
    }

    @Test
    void a_wrong_port_has_no_cluster() {
        with(ENTRY, RULE.replace("number: 443", "number: 8443"), POLICY)
                .on(REQUEST)
                .ends(Outcome.NO_UPSTREAM, 503, "NC")
                .by("outbound|8443||" + EXTERNAL)
                .blames("cluster-no-port", "VirtualService/spec.http[0].route[0].destination.port.number");
    }

    @Test
    void a_prefix_leaves_the_rest_of_the_path_glued_on() {
        with(ENTRY, RULE.replace("regex: '.*'", "prefix: /"), POLICY)
                .on(REQUEST)
                .ends(Outcome.REACHED)
                .asks(EXTERNAL, FILE + "anything?x=1")
                .says("rewrite-path-glued");
    }

    @Test
    void without_any_service_in_the_input_the_internal_host_is_assumed() {
        given(ENTRY, RULE, POLICY).on(REQUEST).ends(Outcome.REACHED).assumes("service", "from-namespace");
        whole().on(REQUEST).assumesNothingOf("service", "namespace");
    }
}
