package dev.egresso.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.mesh.HostName;
import dev.egresso.mesh.KnownGateway;
import dev.egresso.mesh.MeshConfig;
import dev.egresso.mesh.Neighbours;
import dev.egresso.mesh.OutboundPolicy;
import dev.egresso.mesh.Surroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What documents tell of the mesh around a route, wherever people keep it. */
class NeighboursTest {
    private static Neighbours read(String text) {
        ReadSet set = ManifestReader.read("a.yaml", text);
        assertThat(set.faults()).isEmpty();
        assertThat(set.skipped()).isEmpty();
        return set.neighbours();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: istio, namespace: istio-system}
                data:
                  mesh: |-
                    outboundTrafficPolicy:
                      mode: REGISTRY_ONLY
                    rootNamespace: istio-config
                    trustDomain: example.com
                    defaultConfig:
                      proxyMetadata:
                        ISTIO_META_DNS_CAPTURE: "true"
                """,
                """
                apiVersion: install.istio.io/v1alpha1
                kind: IstioOperator
                spec:
                  meshConfig: {outboundTrafficPolicy: {mode: REGISTRY_ONLY}, rootNamespace: istio-config,
                    trustDomain: example.com, defaultConfig: {proxyMetadata: {ISTIO_META_DNS_CAPTURE: "true"}}}
                """,
                """
                apiVersion: sailoperator.io/v1
                kind: Istio
                spec:
                  values:
                    meshConfig: {outboundTrafficPolicy: {mode: REGISTRY_ONLY}, rootNamespace: istio-config,
                      trustDomain: example.com, defaultConfig: {proxyMetadata: {ISTIO_META_DNS_CAPTURE: "true"}}}
                """,
                """
                global: {istioNamespace: istio-system}
                meshConfig: {outboundTrafficPolicy: {mode: REGISTRY_ONLY}, rootNamespace: istio-config,
                  trustDomain: example.com, defaultConfig: {proxyMetadata: {ISTIO_META_DNS_CAPTURE: "true"}}}
                """,
                """
                outboundTrafficPolicy: {mode: REGISTRY_ONLY}
                rootNamespace: istio-config
                trustDomain: example.com
                defaultConfig: {proxyMetadata: {ISTIO_META_DNS_CAPTURE: "true"}}
                """
            })
    void the_settings_of_the_mesh_are_found_where_people_keep_them(String text) {
        MeshConfig mesh = read(text).mesh();
        assertThat(mesh.outboundPolicy()).contains(OutboundPolicy.REGISTRY_ONLY);
        assertThat(mesh.rootNamespace()).contains("istio-config");
        assertThat(mesh.trustDomain()).contains("example.com");
        assertThat(mesh.dnsCapture()).contains(true);
        assertThat(mesh.autoMtls()).contains(true);
    }

    @Test
    void what_read_settings_do_not_say_is_the_default_of_istio() {
        MeshConfig mesh =
                read("defaultServiceExportTo: ['.']\nenableAutoMtls: false\n").mesh();
        assertThat(mesh.outboundPolicy()).contains(OutboundPolicy.ALLOW_ANY);
        assertThat(mesh.dnsCapture()).contains(false);
        assertThat(mesh.rootNamespace()).contains("istio-system");
        assertThat(mesh.autoMtls()).contains(false);
        assertThat(mesh.exports().orElseThrow().services()).containsExactly(".");
        assertThat(mesh.exports().orElseThrow().virtualServices()).isEmpty();
    }

    @Test
    void what_was_told_goes_before_what_was_read() {
        Surroundings told = Surroundings.unknown().withOutboundPolicy(OutboundPolicy.ALLOW_ANY);
        Surroundings known = told.with(read("outboundTrafficPolicy: {mode: REGISTRY_ONLY}\nrootNamespace: mesh\n"));
        assertThat(known.outboundPolicy()).contains(OutboundPolicy.ALLOW_ANY);
        assertThat(known.rootNamespace()).contains("mesh");
    }

    @Test
    void settings_that_are_no_yaml_are_a_fault_at_their_line() {
        ReadSet set = ManifestReader.read(
                "a.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: istio}\ndata:\n  mesh: 'a: ['\n");
        assertThat(set.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.line()).isEqualTo(5);
            assertThat(fault.what()).startsWith("under mesh: not YAML");
        });
    }

    @Test
    void a_config_map_of_another_application_is_passed_over() {
        ReadSet set = ManifestReader.read(
                "a.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: game}\ndata: {mesh: triangles}\n");
        assertThat(set.skipped()).hasSize(1);
        assertThat(set.faults()).isEmpty();
    }

    @Test
    void gateways_of_both_kinds_are_known_with_their_hosts() {
        Neighbours found = read(
                """
                apiVersion: networking.istio.io/v1
                kind: Gateway
                metadata: {name: out, namespace: mesh}
                spec:
                  servers:
                  - hosts: [./*.example.com, shop/api.example.org]
                ---
                apiVersion: gateway.networking.k8s.io/v1
                kind: Gateway
                metadata: {name: in, namespace: mesh}
                spec:
                  listeners:
                  - {name: http, port: 80, protocol: HTTP}
                """);
        assertThat(found.gateways()).extracting(KnownGateway::fullName).containsExactly("mesh/out", "mesh/in");
        KnownGateway out = found.gateways().get(0);
        assertThat(out.listensFor(HostName.asWritten("api.example.com"), "mesh"))
                .isTrue();
        assertThat(out.listensFor(HostName.asWritten("api.example.com"), "shop"))
                .isFalse();
        assertThat(out.listensFor(HostName.asWritten("api.example.org"), "shop"))
                .isTrue();
        assertThat(found.gateways().get(1).listensFor(HostName.asWritten("a.b"), "any"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"out,shop/out", "mesh/out,mesh/out", "./out,shop/out", "out.mesh.svc.cluster.local,mesh/out"})
    void a_gateway_is_named_in_several_ways(String word, String name) {
        assertThat(KnownGateway.fullName(word, "shop")).isEqualTo(name);
    }

    @Test
    void a_sidecar_tells_what_its_proxies_do_with_the_unknown() {
        Neighbours found = read(
                """
                apiVersion: networking.istio.io/v1
                kind: Sidecar
                metadata: {name: default, namespace: shop}
                spec:
                  outboundTrafficPolicy: {mode: REGISTRY_ONLY}
                  egress:
                  - hosts: [./*]
                """);
        assertThat(found.sidecars()).singleElement().satisfies(sidecar -> {
            assertThat(sidecar.outboundPolicy()).contains(OutboundPolicy.REGISTRY_ONLY);
            assertThat(sidecar.hosts()).containsExactly("./*");
        });
    }
}
