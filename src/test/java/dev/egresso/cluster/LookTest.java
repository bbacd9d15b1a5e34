package dev.egresso.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.mesh.ApiVersion;
import dev.egresso.mesh.DataPlane;
import dev.egresso.mesh.InternalHost;
import dev.egresso.mesh.IstioVersion;
import dev.egresso.mesh.KnownService;
import dev.egresso.mesh.Manifest;
import dev.egresso.mesh.OutboundPolicy;
import dev.egresso.mesh.Surroundings;
import dev.egresso.rollout.Sight;
import dev.egresso.rollout.Trouble;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookTest {
    private final DoubledCluster doubled = new DoubledCluster();
    private final ApiServerDouble server = doubled.server();
    private final List<String> istiods = new ArrayList<>();

    @AfterEach
    void end() {
        doubled.close();
    }

    private Sight look() {
        return doubled.as(LiveCluster.MANAGER).look("shop", Optional.of(new InternalHost("webserver")));
    }

    @Test
    void what_is_there_is_seen() {
        Sets.webserver("shop").forEach(wanted -> doubled.applyAs("helm", wanted));
        server.show(
                "/api/v1/namespaces/shop",
                "{\"kind\":\"Namespace\",\"metadata\":{\"name\":\"shop\",\"labels\":{\"istio-injection\":\"enabled\"}}}");
        server.show(
                "/api/v1/namespaces/istio-system/configmaps/istio",
                "{\"kind\":\"ConfigMap\",\"data\":{\"mesh\":\"defaultConfig:\\n  proxyMetadata:\\n"
                        + "    ISTIO_META_DNS_CAPTURE: \\\"true\\\"\\noutboundTrafficPolicy:\\n  mode: REGISTRY_ONLY\\n"
                        + "rootNamespace: istio-config\\n\"}}");
        server.show(
                "/apis/apps/v1/namespaces/istio-system/deployments",
                "{\"kind\":\"List\",\"items\":[{\"spec\":{\"template\":{\"spec\":{\"containers\":"
                        + "[{\"image\":\"registry:5000/istio/pilot:1.27.1-distroless\"}]}}}}]}");
        server.show(
                "/apis/networking.istio.io/v1/sidecars",
                "{\"kind\":\"SidecarList\",\"items\":[{\"apiVersion\":\"networking.istio.io/v1\",\"kind\":\"Sidecar\","
                        + "\"metadata\":{\"name\":\"default\",\"namespace\":\"shop\"},"
                        + "\"spec\":{\"egress\":[{\"hosts\":[\"./*\"]}]}}]}");
        Sight sight = look();
        assertThat(sight.unseen()).isEmpty();
        assertThat(sight.surroundings().sidecars())
                .extracting(scope -> scope.namespace() + "/" + scope.name())
                .containsExactly("shop/default");
        assertThat(sight.surroundings().inventory().served()).isEqualTo(sight.versions());
        assertThat(sight.surroundings().inventory().resources()).isEqualTo(sight.resources());
        assertThat(sight.namespaces()).containsExactly("default", "shop");
        assertThat(sight.versions()).containsExactly(ApiVersion.V1, ApiVersion.V1BETA1, ApiVersion.V1ALPHA3);
        assertThat(sight.surroundings().dataPlane()).contains(DataPlane.SIDECAR);
        assertThat(sight.surroundings().outboundPolicy()).contains(OutboundPolicy.REGISTRY_ONLY);
        assertThat(sight.surroundings().dnsCapture()).contains(true);
        assertThat(sight.surroundings().rootNamespace()).contains("istio-config");
        assertThat(sight.surroundings().istioVersion()).contains(new IstioVersion(1, 27));
        assertThat(sight.surroundings().internalService()).contains(true);
        assertThat(sight.surroundings().services())
                .containsExactly(new KnownService("webserver", Optional.of("shop"), 80, "http"));
        assertThat(sight.resources().stream().map(Manifest::name))
                .containsExactly("api-example-com", "webserver", "api-example-com");
        assertThat(sight.missing()).isEmpty();
    }

    private void istiod(String name, String revision, String version) {
        istiods.add("{\"metadata\":{\"name\":\"" + name + "\",\"labels\":{\"istio.io/rev\":\"" + revision
                + "\"}},\"spec\":{\"template\":{\"spec\":{\"containers\":[{\"image\":\"istio/pilot:" + version
                + "\"}]}}}}");
        server.show(
                "/apis/apps/v1/namespaces/istio-system/deployments",
                "{\"kind\":\"List\",\"items\":[" + String.join(",", istiods) + "]}");
        String suffix = revision.equals("default") ? "" : "-" + revision;
        server.show(
                "/api/v1/namespaces/istio-system/configmaps/istio" + suffix,
                "{\"kind\":\"ConfigMap\",\"data\":{\"mesh\":\"rootNamespace: root-of-" + revision + "\\n\"}}");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"istio-injection\":\"enabled\"',1.29,root-of-default",
        "'\"istio.io/rev\":\"canary\"',1.30,root-of-canary",
        "'\"istio.io/rev\":\"prod-stable\"',1.28,root-of-1-28-2",
        "'\"istio-injection\":\"enabled\",\"istio.io/rev\":\"canary\"',1.29,root-of-default"
    })
    void of_several_istiods_the_one_that_serves_the_namespace_counts(String labels, String version, String root) {
        istiod("istiod", "default", "1.29.0");
        istiod("istiod-canary", "canary", "1.30.1");
        istiod("istiod-1-28-2", "1-28-2", "1.28.2");
        server.show(
                "/api/v1/namespaces/shop",
                "{\"kind\":\"Namespace\",\"metadata\":{\"name\":\"shop\",\"labels\":{" + labels + "}}}");
        server.show(
                "/apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations",
                "{\"kind\":\"List\",\"items\":[{\"metadata\":{\"labels\":{\"istio.io/tag\":\"prod-stable\","
                        + "\"istio.io/rev\":\"1-28-2\"}}}]}");
        Surroundings found = look().surroundings();
        assertThat(found.istioVersion().map(IstioVersion::toString)).contains(version);
        assertThat(found.rootNamespace()).contains(root);
        assertThat(found.dataPlane()).contains(DataPlane.SIDECAR);
    }

    @Test
    void a_service_that_is_not_there_is_known_not_to_be() {
        assertThat(look().surroundings().internalService()).contains(false);
    }

    @Test
    void what_is_forbidden_is_said_once_and_the_rest_goes_on() {
        server.forbid("list", "virtualservices");
        server.forbid("delete", "services");
        Sight sight = look();
        assertThat(sight.unseen().stream().map(Trouble::id)).containsExactly("forbidden");
        assertThat(sight.missing()).containsExactly("delete services");
        assertThat(sight.versions()).hasSize(3);
    }

    @Test
    void without_istio_no_version_is_served() {
        server.serveOnly();
        Sight sight = look();
        assertThat(sight.versions()).isEmpty();
        assertThat(sight.resources()).isEmpty();
        assertThat(sight.isWithoutIstio()).isTrue();
        assertThat(sight.unseen()).extracting(Trouble::id).containsExactly(Sight.NO_ISTIO);
    }

    @Test
    void a_lost_connection_ends_the_look() {
        server.cut(request -> true);
        Sight sight = look();
        assertThat(sight.unseen()).hasSize(1);
        assertThat(sight.surroundings().internalService()).isEmpty();
    }
}
