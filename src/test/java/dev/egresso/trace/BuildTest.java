package dev.egresso.trace;

import static dev.egresso.trace.Article.CLUSTER;
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

/** What istiod makes of the resources: names, services, clusters, listeners, virtual hosts, chains. */
class BuildTest {
    private static final String REQUEST = "GET http://webserver/x";
    private static final String PLAIN_ENTRY =
            ENTRY.replace("443, name: https, protocol: TLS", "80, name: http, protocol: HTTP");
    private static final String PLAIN_RULE = RULE.replace("number: 443", "number: 80");

    // Names.

    @Test
    void a_short_host_of_a_rule_is_one_of_the_namespace_of_the_rule() {
        with(ENTRY, RULE.replace("namespace: default", "namespace: shop"), POLICY)
                .on(REQUEST, "from", "default")
                .ends(Outcome.NO_UPSTREAM, 503, "UH");
    }

    @Test
    void a_short_destination_is_one_of_the_namespace_of_the_rule() {
        given(SERVICE, RULE.replace("host: " + EXTERNAL, "host: backend"))
                .on(REQUEST)
                .by("outbound|443||backend.default.svc.cluster.local");
    }

    @Test
    void a_short_host_of_a_policy_is_one_of_the_namespace_of_the_policy() {
        String inside =
                """
                kind: Service
                metadata: {name: backend, namespace: default}
                spec: {selector: {app: backend}, ports: [{name: http, port: 80, targetPort: 8443}]}
                """;
        given(
                        SERVICE,
                        inside,
                        PLAIN_RULE.replace("host: " + EXTERNAL, "host: backend"),
                        POLICY.replace("host: " + EXTERNAL, "host: backend"))
                .on(REQUEST)
                .ends(Outcome.REACHED)
                .tls("SIMPLE");
    }

    @Test
    void a_short_host_of_a_service_entry_is_not_expanded_and_keeps_its_own_way() {
        String entry =
                """
                kind: ServiceEntry
                metadata: {name: own, namespace: default}
                spec: {hosts: [webserver], ports: [{number: 80, name: http, protocol: HTTP}], resolution: STATIC,
                  endpoints: [{address: 203.0.113.10}]}
                """;
        with(ENTRY, RULE, POLICY + "---\n" + entry)
                .on(REQUEST)
                .by("outbound|80||webserver")
                .dials("webserver", 80);
    }

    // Services.

    @Test
    void what_is_not_exported_to_the_caller_is_not_there() {
        with(ENTRY.replace("namespace: default", "namespace: ext") + "  exportTo: ['.']\n", RULE, POLICY)
                .on(REQUEST)
                .ends(Outcome.NO_UPSTREAM, 503, "NC")
                .says("cluster-hidden");
    }

    @Test
    void a_rule_that_is_not_exported_to_the_caller_is_not_asked() {
        given(SERVICE, ENTRY, RULE + "  exportTo: ['.']\n", POLICY)
                .on("GET http://webserver.default/x", "from", "shop")
                .ends(Outcome.NO_UPSTREAM, 503, "UH");
    }

    @Test
    void a_service_entry_gets_an_address_only_for_sidecars_that_answer_dns() {
        String entry = ENTRY.replace("TLS", "TCP");
        given(entry).on("GET tcp://raw.githubusercontent.com:443").says("sidecar-raw");
        given(entry).dnsCapture().on("GET tcp://raw.githubusercontent.com:443").says("app-dials-captured");
        given(entry.replace(
                        "namespace: default",
                        "namespace: default, labels: {networking.istio.io/enable-autoallocate-ip: 'false'}"))
                .dnsCapture()
                .on("GET tcp://raw.githubusercontent.com:443")
                .says("app-dials-outside");
    }

    // Clusters.

    @Test
    void a_udp_port_has_no_cluster() {
        with(ENTRY.replace("protocol: TLS", "protocol: UDP"), RULE, POLICY)
                .on(REQUEST)
                .ends(Outcome.NO_UPSTREAM, 503, "NC");
    }

    @Test
    void the_policy_of_the_caller_goes_before_that_of_the_service() {
        String own = POLICY.replace("namespace: default", "namespace: shop").replace("SIMPLE", "DISABLE");
        given(SERVICE, ENTRY, RULE, POLICY, own)
                .on("GET http://webserver.default/x", "from", "shop")
                .ends(Outcome.TLS_FAILURE)
                .says("tls-disabled");
    }

    @Test
    void a_policy_in_a_third_namespace_is_never_asked_and_one_of_the_root_is() {
        with(ENTRY, RULE, POLICY.replace("namespace: default", "namespace: elsewhere"))
                .on(REQUEST)
                .ends(Outcome.TLS_FAILURE)
                .says("tls-missing");
        with(ENTRY, RULE, POLICY.replace("namespace: default", "namespace: istio-system"))
                .on(REQUEST)
                .ends(Outcome.REACHED);
    }

    @Test
    void an_exact_policy_goes_before_a_wildcard() {
        String wide = POLICY.replace("host: " + EXTERNAL, "host: '*.githubusercontent.com'")
                .replace("SIMPLE", "DISABLE");
        given(SERVICE, ENTRY, RULE, wide, POLICY).on(REQUEST).ends(Outcome.REACHED);
        given(SERVICE, ENTRY, RULE, wide).on(REQUEST).ends(Outcome.TLS_FAILURE);
    }

    @Test
    void settings_for_the_port_take_the_place_of_the_others() {
        String policy = POLICY.replace(
                "{mode: SIMPLE}", "{mode: SIMPLE}, portLevelSettings: [{port: {number: 443}, loadBalancer: {}}]");
        with(ENTRY, RULE, policy).on(REQUEST).ends(Outcome.TLS_FAILURE).says("tls-missing");
    }

    @Test
    void a_credential_without_selector_starts_no_tls() {
        String policy = POLICY.replace("SIMPLE", "SIMPLE, credentialName: ext");
        with(ENTRY, RULE, policy)
                .on(REQUEST)
                .ends(Outcome.TLS_FAILURE)
                .withoutTls()
                .blames("tls-credential-withheld", "DestinationRule/spec.trafficPolicy.tls.credentialName");
        with(ENTRY, RULE, policy + "  workloadSelector: {matchLabels: {app: shop}}\n")
                .on(REQUEST)
                .ends(Outcome.REACHED)
                .tls("SIMPLE")
                .assumes("labels");
    }

    @Test
    void http2_comes_from_the_port_or_from_the_policy() {
        with(ENTRY.replace("protocol: TLS", "protocol: GRPC"), RULE, POLICY)
                .on(REQUEST)
                .http("2");
        String upgrade = POLICY.replace("{tls:", "{connectionPool: {http: {h2UpgradePolicy: UPGRADE}}, tls:");
        with(ENTRY, RULE, upgrade).on(REQUEST).http("2");
        with(ENTRY, RULE, POLICY).on(REQUEST).http("1.1");
    }

    // Listeners.

    @Test
    void all_http_ports_of_a_number_share_a_listener() {
        whole().on(REQUEST).says("sidecar-reads");
    }

    @Test
    void a_tcp_port_listens_on_the_address_of_its_service() {
        String tcp = SERVICE.replace("name: http, port: 80", "name: tcp, port: 80");
        given(tcp, ENTRY, RULE, POLICY)
                .on(REQUEST)
                .says("sidecar-raw")
                .by("outbound|80||webserver.default.svc.cluster.local");
    }

    @Test
    void a_port_without_protocol_is_looked_at() {
        String sniffed = SERVICE.replace("name: http, port: 80", "port: 80");
        given(sniffed, ENTRY, RULE, POLICY).on(REQUEST).ends(Outcome.REACHED).says("sidecar-reads-alone");
        given(sniffed, ENTRY, RULE, POLICY).on("GET tcp://webserver:80").says("sidecar-raw");
    }

    @Test
    void mongo_shares_with_nobody() {
        String mongo = ENTRY.replace("443, name: https, protocol: TLS", "80, name: mongo, protocol: MONGO");
        given(SERVICE, mongo).on("GET tcp://raw.githubusercontent.com:80").ends(Outcome.PASSTHROUGH);
        given(mongo).on("GET tcp://raw.githubusercontent.com:80").by("outbound|80||" + EXTERNAL);
    }

    @Test
    void a_range_of_addresses_is_a_condition_on_the_shared_listener() {
        String range =
                """
                kind: ServiceEntry
                metadata: {name: net, namespace: default}
                spec: {hosts: [net.example.com], addresses: [10.1.0.0/16], ports: [{number: 5432, name: tcp, protocol: TCP}], resolution: NONE}
                """;
        given(range)
                .on("GET tcp://10.1.2.3:5432")
                .by("outbound|5432||net.example.com")
                .ends(Outcome.REACHED);
        given(range).on("GET tcp://10.2.2.3:5432").ends(Outcome.PASSTHROUGH);
    }

    // Virtual hosts.

    @Test
    void rules_for_another_port_are_left_out_and_the_service_leads_to_itself() {
        with(ENTRY, RULE.replace("match: [{", "match: [{port: 8080, "), POLICY)
                .on(REQUEST)
                .ends(Outcome.NO_UPSTREAM, 503, "UH");
    }

    @Test
    void nothing_follows_a_rule_that_takes_all() {
        String more = RULE
                + """
                  - match: [{uri: {prefix: /x}}]
                    route: [{destination: {host: nowhere.example.com}}]
                """;
        with(ENTRY, more, POLICY).on(REQUEST).by(CLUSTER);
    }

    @Test
    void rules_for_gateways_are_not_for_sidecars() {
        given(SERVICE, ENTRY, RULE + "  gateways: [ingress]\n", POLICY)
                .on(REQUEST)
                .ends(Outcome.NO_UPSTREAM, 503, "UH");
        given(SERVICE, ENTRY, RULE + "  gateways: [ingress, mesh]\n", POLICY)
                .on(REQUEST)
                .ends(Outcome.REACHED);
    }

    @Test
    void a_host_that_the_mesh_does_not_know_has_rules_on_port_80_alone_and_by_its_full_name() {
        String rule = RULE.replace("hosts: [webserver]", "hosts: [api.internal.example.com]");
        given(SERVICE, ENTRY, rule, POLICY)
                .on("GET http://api.internal.example.com/x")
                .ends(Outcome.REACHED);
        String on81 = SERVICE.replace("port: 80", "port: 81");
        given(on81, ENTRY, rule, POLICY)
                .on("GET http://api.internal.example.com:81/x")
                .ends(Outcome.PASSTHROUGH);
    }

    @Test
    void of_two_rules_for_a_host_the_first_counts() {
        String second = RULE.replace("name: webserver, namespace", "name: again, namespace")
                .replace("number: 443", "number: 1");
        given(SERVICE, ENTRY, RULE, second, POLICY).on(REQUEST).ends(Outcome.REACHED);
    }

    @Test
    void a_wildcard_rule_gets_what_no_closer_rule_is_for() {
        String wide = RULE.replace("[webserver]", "['*.default.svc.cluster.local']");
        given(SERVICE, ENTRY, wide, POLICY).on(REQUEST).ends(Outcome.REACHED);
        String closer = RULE.replace("name: webserver, namespace", "name: own, namespace")
                .replace("number: 443", "number: 1");
        given(SERVICE, ENTRY, wide, closer, POLICY).on(REQUEST).ends(Outcome.NO_UPSTREAM, 503, "NC");
    }

    @Test
    void a_destination_without_port_takes_that_of_the_listener() {
        with(ENTRY, RULE.replace(", port: {number: 443}", ""), POLICY)
                .on(REQUEST)
                .ends(Outcome.NO_UPSTREAM, 503, "NC")
                .by("outbound|80||" + EXTERNAL)
                .says("cluster-port-left-out");
        given(SERVICE, PLAIN_ENTRY, PLAIN_RULE.replace(", port: {number: 80}", ""))
                .on(REQUEST)
                .ends(Outcome.REACHED);
    }

    @Test
    void everybody_may_be_called_by_all_forms_of_the_name_that_dns_knows() {
        for (String name : new String[] {
            "webserver",
            "webserver.default",
            "webserver.default.svc",
            "webserver.default.svc.cluster.local",
            "webserver.default.svc.cluster.local."
        }) {
            whole().on("GET http://" + name + "/x").ends(Outcome.REACHED);
        }
        whole().on("GET http://webserver.default/x", "from", "shop").ends(Outcome.REACHED);
        whole().on("GET http://webserver/x", "from", "shop").ends(Outcome.APP_ERROR);
    }

    // Chains.

    @Test
    void sealed_bytes_are_sorted_by_the_name_in_the_greeting() {
        given(ENTRY)
                .on("GET https://raw.githubusercontent.com/x")
                .ends(Outcome.REACHED)
                .by(CLUSTER)
                .sni(EXTERNAL)
                .withoutTls();
        given(ENTRY).on("GET https://example.org/x").ends(Outcome.PASSTHROUGH);
        given(ENTRY)
                .with(OutboundPolicy.REGISTRY_ONLY)
                .on("GET https://example.org/x")
                .ends(Outcome.BLOCKED);
    }

    @Test
    void a_tls_rule_takes_the_place_of_the_own_chain() {
        String rule =
                """
                kind: VirtualService
                metadata: {name: t, namespace: default}
                spec:
                  hosts: [raw.githubusercontent.com]
                  tls:
                  - match: [{port: 443, sniHosts: [raw.githubusercontent.com]}]
                    route: [{destination: {host: other.example.com, port: {number: 8443}}}]
                """;
        given(ENTRY, rule)
                .on("GET https://raw.githubusercontent.com/x")
                .by("outbound|8443||other.example.com")
                .flags("NC");
    }

    @Test
    void the_first_tcp_rule_without_condition_takes_all() {
        String service = SERVICE.replace("name: http, port: 80", "name: tcp, port: 5432");
        String rule =
                """
                kind: VirtualService
                metadata: {name: db, namespace: default}
                spec:
                  hosts: [webserver]
                  tcp:
                  - match: [{port: 1}]
                    route: [{destination: {host: one.example.com}}]
                  - match: [{port: 5432}]
                    route: [{destination: {host: db.example.com}}]
                """;
        String entry = ENTRY.replace(EXTERNAL, "db.example.com")
                .replace("443, name: https, protocol: TLS", "6543, name: tcp, protocol: TCP");
        given(service, entry, rule)
                .on("GET tcp://webserver:5432")
                .ends(Outcome.REACHED)
                .dials("db.example.com", 6543);
    }

    @Test
    void an_alias_is_led_like_the_service_that_it_names() {
        String alias =
                """
                kind: Service
                metadata: {name: old, namespace: default}
                spec: {type: ExternalName, externalName: webserver.default.svc.cluster.local, ports: [{name: http, port: 80}]}
                """;
        given(SERVICE, alias, ENTRY, RULE, POLICY).on("GET http://old/x").ends(Outcome.REACHED);
    }
}
