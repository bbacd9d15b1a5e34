package dev.egresso.trace;

import static dev.egresso.trace.Article.ENTRY;
import static dev.egresso.trace.Article.EXTERNAL;
import static dev.egresso.trace.Article.POLICY;
import static dev.egresso.trace.Article.RULE;
import static dev.egresso.trace.Article.SERVICE;
import static dev.egresso.trace.Article.whole;
import static dev.egresso.trace.Article.with;
import static dev.egresso.trace.Traced.given;

import dev.egresso.mesh.OutboundPolicy;
import org.junit.jupiter.api.Test;

/** What an application sees, by what is wrong. */
class OutcomeTableTest {
    private static final String OTHER_SERVICE = SERVICE.replace("webserver", "other");

    @Test
    void a_name_that_does_not_resolve_is_an_error_of_the_application() {
        given(OTHER_SERVICE, ENTRY, RULE, POLICY)
                .on("GET http://webserver/x")
                .ends(Outcome.APP_ERROR)
                .withoutStatus()
                .blames("app-name-unknown", "VirtualService/spec.hosts[0]");
    }

    @Test
    void a_port_without_listener_lets_the_request_out_unrouted() {
        whole().on("GET http://webserver:9999/x")
                .ends(Outcome.PASSTHROUGH)
                .withoutStatus()
                .by("PassthroughCluster");
    }

    @Test
    void a_port_without_listener_ends_in_the_black_hole_if_only_the_registry_counts() {
        whole().with(OutboundPolicy.REGISTRY_ONLY)
                .on("GET http://webserver:9999/x")
                .ends(Outcome.BLOCKED)
                .withoutStatus()
                .flags("UH")
                .by("BlackHoleCluster");
    }

    @Test
    void an_unknown_host_on_a_known_port_leaves_unrouted() {
        whole().on("GET http://example.org/x")
                .ends(Outcome.PASSTHROUGH)
                .by("PassthroughCluster")
                .says("route-host-unknown");
    }

    @Test
    void an_unknown_host_on_a_known_port_is_refused_if_only_the_registry_counts() {
        Traced refused = whole().with(OutboundPolicy.REGISTRY_ONLY)
                .on("GET http://example.org/x")
                .ends(Outcome.BLOCKED);
        org.assertj.core.api.Assertions.assertThat(refused.journey().status()).hasValue(502);
        org.assertj.core.api.Assertions.assertThat(refused.journey().flags()).isEmpty();
    }

    @Test
    void a_host_whose_rules_do_not_match_is_answered_by_the_sidecar() {
        with(ENTRY, RULE.replace("regex: '.*'", "prefix: /api"), POLICY)
                .on("GET http://webserver/x")
                .ends(Outcome.NOT_ROUTED, 404, "NR")
                .blames("route-none", "VirtualService/spec.http[0].match[0].uri");
    }

    @Test
    void a_service_without_pods_and_rules_has_nobody_to_send_to() {
        given(SERVICE, ENTRY, POLICY)
                .on("GET http://webserver/x")
                .ends(Outcome.NO_UPSTREAM, 503, "UH")
                .by("outbound|80||webserver.default.svc.cluster.local");
    }

    @Test
    void a_destination_that_nobody_registered_has_no_cluster() {
        given(SERVICE, RULE, POLICY)
                .on("GET http://webserver/x")
                .ends(Outcome.NO_UPSTREAM, 503, "NC")
                .blames("cluster-no-host", "VirtualService/spec.http[0].route[0].destination.host");
    }

    @Test
    void a_subset_that_no_rule_defines_has_no_cluster() {
        with(ENTRY, RULE.replace("port: {number: 443}", "port: {number: 443}, subset: v1"), POLICY)
                .on("GET http://webserver/x")
                .ends(Outcome.NO_UPSTREAM, 503, "NC")
                .by("outbound|443|v1|" + EXTERNAL);
    }

    @Test
    void a_static_entry_without_endpoints_has_nobody_to_send_to() {
        with(ENTRY.replace("resolution: DNS", "resolution: STATIC"), RULE, POLICY)
                .on("GET http://webserver/x")
                .ends(Outcome.NO_UPSTREAM, 503, "UH")
                .says("dns-no-endpoints");
    }

    @Test
    void a_name_that_the_sidecar_cannot_resolve_has_nobody_to_send_to() {
        given(SERVICE, ENTRY.replace(EXTERNAL, "api.invalid"), RULE.replace(EXTERNAL, "api.invalid"))
                .on("GET http://webserver/x")
                .ends(Outcome.NO_UPSTREAM, 503, "UH")
                .says("dns-no-answer");
    }

    @Test
    void an_entry_that_selects_workloads_and_asks_dns_has_no_cluster() {
        with(ENTRY + "  workloadSelector: {labels: {app: none}}\n", RULE, POLICY)
                .on("GET http://webserver/x")
                .ends(Outcome.NO_UPSTREAM, 503, "NC");
    }

    @Test
    void a_host_looked_up_for_each_request_and_not_found_is_a_dns_failure() {
        String entry =
                """
                kind: ServiceEntry
                metadata: {name: e, namespace: default}
                spec: {hosts: ['*.example.invalid'], ports: [{number: 80, name: http, protocol: HTTP}], resolution: DYNAMIC_DNS}
                """;
        String rule = RULE.replace("authority: " + EXTERNAL, "authority: api.example.invalid")
                .replace("host: " + EXTERNAL, "host: '*.example.invalid'")
                .replace("number: 443", "number: 80");
        given(SERVICE, entry, rule).on("GET http://webserver/x").ends(Outcome.NO_UPSTREAM, 503, "DF");
    }

    @Test
    void an_entry_without_resolution_leads_back_to_the_cluster_ip() {
        given(SERVICE, ENTRY.replace("DNS", "NONE"), RULE)
                .on("GET http://webserver/x")
                .ends(Outcome.NO_UPSTREAM, 503, "UF,URX")
                .says("dns-misled");
    }

    @Test
    void plain_http_to_a_tls_port_is_refused_by_the_server() {
        given(SERVICE, ENTRY, RULE)
                .on("GET http://webserver/x")
                .ends(Outcome.TLS_FAILURE)
                .withoutStatus()
                .flags("UC");
    }

    @Test
    void tls_to_a_server_that_speaks_none_fails() {
        with(
                        ENTRY.replace("443, name: https, protocol: TLS", "80, name: http, protocol: HTTP"),
                        RULE.replace("number: 443", "number: 80"),
                        POLICY)
                .on("GET http://webserver/x")
                .ends(Outcome.TLS_FAILURE, 503, "UF,URX")
                .says("tls-plain-server");
    }

    @Test
    void without_authority_and_sni_the_certificate_is_for_another_name() {
        with(ENTRY, RULE.replaceFirst(" *authority:.*\n", ""), POLICY)
                .on("GET http://webserver/x")
                .ends(Outcome.TLS_FAILURE, 503, "UF,URX");
    }

    @Test
    void without_authority_but_with_sni_the_server_decides() {
        with(ENTRY, RULE.replaceFirst(" *authority:.*\n", ""), POLICY.replace("SIMPLE", "SIMPLE, sni: " + EXTERNAL))
                .on("GET http://webserver/x")
                .ends(Outcome.REACHED)
                .withoutStatus()
                .sni(EXTERNAL)
                .says("rewrite-host-missing");
    }

    @Test
    void without_authority_and_tls_the_server_decides() {
        given(
                        SERVICE,
                        ENTRY.replace("443, name: https, protocol: TLS", "80, name: http, protocol: HTTP"),
                        RULE.replace("number: 443", "number: 80").replaceFirst(" *authority:.*\n", ""))
                .on("GET http://webserver/x")
                .ends(Outcome.REACHED)
                .asks("webserver", Article.FILE);
    }

    @Test
    void an_application_that_starts_tls_itself_gets_tls_inside_tls() {
        whole().on("GET https://raw.githubusercontent.com/x")
                .ends(Outcome.TLS_FAILURE)
                .withoutStatus()
                .by(Article.CLUSTER)
                .says("tls-twice");
    }

    @Test
    void what_is_not_http_falls_through_an_http_port() {
        whole().on("GET tcp://webserver:80").ends(Outcome.PASSTHROUGH);
        whole().with(OutboundPolicy.REGISTRY_ONLY)
                .on("GET tcp://webserver:80")
                .ends(Outcome.BLOCKED)
                .by("BlackHoleCluster");
    }
}
