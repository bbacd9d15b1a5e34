package dev.egresso.trace;

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

import dev.egresso.mesh.IstioVersion;
import dev.egresso.mesh.OutboundPolicy;
import dev.egresso.mesh.Surroundings;
import org.junit.jupiter.api.Test;

/** What becomes of a request step by step: plain, sealed and raw. */
class RequestTest {
    private static final String REQUEST = "GET http://webserver/x?q=1";

    // The application looks the name up.

    @Test
    void dns_of_the_cluster_does_not_know_the_host_of_a_service_entry() {
        String inside = ENTRY.replace(EXTERNAL, "webserver.default.svc.cluster.local")
                .replace("443, name: https, protocol: TLS", "80, name: http, protocol: HTTP")
                .replace("DNS", "STATIC");
        given(inside, ENTRY.replace("name: github", "name: second"), RULE, POLICY)
                .on(REQUEST)
                .ends(Outcome.APP_ERROR)
                .says("app-needs-dns-capture");
        given(inside, ENTRY.replace("name: github", "name: second"), RULE, POLICY)
                .dnsCapture()
                .on(REQUEST)
                .ends(Outcome.REACHED)
                .says("app-dials-captured");
    }

    @Test
    void a_headless_service_without_pods_has_no_address() {
        given(SERVICE.replace("{ports", "{clusterIP: None, ports"), ENTRY, RULE, POLICY)
                .on(REQUEST)
                .ends(Outcome.APP_ERROR)
                .says("app-headless");
    }

    @Test
    void a_service_that_is_told_of_exists() {
        given(ENTRY, RULE, POLICY)
                .services("webserver:8080/http")
                .on("GET http://webserver:8080/x")
                .ends(Outcome.REACHED);
        given(ENTRY, RULE, POLICY).services("webserver:8080/http").on(REQUEST).ends(Outcome.PASSTHROUGH);
        given(ENTRY, RULE, POLICY)
                .with(Surroundings.unknown().withInternalService(false))
                .on(REQUEST)
                .ends(Outcome.APP_ERROR);
    }

    // Virtual host, route, cluster.

    @Test
    void the_host_header_decides_and_its_case_and_port_do_not_count() {
        whole().on(REQUEST, "Host", "WEBSERVER:1234").ends(Outcome.REACHED);
        whole().on("GET http://example.org/x", "Host", "webserver").ends(Outcome.REACHED);
        Traced empty = whole().on(REQUEST, "Host", "").ends(Outcome.NOT_ROUTED);
        assertThat(empty.journey().status()).hasValue(400);
    }

    @Test
    void every_condition_of_a_match_has_to_hold() {
        String match =
                "match: [{uri: {prefix: /}, method: {exact: POST}, headers: {x-team: {prefix: sh}}, queryParams: {q: {exact: '1'}}}]";
        String rule = RULE.replace("match: [{uri: {regex: '.*'}}]", match);
        with(ENTRY, rule, POLICY)
                .on("POST http://webserver/x?q=1", "X-Team", "shop")
                .ends(Outcome.REACHED);
        with(ENTRY, rule, POLICY)
                .on("GET http://webserver/x?q=1", "X-Team", "shop")
                .ends(Outcome.NOT_ROUTED);
        with(ENTRY, rule, POLICY)
                .on("POST http://webserver/x?q=2", "X-Team", "shop")
                .ends(Outcome.NOT_ROUTED);
        with(ENTRY, rule, POLICY).on("POST http://webserver/x?q=1").ends(Outcome.NOT_ROUTED);
    }

    @Test
    void one_of_several_matches_is_enough() {
        String rule = RULE.replace("[{uri: {regex: '.*'}}]", "[{uri: {exact: /a}}, {uri: {exact: /x}}]");
        with(ENTRY, rule, POLICY).on(REQUEST).ends(Outcome.REACHED);
    }

    @Test
    void headers_may_be_asked_to_be_there_or_not() {
        String there = RULE.replace("{uri: {regex: '.*'}}", "{headers: {x-a: {}}}");
        with(ENTRY, there, POLICY).on(REQUEST, "x-a", "1").ends(Outcome.REACHED);
        with(ENTRY, there, POLICY).on(REQUEST).ends(Outcome.NOT_ROUTED);
        String gone = RULE.replace("{uri: {regex: '.*'}}", "{withoutHeaders: {x-a: {exact: '1'}}}");
        with(ENTRY, gone, POLICY).on(REQUEST).ends(Outcome.REACHED);
        with(ENTRY, gone, POLICY).on(REQUEST, "x-a", "1").ends(Outcome.NOT_ROUTED);
    }

    @Test
    void a_regex_matches_the_whole_path_without_the_query() {
        String rule = RULE.replace("'.*'", "'/x'");
        with(ENTRY, rule, POLICY).on(REQUEST).ends(Outcome.REACHED);
        with(ENTRY, rule, POLICY).on("GET http://webserver/xy").ends(Outcome.NOT_ROUTED);
        with(ENTRY, RULE.replace("'.*'", "'('"), POLICY).on(REQUEST).ends(Outcome.NOT_ROUTED);
    }

    @Test
    void the_heaviest_of_several_destinations_is_followed() {
        String routes =
                """
                    - destination: {host: light.example.com, port: {number: 443}}
                      weight: 10
                    - destination: {host: raw.githubusercontent.com, port: {number: 443}}
                      weight: 90
                """;
        String rule = RULE.replaceFirst("    - destination:.*\n", routes);
        with(ENTRY, rule, POLICY).on(REQUEST).by(Article.CLUSTER).assumes("weight");
    }

    // Rewrites, address, connection.

    @Test
    void a_host_header_that_the_rule_sets_is_an_authority() {
        String rule = RULE.replaceFirst(" *authority:.*\n", "")
                .replace("    route:", "    headers: {request: {set: {Host: raw.githubusercontent.com}}}\n    route:");
        with(ENTRY, rule, POLICY).on(REQUEST).ends(Outcome.REACHED).asks(EXTERNAL, FILE + "?q=1");
    }

    @Test
    void the_port_of_the_endpoint_goes_before_the_target_port_before_the_number() {
        String entry = ENTRY.replace("protocol: TLS}", "protocol: TLS, targetPort: 8443}");
        with(entry, RULE, POLICY).on(REQUEST).dials(EXTERNAL, 8443);
        with(entry + "  endpoints: [{address: a.example.com, ports: {https: 9443}}]\n", RULE, POLICY)
                .on(REQUEST)
                .dials(EXTERNAL, 9443);
    }

    @Test
    void an_authority_with_a_port_gives_an_sni_without() {
        with(ENTRY, RULE.replace("authority: " + EXTERNAL, "authority: " + EXTERNAL + ":443"), POLICY)
                .on(REQUEST)
                .asks(EXTERNAL + ":443", FILE + "?q=1")
                .sni(EXTERNAL);
    }

    @Test
    void an_address_is_never_an_sni() {
        String entry = ENTRY.replace("DNS", "STATIC") + "  endpoints: [{address: 203.0.113.10}]\n";
        with(entry, RULE.replace("authority: " + EXTERNAL, "authority: 203.0.113.10"), POLICY)
                .on(REQUEST)
                .ends(Outcome.REACHED)
                .withoutSni();
    }

    @Test
    void before_1_21_no_name_follows_the_host() {
        Surroundings old = Surroundings.unknown().withIstioVersion(new IstioVersion(1, 20));
        with(ENTRY, RULE.replaceFirst(" *authority:.*\n", ""), POLICY)
                .with(old)
                .on(REQUEST)
                .ends(Outcome.REACHED)
                .withoutSni();
    }

    @Test
    void names_of_the_policy_have_to_be_those_of_the_certificate() {
        String policy = POLICY.replace("SIMPLE", "SIMPLE, subjectAltNames: [wrong.example.com]");
        with(ENTRY, RULE, policy)
                .on(REQUEST)
                .ends(Outcome.TLS_FAILURE, 503, "UF,URX")
                .blames("tls-other-name", "DestinationRule/spec.trafficPolicy.tls.subjectAltNames");
        with(ENTRY + "  subjectAltNames: [wrong.example.com]\n", RULE, POLICY)
                .on(REQUEST)
                .ends(Outcome.TLS_FAILURE);
        with(ENTRY, RULE, POLICY.replace("SIMPLE", "SIMPLE, insecureSkipVerify: true"))
                .on(REQUEST)
                .ends(Outcome.REACHED);
    }

    @Test
    void certificates_of_the_mesh_are_not_for_the_outside() {
        with(ENTRY, RULE, POLICY.replace("SIMPLE", "ISTIO_MUTUAL"))
                .on(REQUEST)
                .ends(Outcome.TLS_FAILURE, 503, "UF,URX")
                .tls("ISTIO_MUTUAL")
                .sni("outbound_.443_._." + EXTERNAL);
    }

    @Test
    void mutual_tls_needs_both_files() {
        with(ENTRY, RULE, POLICY.replace("SIMPLE", "MUTUAL, clientCertificate: /a"))
                .on(REQUEST)
                .ends(Outcome.TLS_FAILURE)
                .withoutTls();
        with(ENTRY, RULE, POLICY.replace("SIMPLE", "MUTUAL, clientCertificate: /a, privateKey: /b"))
                .on(REQUEST)
                .ends(Outcome.REACHED)
                .tls("MUTUAL");
    }

    @Test
    void without_retries_there_is_no_flag_of_retries() {
        String rule = RULE.replaceFirst(" *authority:.*\n", "")
                .replace("    route:", "    retries: {attempts: 0}\n    route:");
        with(ENTRY, rule, POLICY).on(REQUEST).ends(Outcome.TLS_FAILURE, 503, "UF");
    }

    @Test
    void grpc_over_http1_is_pointed_out() {
        with(ENTRY, RULE, POLICY).on("POST grpc://webserver/pkg.Service/Method").says("send-http1-for-http2");
    }

    @Test
    void a_rule_may_answer_by_itself() {
        String redirect =
                RULE.replaceFirst("    rewrite:\n.*\n.*\n", "    redirect: {authority: x.y, redirectCode: 302}\n");
        Traced traced = with(ENTRY, redirect, POLICY).on(REQUEST).ends(Outcome.NOT_ROUTED);
        assertThat(traced.journey().status()).hasValue(302);
    }

    @Test
    void dot_segments_are_gone_before_any_route_is_tried() {
        with(ENTRY, RULE.replace("regex: '.*'", "exact: /b"), POLICY)
                .on("GET http://webserver/a/../b")
                .ends(Outcome.REACHED);
    }

    // Sealed and raw.

    @Test
    void no_http_rule_is_asked_about_sealed_bytes() {
        String rule = RULE.replace("[webserver]", "[raw.githubusercontent.com]");
        given(ENTRY, rule)
                .on("GET https://raw.githubusercontent.com/x")
                .ends(Outcome.REACHED)
                .asks(EXTERNAL, "/x");
    }

    @Test
    void a_sealed_alias_meets_a_certificate_for_another_name() {
        String service = SERVICE.replace("name: http, port: 80", "name: tls, port: 443");
        String rule =
                """
                kind: VirtualService
                metadata: {name: t, namespace: default}
                spec:
                  hosts: [webserver]
                  tls:
                  - match: [{sniHosts: [webserver]}]
                    route: [{destination: {host: raw.githubusercontent.com, port: {number: 443}}}]
                """;
        given(service, ENTRY, rule)
                .on("GET https://webserver/x")
                .ends(Outcome.TLS_FAILURE)
                .by(Article.CLUSTER)
                .sni("webserver")
                .says("tls-app-other-name");
    }

    @Test
    void tls_around_raw_bytes_has_only_the_names_that_are_written() {
        String service = SERVICE.replace("webserver", "cache").replace("name: http, port: 80", "name: tcp, port: 6379");
        String entry = ENTRY.replace("443, name: https, protocol: TLS", "6380, name: tcp, protocol: TCP");
        String rule =
                """
                kind: VirtualService
                metadata: {name: cache, namespace: default}
                spec:
                  hosts: [cache]
                  tcp:
                  - match: [{port: 6379}]
                    route: [{destination: {host: raw.githubusercontent.com, port: {number: 6380}}}]
                """;
        given(service, entry, rule, POLICY)
                .on("GET tcp://cache:6379")
                .ends(Outcome.REACHED)
                .tls("SIMPLE")
                .withoutSni()
                .says("tls-unnamed");
        String named = POLICY.replace("SIMPLE", "SIMPLE, sni: " + EXTERNAL + ", subjectAltNames: [" + EXTERNAL + "]");
        given(service, entry, rule, named)
                .on("GET tcp://cache:6379")
                .ends(Outcome.REACHED)
                .sni(EXTERNAL)
                .says("tls-checked");
        assertThat(given(service, entry, rule, named)
                        .on("GET tcp://cache:6379")
                        .journey()
                        .upstream()
                        .path())
                .isEmpty();
    }

    @Test
    void unknown_hosts_may_be_looked_up_one_by_one() {
        given(SERVICE)
                .with(OutboundPolicy.ALLOW_ANY_DYNAMIC_DNS)
                .on("GET http://example.org/x")
                .ends(Outcome.PASSTHROUGH)
                .by("AllowAnyDynamicDNSCluster");
    }
}
