package dev.egresso.mesh;

import static dev.egresso.mesh.Given.given;
import static dev.egresso.mesh.Given.url;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said about answers that cannot stand beside each other, or should not. */
class ProblemsTest {

    @Test
    void nothing_is_said_about_the_usual_route() {
        assertThat(url("https://api.example.com/v1/").problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://legacy/", "https://legacy/", "tcp://legacy:7000", "grpcs://legacy"})
    void a_host_without_a_dot_cannot_be_led_to(String url) {
        assertThat(url(url).problems()).containsExactly("error external-url se-host-short");
    }

    @Test
    void a_host_without_a_dot_that_apps_call_themselves_may_work() {
        Given sealed = given("external-url", "https://legacy/");
        assertThat(sealed.problems()).containsExactly("warning external-url se-host-short");
        assertThat(sealed.and("tls-route", "sni").problems()).containsExactly("error external-url se-host-short");
    }

    @Test
    void a_set_that_no_app_sees_whole_is_refused() {
        Given chosen = url("https://api.example.com")
                .and("tls-mode", "SIMPLE", "workload-selector", "app=shop", "export-to", "shop,billing");
        assertThat(chosen.problems()).containsExactly("error export-to export-to-without-chosen-pods");
        assertThat(chosen.and("export-to", "default,shop").problems())
                .containsExactly("info export-to dr-selector-export");
    }

    @Test
    void an_api_version_that_the_release_does_not_serve_is_refused() {
        Given asked = url("https://api.example.com").and("api-version", "v1", "istio-version", "1.20");
        assertThat(asked.problems()).containsExactly("error api-version x-api-version");
        Surroundings old = Surroundings.unknown().withIstioVersion(new IstioVersion(1, 20));
        assertThat(new Given(
                                url("https://api.example.com")
                                        .and("api-version", "v1")
                                        .answers(),
                                old)
                        .problems())
                .containsExactly("error api-version x-api-version");
    }

    @Test
    void the_release_that_knows_dynamic_dns_is_not_known_for_sure() {
        assertThat(given("external-url", "https://*.example.com", "resolution", "DYNAMIC_DNS", "istio-version", "1.27")
                        .problems())
                .containsExactly("warning resolution x-api-version-dynamic-dns");
    }

    @ParameterizedTest
    @CsvSource({
        "http://api.example.com:443,  protocol HTTP,  warning protocol http-listener-on-443",
        "h2c://api.example.com:443,   tls none,       warning tls http-listener-on-443",
        "grpc://api.example.com:443,  tls none,       warning tls http-listener-on-443",
        "tcp://api.example.com:443,   tls none,       warning external-url x-tcp-port-clash",
        "tcp://api.example.com:80,    protocol TCP,   warning external-url x-tcp-port-clash",
        "tls://api.example.com,       protocol TLS,   warning external-url x-tcp-port-clash",
        "https://api.example.com,     tls none,       error tls tls-none-for-tls",
        "tls://api.example.com,       tls none,       error tls tls-none-for-tls",
        "grpcs://api.example.com,     shape classic,  warning shape http-listener-classic",
        "h2://api.example.com,        shape classic,  warning shape http-listener-classic",
        "grpcs://api.example.com:8443, tls none,      warning tls tls-none-for-scheme",
        "h2://api.example.com:8443,   tls none,       warning tls tls-none-for-scheme",
        "https://api.example.com:8443, protocol HTTP, warning protocol tls-none-for-scheme",
    })
    void a_port_that_others_share_is_pointed_out_once(String url, String answer, String problem) {
        assertThat(url(url).and(answer.split(" ")).problems()).containsExactly(problem);
    }

    @Test
    void a_tcp_port_kept_to_its_namespace_is_the_way_on() {
        assertThat(url("tls://api.example.com").and("export-to", ".").problems())
                .isEmpty();
    }

    @Test
    void sealed_bytes_may_pass_unread_where_nobody_can_check_them_but_the_app() {
        assertThat(url("rediss://cache.example.com:6380")
                        .and("protocol", "TCP", "tls", "none")
                        .problems())
                .containsExactly("warning tls tls-none-for-scheme");
        assertThat(given("external-url", "rediss://cache.example.com:6380", "protocol", "TCP", "internal-host", "")
                        .problems())
                .isEmpty();
    }

    @Test
    void a_base_below_the_root_changes_nothing() {
        assertThat(url("https://api.example.com/").and("path", "base").problems())
                .isEmpty();
        assertThat(url("https://api.example.com/").and("path", "base").at("VirtualService/spec.http[0].rewrite.uri"))
                .isEmpty();
        assertThat(url("https://api.example.com").and("path", "base").problems())
                .isEmpty();
        assertThat(url("https://api.example.com").and("path", "replace").problems())
                .containsExactly("error path path-without-path");
    }

    @Test
    void a_path_may_be_replaced_by_the_root() {
        Given root = url("https://api.example.com/").and("path", "replace");
        assertThat(root.problems()).isEmpty();
        assertThat(root.applies("path")).isTrue();
        assertThat(root.at("VirtualService/spec.http[0].match[0].uri.regex")).isEqualTo(".*");
        assertThat(root.at("VirtualService/spec.http[0].rewrite.uri")).isEqualTo("/");
    }

    @Test
    void what_concerns_an_alias_is_not_said_without_one() {
        Given sealed = given("external-url", "https://api.example.com", "tls", "app");
        assertThat(sealed.and("internal-host", "api.example.com").problems())
                .containsExactly("warning internal-host alias-sealed");
        assertThat(sealed.and("internal-host", "a.b.example.com", "internal-service", "create")
                        .problems())
                .containsExactly("warning internal-host alias-sealed", "info internal-service answer-unused");
        assertThat(sealed.and("path", "replace").problems()).containsExactly("info path answer-unused");
    }

    @Test
    void the_address_of_the_url_is_an_endpoint_that_none_does_not_take() {
        assertThat(given("external-url", "https://203.0.113.10", "resolution", "NONE", "tls", "app")
                        .problems())
                .containsExactly("error resolution se-none-with-endpoints");
        assertThat(given(
                                "external-url",
                                "https://api.example.com",
                                "resolution",
                                "NONE",
                                "tls",
                                "app",
                                "endpoints",
                                "203.0.113.10")
                        .problems())
                .containsExactly("error endpoints se-none-with-endpoints");
    }

    @Test
    void dns_takes_the_address_of_the_url_for_an_endpoint() {
        Given dns = url("http://203.0.113.10").and("resolution", "DNS");
        assertThat(dns.problems()).isEmpty();
        assertThat(dns.at("ServiceEntry/spec.endpoints[0].address")).isEqualTo("203.0.113.10");
    }

    @Test
    void a_sealed_route_needs_no_waypoint() {
        Given ambient = url("https://api.example.com").and("data-plane", "ambient");
        assertThat(ambient.problems()).containsExactly("warning data-plane x-ambient-no-waypoint");
        assertThat(ambient.and("internal-service", "create").problems()).isEmpty();
        assertThat(given("external-url", "https://api.example.com", "data-plane", "ambient")
                        .problems())
                .isEmpty();
        assertThat(given("external-url", "https://*.example.com", "data-plane", "ambient")
                        .problems())
                .containsExactly("error resolution ambient-wildcard");
        assertThat(given("external-url", "https://*.example.com", "data-plane", "ambient", "resolution", "DYNAMIC_DNS")
                        .problems())
                .containsExactly("warning data-plane ambient-wildcard-waypoint");
    }

    @Test
    void a_warning_waits_for_the_name_that_it_mentions() {
        Given wrapped = given("internal-host", "mq", "protocol", "TLS", "tls", "mesh", "subject-alt-names", "auto");
        assertThat(wrapped.problems()).isEmpty();
        assertThat(wrapped.and("external-url", "tls://mq.example.com:5671", "sni", "auto")
                        .told("x-tcp-tls-no-sni-san"))
                .containsEntry("host", "mq.example.com");
    }

    @Test
    void the_port_for_an_address_is_asked_for_in_brackets() {
        assertThat(url("tcp://[2001:db8::1]").told("url-port-needed")).containsEntry("host", "[2001:db8::1]");
    }

    @Test
    void no_name_is_in_a_greeting_that_istio_cannot_derive() {
        assertThat(url("tls://mq.example.com:5671").and("sni", "auto").problems())
                .containsExactly("warning sni sni-auto-nameless");
        assertThat(url("https://api.example.com")
                        .and("sni", "auto", "istio-version", "1.23")
                        .problems())
                .containsExactly("warning sni sni-auto-nameless");
        assertThat(url("https://api.example.com").and("sni", "auto").problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "replace, prefix, 1.18, true",
        "replace, prefix, 1.19, false",
        "replace, exact,  1.18, false",
        "base,    prefix, 1.18, false",
        "base,    regex,  1.18, true",
        "keep,    regex,  1.18, false",
    })
    void a_rewrite_that_the_release_does_not_know_is_refused(
            String path, String kind, String release, boolean refused) {
        Given old = url("https://api.example.com/v1/")
                .and("path", path, "match-kind", kind, "match-path", "/a", "istio-version", release);
        assertThat(old.problems().contains("error match-kind x-api-version-regex-rewrite"))
                .isEqualTo(refused);
    }
}
