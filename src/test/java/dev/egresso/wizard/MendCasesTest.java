package dev.egresso.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.check.Finding;
import dev.egresso.mesh.Surroundings;
import dev.egresso.yaml.ManifestReader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules that mend some of their findings: a sound set with one thing wrong, and what becomes of it. */
class MendCasesTest {
    private static final String SOUND =
            """
            apiVersion: networking.istio.io/v1
            kind: ServiceEntry
            metadata: {name: api, namespace: default}
            spec:
              hosts: [api.example.com]
              location: MESH_EXTERNAL
              ports:
              - number: 80
                name: http
                protocol: HTTP
                targetPort: 443
              - number: 443
                name: tls
                protocol: TLS
              resolution: DNS
            ---
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: webserver, namespace: default}
            spec:
              hosts: [webserver.default.svc.cluster.local]
              http:
              - match:
                - uri: {prefix: /a}
                timeout: 10s
                rewrite:
                  authority: api.example.com
                route:
                - destination:
                    host: api.example.com
                    port: {number: 80}
            ---
            apiVersion: networking.istio.io/v1
            kind: DestinationRule
            metadata: {name: api, namespace: default}
            spec:
              host: api.example.com
              trafficPolicy:
                portLevelSettings:
                - port: {number: 80}
                  tls:
                    mode: SIMPLE
                    caCertificates: system
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: webserver, namespace: default}
            spec:
              ports:
              - {name: http, port: 80}
            """;

    /** @param from a part of the sound set, @param to what stands there instead, @param mended what mending makes of it */
    record Case(String rule, String from, String to, String mended) {
        @Override
        public String toString() {
            return rule + ": " + to.strip();
        }

        /** Mending brings the sound set back. */
        static Case back(String rule, String from, String to) {
            return new Case(rule, from, to, from);
        }
    }

    static Stream<Case> cases() {
        String tls = "  - number: 443\n    name: tls\n    protocol: TLS\n";
        String endpoints = "  resolution: STATIC\n  endpoints:\n  - address: ";
        return Stream.of(
                Case.back(
                        "dr-policy-empty", "    portLevelSettings:", "    connectionPool: {}\n    portLevelSettings:"),
                Case.back("se-port-dup-number", tls, tls + "  - {number: 443, name: more, protocol: TLS}\n"),
                Case.back("se-protocol-udp", tls, tls + "  - {number: 53, name: dns, protocol: UDP}\n"),
                Case.back("se-protocol-unknown", "protocol: HTTP\n", "protocol: http/-\n"),
                Case.back("vs-ineffective-match", "{prefix: /a}\n", "{prefix: /a}\n    - uri: {prefix: /a}\n"),
                new Case("vs-duration", "timeout: 10s", "timeout: '10'", "timeout: '10s'"),
                Case.back("vs-duration", "timeout: 10s", "timeout: 10"),
                Case.back("x-unknown-field", "resolution: DNS", "Resolution: DNS"),
                Case.back("x-unknown-field", "    caCertificates:", "    ca_certificates:"),
                Case.back("x-field-type", "  - number: 80\n", "  - number: \"80\"\n"),
                Case.back("x-field-enum", "mode: SIMPLE", "mode: Simple"),
                new Case(
                        "x-exportto-incompat",
                        "  resolution: DNS\n",
                        "  resolution: DNS\n  exportTo: [other]\n",
                        "  resolution: DNS\n  exportTo: [other, default]\n"),
                new Case(
                        "se-cidr-resolution",
                        "  resolution: DNS",
                        "  addresses: [10.0.0.1/32]\n  resolution: DNS",
                        "  addresses: [10.0.0.1]\n  resolution: DNS"),
                new Case("se-endpoint-addr", "  resolution: DNS\n", endpoints + "'[::1]'\n", endpoints + "'::1'\n"),
                new Case(
                        "vs-weights",
                        "port: {number: 80}\n---",
                        "port: {number: 80}\n      weight: 7\n---",
                        "port: {number: 80}\n---"),
                new Case(
                        "x-dr-host-mismatch",
                        "host: api.example.com\n  traffic",
                        "host: webserver\n  traffic",
                        "host: api.example.com\n  traffic"),
                new Case(
                        "x-dest-no-service",
                        "host: api.example.com\n        port",
                        "host: api.exmaple.com\n        port",
                        "host: api.example.com\n        port"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void what_is_wrong_becomes_right(Case each) {
        String text = broken(each.from(), each.to());
        Mending mending = mending(text);
        assertThat(mending.mended()).extracting(Finding::rule).contains(each.rule());
        assertThat(mending.texts().get("a.yaml")).isEqualTo(broken(each.from(), each.mended()));
        assertThat(mending.findings()).extracting(Finding::rule).doesNotContain(each.rule());
    }

    @Test
    void a_rule_for_a_host_with_one_port_starts_tls() {
        String text = broken("  - number: 443\n    name: tls\n    protocol: TLS\n", "")
                .replace(
                        "    portLevelSettings:\n    - port: {number: 80}\n      tls:\n        mode: SIMPLE\n        caCertificates: system\n",
                        "    connectionPool: {tcp: {maxConnections: 1}}\n");
        Mending mending = mending(text);
        assertThat(mending.mended()).extracting(Finding::rule).containsExactly("x-dr-missing-for-tls");
        assertThat(mending.texts().get("a.yaml"))
                .contains("{tcp: {maxConnections: 1}}\n    tls:\n      mode: SIMPLE\n---");
    }

    @Test
    void settings_for_a_dialled_port_become_those_of_the_port_that_is_called() {
        String text = broken("  - number: 443\n    name: tls\n    protocol: TLS\n", "");
        String wrong = text.replace("- port: {number: 80}\n      tls", "- port: {number: 443}\n      tls");
        assertThat(mending(wrong).texts().get("a.yaml")).isEqualTo(text);
    }

    @Test
    void mends_in_one_place_and_mends_that_uncover_others_are_all_made() {
        String text = broken("    name: http\n    protocol: HTTP\n", "    proto_col: HTTP\n")
                .replace("    rewrite:\n      authority: api.example.com\n", "    rewrite: {}\n")
                .replace("[api.example.com]", "[api.example.com, https://api.example.com/x, API.example.com]");
        Mending mending = mending(text);
        assertThat(mending.findings()).allMatch(finding -> finding.fix().isEmpty() && !finding.isError());
        assertThat(mending.texts().get("a.yaml"))
                .contains("hosts: [api.example.com]", "authority: api.example.com", "    protocol: HTTP\n");
    }

    @Test
    void what_an_anchor_shares_is_left_and_said() {
        String text = broken("- port: {number: 80}\n      tls:\n", "- port: {number: 80}\n      tls: &tls\n")
                .replace("mode: SIMPLE", "mode: Simple")
                .replace(
                        "caCertificates: system\n",
                        "caCertificates: system\n    - port: {number: 443}\n      tls: *tls\n");
        Mending mending = mending(text);
        assertThat(mending.texts()).isEmpty();
        assertThat(mending.kept().values())
                .containsOnly(
                        "other places use the same part by its anchor &tls",
                        "it stands in a part that an alias brings in from elsewhere");
    }

    /** Found by AnyInputTest in its big run. */
    @Test
    void a_dot_at_the_end_of_a_host_is_no_other_host() {
        Mending mending = mending(SOUND.replace("api.example.com", "api.example.com."));
        assertThat(mending.findings()).extracting(Finding::rule).doesNotContain("x-authority-mismatch");
        assertThat(mending.findings()).allMatch(finding -> finding.fix().isEmpty());
    }

    @Test
    void a_sound_set_stays() {
        Mending mending = mending(SOUND);
        assertThat(mending.texts()).isEmpty();
        assertThat(mending.mended()).isEmpty();
    }

    private static String broken(String from, String to) {
        assertThat(SOUND).contains(from);
        int at = SOUND.indexOf(from);
        return SOUND.substring(0, at) + to + SOUND.substring(at + from.length());
    }

    private static Mending mending(String text) {
        return Mending.of(ManifestReader.read("a.yaml", text), Surroundings.unknown());
    }
}
