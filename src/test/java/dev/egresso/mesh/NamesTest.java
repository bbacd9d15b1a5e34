package dev.egresso.mesh;

import static dev.egresso.mesh.Given.given;
import static dev.egresso.mesh.Given.url;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the internal host, the resources and a secret may be called. */
class NamesTest {

    @Test
    void an_internal_host_with_an_impossible_port_is_refused() {
        assertThat(given("internal-host", "webserver:99999").problems())
                .containsExactly("error internal-host port-range");
        assertThat(given("internal-host", "webserver:http").problems())
                .containsExactly("error internal-host port-not-a-number");
        assertThat(given("internal-host", "webserver:").problems()).isEmpty();
        assertThat(given("internal-host", "webserver:8080").told("internal-host-port"))
                .containsEntry("port", "8080");
    }

    @ParameterizedTest
    @CsvSource({
        "http://webserver,            http://…",
        "http://webserver/,           http://…",
        "webserver/api,               …/api",
        "http://webserver:8080/Api?q=1, http://…/Api?q=1",
        "curl -s http://webserver/api,  http://…/api",
    })
    void what_was_cut_off_an_internal_host_is_said(String text, String cut) {
        assertThat(given("internal-host", text).draft().internalHost().map(InternalHost::name))
                .contains("webserver");
        assertThat(given("internal-host", text).told("internal-host-was-url")).containsEntry("cut", cut);
    }

    @Test
    void an_internal_host_with_a_password_is_refused_without_repeating_it() {
        Given typed = given("internal-host", "http://me:secret@webserver/");
        assertThat(typed.problems()).containsExactly("error internal-host url-credentials");
        assertThat(typed.told("url-credentials").toString()).doesNotContain("secret");
    }

    @Test
    void a_name_made_from_a_long_host_fits_a_resource() {
        String label = "a".repeat(61) + ".";
        String host = "*." + label.repeat(4) + "ex";
        Given wildcard = given("external-url", "https://" + host);
        assertThat(wildcard.problems()).isEmpty();
        assertThat(wildcard.at("ServiceEntry/metadata.name"))
                .hasSizeLessThanOrEqualTo(253)
                .matches(DnsName::isSubdomain, "a name that Kubernetes takes");
    }

    @ParameterizedTest
    @CsvSource({
        "webserver,               https://api.example.com/v1/, '',     webserver",
        "pay.shop,                https://api.example.com,     '',     pay",
        "www.pay.example,         http://api.example.com,      github, www",
        "pay,                     https://api.example.com,     TLS,    api-example-com",
        "'',                      https://api.example.com,     TLS,    api-example-com",
        "'',                      tls://*.example.com,         '',     wildcard-example-com",
        "db,                      tcp://db.example.com:5432,   '',     db",
    })
    void all_resources_carry_the_name_of_the_mapping(String host, String url, String other, String name) {
        Given given = given("internal-host", host, "external-url", url);
        Given told = other.equals("TLS")
                ? given.and("tls", "app", "tls-route", "sni")
                : other.isEmpty() ? given : given.and("name", other);
        Given written = told.and("internal-service", "create");

        assertThat(labels(written)).isNotEmpty().extracting(Place::textOrEmpty).containsOnly(name);
    }

    @Test
    void the_name_of_the_mapping_is_a_value_that_a_label_takes() {
        String host = "a".repeat(62) + ".example.com";
        Given sealed = given("external-url", "https://" + host, "tls", "app", "name", host);
        assertThat(labels(sealed)).extracting(Place::textOrEmpty).containsOnly("a".repeat(62));
    }

    @Test
    void the_name_of_the_mapping_waits_for_the_question_that_tells_it() {
        assertThat(labels(given("external-url", "http://api.example.com")))
                .isNotEmpty()
                .allSatisfy(place -> assertThat(place.node().orElseThrow())
                        .isInstanceOfSatisfying(Node.Hole.class, hole -> assertThat(hole.field())
                                .isEqualTo(FieldId.INTERNAL_HOST)));
        assertThat(labels(given("protocol", "HTTPS", "tls", "app")))
                .isNotEmpty()
                .allSatisfy(place -> assertThat(place.node().orElseThrow())
                        .isInstanceOfSatisfying(Node.Hole.class, hole -> assertThat(hole.field())
                                .isEqualTo(FieldId.EXTERNAL_URL)));
        assertThat(labels(url("https://api.example.com"))).isNotEmpty().allSatisfy(place -> assertThat(
                        place.node().orElseThrow().origin())
                .isEqualTo(new Origin.Derived(Set.of(FieldId.INTERNAL_HOST), Reason.of("mapping-name"))));
    }

    private static List<Place> labels(Given given) {
        return given.draft().manifests().stream()
                .map(manifest -> Place.of(manifest).at("metadata", "labels", "app.kubernetes.io/instance"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ext-client-cert", "configmap://default/ca", "kubernetes://shop/ext", "my.secret"})
    void a_secret_is_called_as_kubernetes_calls_it(String name) {
        assertThat(url("https://api.example.com")
                        .and("credential-name", name, "workload-selector", "app=shop")
                        .problems())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ext-Client-Cert", "a_b", "-a", "a/b/c", "configmap://", "CONFIGMAP://a", "vault://a"})
    void a_secret_that_kubernetes_cannot_hold_is_refused(String name) {
        assertThat(url("https://api.example.com")
                        .and("credential-name", name, "workload-selector", "app=shop")
                        .problems())
                .containsExactly("error credential-name credential-name-syntax");
    }

    @ParameterizedTest
    @ValueSource(strings = {"configmap://ca", "configmap://shop/ca"})
    void a_config_map_elsewhere_than_beside_the_rule_is_refused_as_Istio_does(String name) {
        assertThat(url("https://api.example.com").and("credential-name", name).problems())
                .containsExactly("error credential-name credential-configmap-namespace");
    }
}
