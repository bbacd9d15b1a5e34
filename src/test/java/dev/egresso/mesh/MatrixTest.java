package dev.egresso.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.Golden;
import dev.egresso.yaml.YamlWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which resources each kind of route comes to; how a row is spelled says {@link Row}. */
class MatrixTest {
    private static final String TABLE =
            """
            blog                               | 443 https TLS                                 | http regex .* -> 443 /mcasperson/NodejsProxy/master/externalservice1.txt | SIMPLE for all                                                     | http 80
            https                              | 80 http HTTP>443, 443 tls TLS                 | http -> 80                                               | SIMPLE at 80 sni names                                             | http 80
            https-answered                     | 80 http HTTP>443, 443 tls TLS                 | http -> 80                                               | SIMPLE at 80 sni names                                             | http 80
            https-base                         | 80 http HTTP>443, 443 tls TLS                 | http -> 80 /v1/                                          | SIMPLE at 80 sni names                                             | http 80
            https-file                         | 80 http HTTP>443, 443 tls TLS                 | http regex .* -> 80 /mcasperson/NodejsProxy/master/externalservice1.txt | SIMPLE at 80 sni names                                             | http 80
            https-port                         | 80 http HTTP>8443, 8443 tls TLS               | http -> 80 /v1/                                          | SIMPLE at 80 sni names                                             | http 80
            https-port-80                      | 8080 http HTTP>80, 80 tls TLS                 | http -> 8080 /v1/                                        | SIMPLE at 8080 sni names                                           | http 80
            https-classic                      | 443 https TLS                                 | http -> 443 /v1/                                         | SIMPLE for all                                                     | http 80
            https-classic-port                 | 8443 https TLS                                | http -> 8443                                             | SIMPLE for all                                                     | http 80
            https-by-port                      | 80 http HTTP>443, 443 tls TLS                 | http -> 80                                               | SIMPLE at 80 sni names                                             | http 80
            https-trailing-dot                 | 80 http HTTP>443, 443 tls TLS                 | http -> 80                                               | SIMPLE at 80 sni names                                             | http 80
            http                               | 80 http HTTP                                  | http -> 80                                               | -                                                                  | http 80
            http-base                          | 80 http HTTP                                  | http -> 80 /v1/                                          | -                                                                  | http 80
            http-file                          | 80 http HTTP                                  | http regex .* -> 80 /status.json                         | -                                                                  | http 80
            http-port                          | 8080 http HTTP                                | http -> 8080 /v1/                                        | -                                                                  | http 80
            path-replace-any                   | 80 http HTTP>443, 443 tls TLS                 | http regex .* -> 80 /v1/things                           | SIMPLE at 80 sni names                                             | http 80
            path-replace-prefix                | 80 http HTTP>443, 443 tls TLS                 | http prefix /svc -> 80 ^.*$ /v1/things                   | SIMPLE at 80 sni names                                             | http 80
            path-replace-exact                 | 80 http HTTP>443, 443 tls TLS                 | http exact /svc/a -> 80 /v1/things                       | SIMPLE at 80 sni names                                             | http 80
            path-replace-regex                 | 80 http HTTP>443, 443 tls TLS                 | http regex /svc/.* -> 80 /v1/things                      | SIMPLE at 80 sni names                                             | http 80
            path-base-any                      | 80 http HTTP>443, 443 tls TLS                 | http -> 80 /v1/things/                                   | SIMPLE at 80 sni names                                             | http 80
            path-base-prefix                   | 80 http HTTP>443, 443 tls TLS                 | http prefix /svc/ -> 80 /v1/things/; http exact /svc -> 80 /v1/things | SIMPLE at 80 sni names                                             | http 80
            path-base-exact                    | 80 http HTTP>443, 443 tls TLS                 | http exact /svc/a -> 80 /v1/things                       | SIMPLE at 80 sni names                                             | http 80
            path-base-regex                    | 80 http HTTP>443, 443 tls TLS                 | http regex /svc/.* -> 80 ^/ /v1/things/                  | SIMPLE at 80 sni names                                             | http 80
            path-keep-any                      | 80 http HTTP>443, 443 tls TLS                 | http -> 80                                               | SIMPLE at 80 sni names                                             | http 80
            path-keep-prefix                   | 80 http HTTP>443, 443 tls TLS                 | http prefix /svc -> 80                                   | SIMPLE at 80 sni names                                             | http 80
            path-keep-exact                    | 80 http HTTP>443, 443 tls TLS                 | http exact /svc/a -> 80                                  | SIMPLE at 80 sni names                                             | http 80
            path-keep-regex                    | 80 http HTTP>443, 443 tls TLS                 | http regex /svc/.* -> 80                                 | SIMPLE at 80 sni names                                             | http 80
            path-base-prefix-slash             | 80 http HTTP>443, 443 tls TLS                 | http prefix /svc/ -> 80 /v1/                             | SIMPLE at 80 sni names                                             | http 80
            path-base-prefix-without-slash     | 80 http HTTP>443, 443 tls TLS                 | http prefix /svc/ -> 80 /v1/; http exact /svc -> 80 /v1/ | SIMPLE at 80 sni names                                             | http 80
            path-base-prefix-root              | 80 http HTTP>443, 443 tls TLS                 | http prefix / -> 80 /v1/                                 | SIMPLE at 80 sni names                                             | http 80
            path-base-exact-slash              | 80 http HTTP>443, 443 tls TLS                 | http exact /svc -> 80 /v1/                               | SIMPLE at 80 sni names                                             | http 80
            path-replace-root                  | 80 http HTTP>443, 443 tls TLS                 | http regex .* -> 80 /                                    | SIMPLE at 80 sni names                                             | http 80
            path-encoded                       | 80 http HTTP>443, 443 tls TLS                 | http regex .* -> 80 /a%20b/100%25/%C3%BC                 | SIMPLE at 80 sni names                                             | http 80
            match-prefix-without-rewrite       | 80 http HTTP>443, 443 tls TLS                 | http prefix /api/ -> 80                                  | SIMPLE at 80 sni names                                             | http 80
            grpc                               | 50051 grpc GRPC                               | http -> 50051                                            | -                                                                  | grpc 80
            grpcs                              | 80 grpc GRPC>443, 443 tls TLS                 | http -> 80                                               | SIMPLE at 80 sni names                                             | grpc 80
            grpcs-classic                      | 8443 grpc GRPC                                | http -> 8443                                             | SIMPLE for all                                                     | grpc 80
            grpcs-classic-443                  | 443 grpc GRPC                                 | http -> 443                                              | SIMPLE for all                                                     | grpc 80
            grpc-over-https                    | 80 grpc GRPC>443, 443 tls TLS                 | http -> 80                                               | SIMPLE at 80 sni names                                             | grpc 80
            h2c                                | 80 http2 HTTP2                                | http -> 80 /v1/                                          | -                                                                  | http2 80
            h2                                 | 80 http2 HTTP2>443, 443 tls TLS               | http -> 80 /v1/                                          | SIMPLE at 80 sni names                                             | http2 80
            h2-classic                         | 8443 http2 HTTP2                              | http -> 8443 /v1/                                        | SIMPLE for all                                                     | http2 80
            https-sealed                       | 443 tls TLS                                   | -                                                        | -                                                                  | -
            https-sealed-route                 | 443 tls TLS                                   | tls port 443 sniHosts[0] api.example.com -> 443          | -                                                                  | -
            https-sealed-without-internal-host | 8443 tls TLS                                  | -                                                        | -                                                                  | -
            tls-sealed                         | 8883 tls TLS                                  | -                                                        | -                                                                  | -
            grpcs-sealed                       | 443 tls TLS                                   | -                                                        | -                                                                  | -
            mongodb-srv                        | 27017 tls TLS                                 | -                                                        | -                                                                  | -
            tcp                                | 7000 tcp TCP                                  | tcp port 7000 -> 7000                                    | -                                                                  | tcp 7000
            tcp-bare                           | 9092 tcp TCP                                  | tcp port 9092 -> 9092                                    | -                                                                  | tcp 9092
            tcp-own-port                       | 7000 tcp TCP                                  | tcp port 17000 -> 7000                                   | -                                                                  | tcp 17000
            postgres                           | 5432 tcp TCP                                  | tcp port 5432 -> 5432                                    | -                                                                  | tcp 5432
            mysql                              | 3306 tcp TCP                                  | tcp port 3306 -> 3306                                    | -                                                                  | tcp 3306
            redis                              | 6379 tcp TCP                                  | tcp port 6379 -> 6379                                    | -                                                                  | tcp 6379
            mongodb                            | 27017 mongo MONGO                             | tcp port 27017 -> 27017                                  | -                                                                  | mongo 27017
            rediss                             | 6380 tcp TCP                                  | tcp port 6379 -> 6380                                    | SIMPLE for all sni names                                           | tcp 6379
            tls                                | 5671 tcp TCP                                  | tcp port 5671 -> 5671                                    | SIMPLE for all sni names                                           | tcp 5671
            tls-443                            | 443 tcp TCP                                   | tcp port 443 -> 443                                      | SIMPLE for all sni names                                           | tcp 443
            tcp-wrapped                        | 5671 tcp TCP                                  | tcp port 5671 -> 5671                                    | SIMPLE for all sni names                                           | tcp 5671
            mongodb-wrapped                    | 27017 mongo MONGO                             | tcp port 27017 -> 27017                                  | SIMPLE for all sni names                                           | mongo 27017
            wildcard                           | 443 tls TLS NONE                              | -                                                        | -                                                                  | -
            wildcard-route                     | 443 tls TLS NONE                              | tls port 443 sniHosts[0] *.example.com -> 443            | -                                                                  | -
            wildcard-http                      | 80 http HTTP NONE                             | -                                                        | -                                                                  | -
            wildcard-looked-up                 | 443 tls TLS DYNAMIC_DNS                       | -                                                        | -                                                                  | -
            wildcard-http-looked-up            | 80 http HTTP DYNAMIC_DNS                      | -                                                        | -                                                                  | -
            wildcard-originated                | 80 http HTTP>443, 443 tls TLS DYNAMIC_DNS     | -                                                        | SIMPLE at 80                                                       | -
            wildcard-one-endpoint              | 443 tls TLS                                   | -                                                        | -                                                                  | -
            ip                                 | 80 http HTTP>443, 443 tls TLS STATIC          | http -> 80 /v1/                                          | SIMPLE at 80 names                                                 | http 80
            ip-http                            | 8080 http HTTP STATIC                         | http -> 8080                                             | -                                                                  | http 80
            ip-six                             | 80 http HTTP>8443, 8443 tls TLS STATIC        | http -> 80                                               | SIMPLE at 80 names                                                 | http 80
            ip-with-name                       | 80 http HTTP>443, 443 tls TLS STATIC          | http -> 80                                               | SIMPLE at 80 sni names                                             | http 80
            ip-dns                             | 80 http HTTP                                  | http -> 80                                               | -                                                                  | http 80
            ip-stream                          | 5671 tcp TCP STATIC                           | tcp port 5671 -> 5671                                    | SIMPLE for all names                                               | tcp 5671
            ip-sealed                          | 443 tls TLS STATIC                            | -                                                        | -                                                                  | -
            static                             | 80 http HTTP>443, 443 tls TLS STATIC          | http -> 80                                               | SIMPLE at 80 sni names                                             | http 80
            static-six                         | 80 http HTTP>443, 443 tls TLS STATIC          | http -> 80                                               | SIMPLE at 80 sni names                                             | http 80
            endpoint-name                      | 80 http HTTP>443, 443 tls TLS                 | http -> 80                                               | SIMPLE at 80 sni names                                             | http 80
            round-robin                        | 80 http HTTP>443, 443 tls TLS DNS_ROUND_ROBIN | http -> 80                                               | SIMPLE at 80 sni names                                             | http 80
            none-sealed                        | 443 tls TLS NONE                              | -                                                        | -                                                                  | -
            mutual                             | 80 http HTTP>443, 443 tls TLS                 | http -> 80                                               | MUTUAL at 80 clientCertificate privateKey sni names                | http 80
            mutual-authority                   | 80 http HTTP>443, 443 tls TLS                 | http -> 80                                               | MUTUAL at 80 caCertificates clientCertificate privateKey sni names | http 80
            mutual-classic                     | 443 https TLS                                 | http -> 443                                              | MUTUAL for all clientCertificate privateKey                        | http 80
            mutual-stream                      | 5671 tcp TCP                                  | tcp port 5671 -> 5671                                    | MUTUAL for all clientCertificate privateKey sni names              | tcp 5671
            mutual-secret                      | 80 http HTTP>443, 443 tls TLS                 | http -> 80                                               | MUTUAL at 80 credentialName sni names selector                     | http 80
            mutual-secret-seen                 | 80 http HTTP>443, 443 tls TLS                 | http -> 80                                               | MUTUAL at 80 credentialName sni names selector                     | http 80
            secret-of-authority                | 80 http HTTP>443, 443 tls TLS                 | http -> 80                                               | SIMPLE at 80 credentialName sni names                              | http 80
            private-authority                  | 80 http HTTP>443, 443 tls TLS                 | http -> 80                                               | SIMPLE at 80 caCertificates sni names                              | http 80
            system-authority                   | 80 http HTTP>443, 443 tls TLS                 | http -> 80                                               | SIMPLE at 80 caCertificates sni names                              | http 80
            selected-pods                      | 80 http HTTP>443, 443 tls TLS                 | http -> 80                                               | SIMPLE at 80 sni names selector                                    | http 80
            sni                                | 80 http HTTP>443, 443 tls TLS                 | http -> 80                                               | SIMPLE at 80 sni names                                             | http 80
            sni-auto                           | 80 http HTTP>443, 443 tls TLS                 | http -> 80                                               | SIMPLE at 80                                                       | http 80
            names                              | 80 http HTTP>443, 443 tls TLS                 | http -> 80                                               | SIMPLE at 80 sni names                                             | http 80
            names-auto                         | 80 http HTTP>443, 443 tls TLS                 | http -> 80                                               | SIMPLE at 80                                                       | http 80
            names-classic                      | 443 https TLS                                 | http -> 443                                              | SIMPLE for all names                                               | http 80
            host-in-namespace                  | 80 http HTTP>443, 443 tls TLS                 | http -> 80 /v1/                                          | SIMPLE at 80 sni names                                             | http 80
            host-in-full                       | 80 http HTTP>443, 443 tls TLS                 | http -> 80 /v1/                                          | SIMPLE at 80 sni names                                             | http 80
            host-elsewhere                     | 80 http HTTP>443, 443 tls TLS                 | http -> 80 /v1/                                          | SIMPLE at 80 sni names                                             | -
            host-with-port                     | 80 http HTTP>443, 443 tls TLS                 | http -> 80 /v1/                                          | SIMPLE at 80 sni names                                             | http 8080
            service                            | 80 http HTTP>443, 443 tls TLS                 | http -> 80 /v1/                                          | SIMPLE at 80 sni names                                             | http 80
            service-elsewhere                  | 80 http HTTP>443, 443 tls TLS                 | http -> 80 /v1/                                          | SIMPLE at 80 sni names                                             | http 80
            service-grpc                       | 80 grpc GRPC>443, 443 tls TLS                 | http -> 80                                               | SIMPLE at 80 sni names                                             | grpc 50051
            service-http2                      | 80 http2 HTTP2                                | http -> 80                                               | -                                                                  | http2 80
            service-tcp                        | 5432 tcp TCP                                  | tcp port 5432 -> 5432                                    | -                                                                  | tcp 5432
            service-tls                        | 6380 tcp TCP                                  | tcp port 6379 -> 6380                                    | SIMPLE for all sni names                                           | tcp 6379
            service-mongo                      | 27017 mongo MONGO                             | tcp port 27017 -> 27017                                  | -                                                                  | mongo 27017
            namespace                          | 80 http HTTP>443, 443 tls TLS                 | http -> 80 /v1/                                          | SIMPLE at 80 sni names                                             | http 80
            own-namespace                      | 80 http HTTP>443, 443 tls TLS                 | http -> 80 /v1/                                          | SIMPLE at 80 sni names                                             | http 80
            some-namespaces                    | 80 http HTTP>443, 443 tls TLS                 | http -> 80 /v1/                                          | SIMPLE at 80 sni names                                             | http 80
            inside                             | 80 http HTTP                                  | http -> 80                                               | -                                                                  | http 80
            timeout                            | 80 http HTTP>443, 443 tls TLS                 | http -> 80 /v1/                                          | SIMPLE at 80 sni names                                             | http 80
            no-retries                         | 80 http HTTP>443, 443 tls TLS                 | http -> 80 /v1/                                          | SIMPLE at 80 sni names                                             | http 80
            timeout-two-rules                  | 80 http HTTP>443, 443 tls TLS                 | http prefix /svc/ -> 80 /v1/; http exact /svc -> 80 /v1/ | SIMPLE at 80 sni names                                             | http 80
            ambient                            | 80 http HTTP>443, 443 tls TLS                 | http -> 80 /v1/                                          | SIMPLE at 80 sni names                                             | http 80
            ambient-sealed                     | 443 tls TLS                                   | -                                                        | -                                                                  | -
            ambient-wildcard                   | 80 http HTTP DYNAMIC_DNS                      | -                                                        | -                                                                  | -
            istio-1-20                         | 443 https TLS                                 | http -> 443 /v1/                                         | SIMPLE for all caCertificates sni names                            | http 80
            istio-1-20-mutual                  | 80 http HTTP>443, 443 tls TLS                 | http -> 80 /v1/                                          | MUTUAL at 80 credentialName sni names selector                     | http 80
            istio-1-21                         | 443 https TLS                                 | http -> 443 /v1/                                         | SIMPLE for all sni names                                           | http 80
            istio-1-23                         | 443 https TLS                                 | http -> 443 /v1/                                         | SIMPLE for all sni names                                           | http 80
            istio-1-24                         | 443 https TLS                                 | http -> 443 /v1/                                         | SIMPLE for all                                                     | http 80
            v1beta1                            | 80 http HTTP>443, 443 tls TLS                 | http -> 80 /v1/                                          | SIMPLE at 80 sni names                                             | http 80
            v1alpha3                           | 80 http HTTP>443, 443 tls TLS                 | http -> 80 /v1/                                          | SIMPLE at 80 sni names                                             | http 80
            """;

    static Stream<Matrix.Case> cases() {
        return Matrix.cases();
    }

    private static final Map<String, List<String>> EXPECTED = TABLE.lines()
            .map(line -> List.of(line.strip().split("\\s+\\|\\s+")))
            .collect(Collectors.toMap(row -> row.get(0), row -> row.subList(1, row.size())));

    @ParameterizedTest
    @MethodSource("cases")
    void a_route_has_the_ports_the_rules_and_the_place_of_tls_of_its_row(Matrix.Case each) {
        assertThat(Row.of(each.draft())).isEqualTo(EXPECTED.get(each.name()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_route_is_written_as_it_was(Matrix.Case each) {
        Golden.matches(
                "yaml/" + each.name() + ".yaml", YamlWriter.text(each.bundle().manifests()));
    }

    @Test
    void every_case_has_its_row_and_is_a_route_of_its_own() {
        assertThat(Matrix.cases().map(Matrix.Case::name))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(EXPECTED.keySet())
                .hasSizeGreaterThanOrEqualTo(60);
        assertThat(Matrix.cases().map(Matrix.Case::answers)).doesNotHaveDuplicates();
        assertThat(Matrix.cases()).allSatisfy(each -> assertThat(each.draft().problems())
                .filteredOn(problem -> problem.id().equals("answer-unused"))
                .isEmpty());
    }
}
