package dev.egresso.mesh;

import static dev.egresso.mesh.Given.url;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reason beside a line is the reason for what stands there. */
class ReasonsTest {

    @ParameterizedTest
    @CsvSource({
        "https://api.example.com,   ServiceEntry/spec.ports[0].name,      http, port-read-as",
        "https://api.example.com,   ServiceEntry/spec.ports[0].protocol,  HTTP, port-read-as",
        "https://api.example.com,   ServiceEntry/spec.ports[1].name,      tls,  port-sealed",
        "https://api.example.com,   ServiceEntry/spec.ports[1].protocol,  TLS,  port-sealed",
        "grpcs://api.example.com,   ServiceEntry/spec.ports[0].protocol,  GRPC, protocol-of-scheme",
        "http://api.example.com,    ServiceEntry/spec.ports[0].protocol,  HTTP, protocol-of-scheme",
        "tls://mq.example.com:5671, ServiceEntry/spec.ports[0].protocol,  TCP,  port-read-as",
    })
    void the_protocol_of_a_port_is_explained_by_what_is_read_there(
            String url, String path, String value, String reason) {
        assertThat(url(url).at(path)).isEqualTo(value);
        assertThat(url(url).why(path)).isEqualTo(reason);
    }

    @Test
    void an_answered_protocol_does_not_explain_another_one() {
        Given answered = url("https://api.example.com").and("protocol", "HTTPS", "internal-service", "create");
        assertThat(answered.why("ServiceEntry/spec.ports[0].protocol")).isEqualTo("port-read-as");
        assertThat(answered.why("Service/spec.ports[0].appProtocol")).isEqualTo("service-read-as");
        Given same = url("http://api.example.com").and("protocol", "HTTP", "internal-service", "create");
        assertThat(same.why("ServiceEntry/spec.ports[0].protocol")).isEqualTo("answered");
        assertThat(same.why("Service/spec.ports[0].appProtocol")).isEqualTo("answered");
    }

    @Test
    void the_shared_port_has_its_own_reason() {
        Given classic = url("https://api.example.com").and("shape", "classic");
        assertThat(classic.at("ServiceEntry/spec.ports[0].name")).isEqualTo("https");
        assertThat(classic.why("ServiceEntry/spec.ports[0].name")).isEqualTo("port-classic");
        assertThat(classic.why("ServiceEntry/spec.ports[0].protocol")).isEqualTo("port-classic");
    }

    @Test
    void a_rule_for_chosen_pods_stays_in_its_namespace() {
        Given chosen = url("https://api.example.com").and("export-to", "default, shop", "workload-selector", "app=a");
        assertThat(chosen.at("DestinationRule/spec.exportTo[0]")).isEqualTo(".");
        assertThat(chosen.why("DestinationRule/spec.exportTo[0]")).isEqualTo("export-to-own");
        assertThat(chosen.problems()).containsExactly("info export-to dr-selector-export");
    }

    @Test
    void a_refused_selector_chooses_nobody() {
        Given refused = url("https://api.example.com").and("export-to", "shop", "workload-selector", "app");
        assertThat(refused.at("DestinationRule/spec.exportTo[0]")).isEqualTo("shop");
    }

    @Test
    void a_selector_that_a_secret_calls_for_will_choose_somebody() {
        Given open = url("https://api.example.com").and("export-to", "shop", "credential-name", "ext");
        assertThat(open.at("DestinationRule/spec.exportTo[0]")).isEqualTo(".");
    }

    @ParameterizedTest
    @CsvSource({
        "1.20, api.example.com, api.example.com, /etc/ssl/certs/ca-certificates.crt",
        "1.21, api.example.com, api.example.com, ''",
        "1.23, api.example.com, api.example.com, ''",
        "1.24, '',              '',              ''",
        "1.27, '',              '',              ''",
    })
    void names_follow_the_rewritten_host_from_1_24_on(String release, String sni, String name, String trust) {
        Given classic = url("https://api.example.com").and("shape", "classic", "istio-version", release);
        assertThat(classic.at("DestinationRule/spec.trafficPolicy.tls.sni")).isEqualTo(sni);
        assertThat(classic.at("DestinationRule/spec.trafficPolicy.tls.subjectAltNames[0]"))
                .isEqualTo(name);
        assertThat(classic.at("DestinationRule/spec.trafficPolicy.tls.caCertificates"))
                .isEqualTo(trust);
        assertThat(classic.problems()).isEmpty();
    }
}
