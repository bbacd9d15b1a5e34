package dev.egresso.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RegistryTest {
    private static final HostName GITHUB = HostName.asWritten("raw.githubusercontent.com");

    @Test
    void a_short_host_of_a_rule_is_read_in_the_namespace_of_the_rule() {
        Registry registry = registry(
                """
                {kind: VirtualService, metadata: {name: a, namespace: shop}, spec: {hosts: [webserver]}}
                """);
        assertThat(registry.virtualServices(HostName.ofService("webserver", "shop")))
                .hasSize(1);
        assertThat(registry.virtualServices(HostName.asWritten("webserver"))).isEmpty();
    }

    @Test
    void a_short_host_of_a_service_entry_stays_as_it_is() {
        Registry registry = registry(
                """
                {kind: ServiceEntry, metadata: {name: a}, spec: {hosts: [webserver]}}
                """);
        assertThat(registry.services(HostName.asWritten("webserver"))).hasSize(1);
    }

    @Test
    void of_two_rules_for_a_host_the_first_counts() {
        Registry registry = registry(
                """
                {kind: VirtualService, metadata: {name: first}, spec: {hosts: [webserver]}}
                ---
                {kind: VirtualService, metadata: {name: second}, spec: {hosts: [webserver.default.svc.cluster.local]}}
                """);
        assertThat(registry.virtualService(HostName.ofService("webserver", "default"), "default"))
                .hasValueSatisfying(rule -> assertThat(rule.manifest().name()).isEqualTo("first"));
    }

    @Test
    void a_rule_for_gateways_alone_is_not_for_sidecars() {
        Registry registry = registry(
                """
                {kind: VirtualService, metadata: {name: a}, spec: {hosts: [webserver], gateways: [ingress]}}
                """);
        assertThat(registry.virtualServicesVisibleFrom("default")).isEmpty();
    }

    @Test
    void the_rule_of_the_client_goes_before_that_of_the_service_and_that_of_the_mesh() {
        String entry = "{kind: ServiceEntry, metadata: {name: e, namespace: ext}, spec: {hosts: [" + GITHUB + "]}}\n";
        String rules = List.of("istio-system", "ext", "client", "elsewhere").stream()
                .map(namespace -> "---\n{kind: DestinationRule, metadata: {name: d, namespace: " + namespace
                        + "}, spec: {host: " + GITHUB + "}}\n")
                .reduce("", String::concat);
        Registry registry = registry(entry + rules);
        assertThat(namespaceOfRule(registry, "client")).isEqualTo("client");
        assertThat(namespaceOfRule(registry, "other")).isEqualTo("ext");
    }

    @Test
    void an_exact_host_goes_before_a_wildcard() {
        Registry registry = registry(
                """
                {kind: ServiceEntry, metadata: {name: e}, spec: {hosts: [raw.githubusercontent.com]}}
                ---
                {kind: DestinationRule, metadata: {name: w}, spec: {host: '*.githubusercontent.com'}}
                ---
                {kind: DestinationRule, metadata: {name: x}, spec: {host: raw.githubusercontent.com}}
                """);
        MeshService service = registry.service(GITHUB, "default").orElseThrow();
        assertThat(registry.destinationRule(service, "default"))
                .hasValueSatisfying(rule -> assertThat(rule.host().isWildcard()).isFalse());
    }

    @Test
    void of_two_rules_for_one_host_the_first_policy_wins_and_subsets_add_up() {
        Registry registry = registry(
                """
                {kind: DestinationRule, metadata: {name: a}, spec: {host: x.y, subsets: [{name: v1}]}}
                ---
                {kind: DestinationRule, metadata: {name: b}, spec: {host: x.y, trafficPolicy: {tls: {mode: SIMPLE}}, subsets: [{name: v2}]}}
                ---
                {kind: DestinationRule, metadata: {name: c}, spec: {host: x.y, trafficPolicy: {tls: {mode: MUTUAL}}}}
                """);
        assertThat(registry.destinationRules()).hasSize(1);
        DestinationRule merged = registry.destinationRules().get(0);
        assertThat(merged.tls("", 443).at("mode").text()).hasValue("SIMPLE");
        assertThat(merged.subsets()).hasSize(2);
    }

    @Test
    void settings_for_a_port_take_the_place_of_the_others_as_a_whole() {
        Registry registry = registry(
                """
                {kind: DestinationRule, metadata: {name: a}, spec: {host: x.y, trafficPolicy: {tls: {mode: SIMPLE},
                  portLevelSettings: [{port: {number: 80}, connectionPool: {}}]}}}
                """);
        DestinationRule rule = registry.destinationRules().get(0);
        assertThat(rule.tls("", 443).exists()).isTrue();
        assertThat(rule.tls("", 80).exists()).isFalse();
    }

    @Test
    void a_host_from_the_own_namespace_goes_before_a_kubernetes_service_elsewhere() {
        Registry registry = registry(
                """
                {kind: Service, metadata: {name: web, namespace: other}, spec: {ports: [{port: 80}]}}
                ---
                {kind: ServiceEntry, metadata: {name: e}, spec: {hosts: [web.other.svc.cluster.local]}}
                """);
        HostName host = HostName.ofService("web", "other");
        assertThat(registry.service(host, "default").orElseThrow().isKubernetes())
                .isFalse();
        assertThat(registry.service(host, "third").orElseThrow().isKubernetes()).isTrue();
    }

    @Test
    void what_is_not_exported_is_not_seen() {
        Registry registry = registry(
                """
                {kind: ServiceEntry, metadata: {name: e, namespace: a}, spec: {hosts: [x.y], exportTo: [.]}}
                """);
        assertThat(registry.servicesVisibleFrom("a")).hasSize(1);
        assertThat(registry.servicesVisibleFrom("b")).isEmpty();
    }

    @Test
    void a_place_knows_its_path_where_nothing_stands() {
        Registry registry =
                registry("{kind: VirtualService, metadata: {name: a}, spec: {http: [{rewrite: {uri: /}}]}}");
        Place authority = registry.virtualServices().get(0).http().get(0).at("rewrite", "authority");
        assertThat(authority.path()).hasToString("VirtualService/spec.http[0].rewrite.authority");
        assertThat(authority.nearest().path()).hasToString("VirtualService/spec.http[0].rewrite");
    }

    private static String namespaceOfRule(Registry registry, String client) {
        MeshService service = registry.service(GITHUB, client).orElseThrow();
        return registry.destinationRule(service, client).orElseThrow().namespace();
    }

    private static Registry registry(String yaml) {
        return Registry.of(Yaml.manifests(yaml));
    }
}
