package dev.egresso.mesh;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Answers as people give them, and as nobody would: for properties that hold whatever is said. */
final class AnyAnswers {
    private static final Map<String, List<String>> LIKELY = Map.ofEntries(
            Map.entry(
                    "internal-host",
                    List.of(
                            "webserver",
                            "webserver.shop",
                            "a.b.svc.cluster.local",
                            "api.corp.example.net",
                            "webserver:8080",
                            "http://webserver/x",
                            "1a",
                            "api.example.com")),
            Map.entry(
                    "external-url",
                    List.of(
                            "https://api.example.com",
                            "https://api.example.com/v1/",
                            "http://api.example.com/a?b=c",
                            "https://api.example.com:8443/x",
                            "api.example.com",
                            "http://api.example.com:443",
                            "https://*.example.com",
                            "http://*.example.com/",
                            "grpc://grpc.example.com:50051",
                            "grpcs://grpc.example.com",
                            "h2c://h.example.com",
                            "h2c://h.example.com:8080",
                            "https://api.example.com:80",
                            "h2://h.example.com/x",
                            "tls://mq.example.com",
                            "tcp://mq.example.com:443",
                            "tcp://mq.example.com",
                            "rediss://cache.example.com:6380",
                            "postgres://db.example.com",
                            "mongodb+srv://c.example.net",
                            "https://203.0.113.10/",
                            "https://[2001:db8::1]:8443",
                            "tls://203.0.113.10:5671",
                            "https://short/",
                            "curl -u me:secret https://api.example.com/")),
            Map.entry("protocol", List.of("HTTP", "HTTPS", "HTTP2", "GRPC", "TLS", "TCP", "MONGO", "grpc")),
            Map.entry("tls", List.of("mesh", "app", "none")),
            Map.entry("shape", List.of("isolated", "classic")),
            Map.entry("path", List.of("replace", "base", "keep")),
            Map.entry("internal-service", List.of("exists", "create")),
            Map.entry("namespace", List.of("default", "shop", "Shop")),
            Map.entry("name", List.of("github", "a.b", "A")),
            Map.entry("internal-port", List.of("80", "8080", "0")),
            Map.entry("match-kind", List.of("any", "prefix", "exact", "regex")),
            Map.entry("match-path", List.of("/", "/svc", "/svc/", "/svc/.*", "svc")),
            Map.entry("tls-route", List.of("none", "sni")),
            Map.entry("service-entry", List.of("create", "reuse")),
            Map.entry("entry-port", List.of("80", "8443", "0")),
            Map.entry("resolution", List.of("DNS", "DNS_ROUND_ROBIN", "STATIC", "NONE", "DYNAMIC_DNS")),
            Map.entry(
                    "endpoints",
                    List.of("203.0.113.10", "203.0.113.10, 203.0.113.11", "2001:db8::1", "eu.example.com", ",")),
            Map.entry("location", List.of("MESH_EXTERNAL", "MESH_INTERNAL")),
            Map.entry("export-to", List.of("*", ".", "shop, billing", "shop shop", "~")),
            Map.entry("tls-mode", List.of("SIMPLE", "MUTUAL")),
            Map.entry("sni", List.of("auto", "front.example.com", "1.2.3.4")),
            Map.entry("subject-alt-names", List.of("auto", "api.example.com", "a.example.com, *.example.com")),
            Map.entry("ca-certificates", List.of("system", "/etc/ca.crt", "ca.crt")),
            Map.entry("client-certificate", List.of("/etc/tls.crt")),
            Map.entry("private-key", List.of("/etc/tls.key")),
            Map.entry("credential-name", List.of("ext-client-cert", "configmap://default/ca", "configmap://ca", "A")),
            Map.entry("workload-selector", List.of("app=shop", "app=shop, tier=web", "app")),
            Map.entry("timeout", List.of("10s", "1m30s", "0s")),
            Map.entry("retries", List.of("3", "0", "3 2s reset,503", "0 2s")),
            Map.entry("istio-version", List.of("1.11", "1.13", "1.20", "1.21", "1.22", "1.27", "1.30", "new")),
            Map.entry("data-plane", List.of("sidecar", "ambient")),
            Map.entry("api-version", List.of("v1", "v1beta1", "v1alpha3")));

    private AnyAnswers() {}

    /** Some fields answered with what is usual, or nearly so. */
    static Arbitrary<Answers> likely() {
        return answers(field -> Arbitraries.of(LIKELY.get(field.id())), 9)
                .map(answers -> answers.text(FieldId.EXTERNAL_URL).isPresent()
                        ? answers
                        : answers.with(FieldId.EXTERNAL_URL, "https://api.example.com/v1/"))
                .flatMap(answers -> Arbitraries.of("webserver", "")
                        .map(host -> answers.text(FieldId.INTERNAL_HOST).isPresent()
                                ? answers
                                : answers.with(FieldId.INTERNAL_HOST, host)));
    }

    /** Any fields answered with anything. */
    static Arbitrary<Answers> wild() {
        return answers(field -> Arbitraries.oneOf(Arbitraries.of(LIKELY.get(field.id())), texts()), 30);
    }

    static Arbitrary<String> texts() {
        Arbitrary<String> signs = Arbitraries.strings()
                .withChars("ab1*.:/@%?#[]-_ ,=\\'\"<>()\t\n\u200b\u2028\ufeff\u00fc\u3002\ud83d\ude00~")
                .ofMaxLength(16);
        Arbitrary<String> wrapped = signs.flatMap(text -> Arbitraries.of(
                "https://" + text, "curl " + text, text + "://h.example.com", "tcp://" + text + ":1", "/" + text));
        return Arbitraries.oneOf(signs, wrapped, Arbitraries.strings().ofMaxLength(20));
    }

    static Arbitrary<Surroundings> surroundings() {
        Arbitrary<Optional<IstioVersion>> versions = Arbitraries.of(11, 13, 20, 21, 22, 30)
                .map(minor -> new IstioVersion(1, minor))
                .optional(0.3);
        Arbitrary<Optional<DataPlane>> planes = Arbitraries.of(DataPlane.class).optional(0.3);
        Arbitrary<Optional<Boolean>> services = Arbitraries.of(true, false).optional(0.3);
        return versions.flatMap(
                version -> planes.flatMap(plane -> services.map(service -> around(version, plane, service))));
    }

    private static Surroundings around(
            Optional<IstioVersion> version, Optional<DataPlane> plane, Optional<Boolean> service) {
        Surroundings around = Surroundings.unknown();
        around = version.map(around::withIstioVersion).orElse(around);
        around = plane.map(around::withDataPlane).orElse(around);
        return service.map(around::withInternalService).orElse(around);
    }

    private static Arbitrary<Answers> answers(java.util.function.Function<FieldId, Arbitrary<String>> texts, int most) {
        return Arbitraries.of(FieldId.all())
                .flatMap(field -> texts.apply(field).map(text -> Tuple.of(field, text)))
                .list()
                .ofMaxSize(most)
                .map(pairs -> {
                    Answers answers = Answers.none();
                    for (Tuple.Tuple2<FieldId, String> pair : pairs) {
                        answers = answers.with(pair.get1(), pair.get2());
                    }
                    return answers;
                });
    }
}
