package dev.egresso.mesh;

import static dev.egresso.mesh.Given.url;
import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.yaml.ManifestReader;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What nobody has answered adapts to what stands in the cluster; what was answered stays. */
class InventoryTest {
    private static final String HTTPS = "https://api.example.com/v1/";

    private static Given seen(String url, Inventory inventory, String... answers) {
        Given given = url(url).and(answers);
        return new Given(given.answers(), Surroundings.unknown().withInventory(inventory));
    }

    private static Inventory entry(String ports, String more) {
        String text =
                """
                apiVersion: networking.istio.io/v1
                kind: ServiceEntry
                metadata:
                  name: theirs
                  namespace: shared
                spec:
                  hosts:
                  - api.example.com
                  ports: [%s]
                  resolution: DNS
                %s
                """
                        .formatted(ports, more);
        return new Inventory(
                List.of(), Optional.empty(), ManifestReader.read("x.yaml", text).manifests());
    }

    private static String port(int number, String protocol, String more) {
        return "{number: " + number + ", name: p" + number + ", protocol: " + protocol + more + "}";
    }

    @Test
    void the_newest_version_that_is_served_is_written() {
        Inventory old = new Inventory(List.of(ApiVersion.V1BETA1, ApiVersion.V1ALPHA3), Optional.empty(), List.of());
        Given seen = seen(HTTPS, old);
        assertThat(seen.at("ServiceEntry/apiVersion")).isEqualTo("networking.istio.io/v1beta1");
        assertThat(seen.draft().setting(FieldId.API_VERSION).because().id()).isEqualTo("api-version-served");
        Given typed = seen(HTTPS, old, "api-version", "v1");
        assertThat(typed.at("ServiceEntry/apiVersion")).isEqualTo("networking.istio.io/v1");
        assertThat(typed.problems()).containsExactly("warning api-version api-version-not-served");
    }

    @Test
    void the_namespace_of_the_context_is_the_usual_one() {
        Inventory shop = Inventory.none().in("shop");
        assertThat(seen(HTTPS, shop).at("VirtualService/metadata.namespace")).isEqualTo("shop");
        assertThat(seen(HTTPS, shop, "namespace", "billing").at("VirtualService/metadata.namespace"))
                .isEqualTo("billing");
    }

    @Test
    void an_entry_with_a_port_for_tls_of_the_sidecar_is_used_as_it_is() {
        Inventory theirs = entry(port(80, "HTTP", ", targetPort: 443") + ", " + port(443, "TLS", ""), "");
        Given seen = seen(HTTPS, theirs);
        assertThat(seen.problems()).isEmpty();
        assertThat(seen.draft().manifests()).extracting(Manifest::kind).doesNotContain(Kind.SERVICE_ENTRY);
        assertThat(seen.draft().pieces().get(0).notNeeded()).map(Reason::id).contains("no-service-entry-found");
        assertThat(seen.at("VirtualService/spec.http[0].route[0].destination.port.number"))
                .isEqualTo("80");
        assertThat(seen.at("DestinationRule/spec.trafficPolicy.portLevelSettings[0].port.number"))
                .isEqualTo("80");
    }

    @Test
    void an_entry_with_the_shared_port_alone_makes_the_shape_classic() {
        Given seen = seen(HTTPS, entry(port(443, "TLS", ""), ""));
        assertThat(seen.problems()).isEmpty();
        assertThat(seen.draft().setting(FieldId.SHAPE).because().id()).isEqualTo("shape-of-entry");
        assertThat(seen.at("VirtualService/spec.http[0].route[0].destination.port.number"))
                .isEqualTo("443");
        assertThat(seen.at("DestinationRule/spec.trafficPolicy.tls.mode")).isEqualTo("SIMPLE");
        assertThat(seen(HTTPS, entry(port(443, "TLS", ""), ""), "shape", "isolated")
                        .problems())
                .containsExactly("error shape service-entry-shape");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "https://api.example.com;   {number: 8443, name: a, protocol: TLS}",
                "http://api.example.com;    {number: 80, name: a, protocol: TCP}",
                "http://api.example.com;    {number: 80, name: a, protocol: HTTP, targetPort: 8080}",
                "grpcs://api.example.com;   {number: 443, name: a, protocol: TLS}",
                "tcp://api.example.com:5432;{number: 5432, name: a, protocol: HTTP}",
            })
    void an_entry_of_another_shape_is_refused(String url, String ports) {
        assertThat(seen(url, entry(ports, "")).problems()).contains("error service-entry service-entry-unfit");
        Given second = seen(url, entry(ports, ""), "service-entry", "create");
        assertThat(second.problems()).noneMatch(problem -> problem.startsWith("error"));
        assertThat(second.at("ServiceEntry/spec.hosts[0]")).isEqualTo("api.example.com");
    }

    @Test
    void an_entry_that_the_route_cannot_see_or_writes_itself_is_none() {
        String sealed = port(443, "TLS", "");
        assertThat(seen(HTTPS, entry(sealed, "  exportTo: ['.']")).at("ServiceEntry/spec.hosts[0]"))
                .isEqualTo("api.example.com");
        assertThat(seen(HTTPS, entry(sealed, "  exportTo: ['.']"), "namespace", "shared")
                        .at("ServiceEntry/spec.hosts[0]"))
                .isEmpty();
        assertThat(seen(HTTPS, entry(sealed, ""), "namespace", "shared", "name", "theirs")
                        .at("ServiceEntry/spec.hosts[0]"))
                .isEqualTo("api.example.com");
    }

    @Test
    void where_nothing_else_is_needed_nothing_is_written() {
        Given seen =
                seen("https://api.example.com", entry(port(443, "TLS", ""), ""), "tls", "app", "internal-host", "");
        assertThat(seen.problems()).containsExactly("error service-entry service-entry-enough");
    }

    @Test
    void the_answers_of_a_set_make_it_again_where_nobody_has_looked() {
        Inventory theirs = entry(port(443, "TLS", ""), "").in("shop");
        Inventory old = new Inventory(List.of(ApiVersion.V1BETA1), theirs.namespace(), theirs.resources());
        Surroundings seen = Surroundings.unknown()
                .withInventory(old)
                .withInternalService(false)
                .withIstioVersion(new IstioVersion(1, 20))
                .withDataPlane(DataPlane.SIDECAR);
        Bundle bundle = Bundle.of(Draft.of(url(HTTPS).answers(), seen).route().orElseThrow());
        Draft again = Draft.of(bundle.answers(), Surroundings.unknown());
        assertThat(again.manifests().stream().map(dev.egresso.yaml.YamlWriter::text))
                .isEqualTo(bundle.manifests().stream()
                        .map(dev.egresso.yaml.YamlWriter::text)
                        .toList());
        assertThat(bundle.answers().asMap())
                .containsEntry(FieldId.SERVICE_ENTRY, "reuse")
                .containsEntry(FieldId.SHAPE, "classic")
                .containsEntry(FieldId.NAMESPACE, "shop")
                .containsEntry(FieldId.INTERNAL_SERVICE, "create");
    }

    @Test
    void only_what_has_to_do_with_the_set_is_looked_at_beside_it() {
        Inventory theirs = entry(port(443, "TLS", ""), "");
        assertThat(theirs.touching(url(HTTPS).draft().manifests())).hasSize(1);
        assertThat(theirs.touching(url("https://other.example.org").draft().manifests()))
                .isEmpty();
    }
}
