package dev.egresso.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.mesh.Answers;
import dev.egresso.mesh.Draft;
import dev.egresso.mesh.FieldId;
import dev.egresso.mesh.Kind;
import dev.egresso.mesh.KnownService;
import dev.egresso.mesh.Manifest;
import dev.egresso.mesh.Node;
import dev.egresso.mesh.Origin;
import dev.egresso.mesh.OutboundPolicy;
import dev.egresso.mesh.Registry;
import dev.egresso.mesh.Surroundings;
import dev.egresso.mesh.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever stands in the resources, a trace ends in an outcome. */
class TotalityTest {
    private static final List<String> REQUESTS = List.of(
            "GET http://webserver/a/b?q=1",
            "GET http://webserver.default.svc.cluster.local:8080/",
            "POST https://raw.githubusercontent.com/x",
            "GET tcp://db:5432",
            "GET grpc://webserver/pkg.Service/Method",
            "GET http://10.0.0.1/",
            "GET http://[2001:db8::1]:8080/../x",
            "GET http://../");

    private static final List<String> WORDS = List.of(
            "spec",
            "hosts",
            "http",
            "tls",
            "tcp",
            "match",
            "uri",
            "prefix",
            "exact",
            "regex",
            "rewrite",
            "authority",
            "route",
            "destination",
            "host",
            "port",
            "number",
            "name",
            "protocol",
            "targetPort",
            "resolution",
            "endpoints",
            "address",
            "addresses",
            "location",
            "exportTo",
            "trafficPolicy",
            "portLevelSettings",
            "mode",
            "sni",
            "subjectAltNames",
            "subsets",
            "metadata",
            "namespace",
            "labels",
            "annotations",
            "gateways",
            "sniHosts",
            "weight",
            "ports",
            "selector",
            "workloadSelector",
            "headers",
            "request",
            "set",
            "redirect",
            "fault",
            "abort",
            "uriRegexRewrite",
            "retries",
            "attempts",
            "retryOn",
            "type",
            "externalName",
            "clusterIP");

    private static final List<String> VALUES = List.of(
            "",
            ".",
            "*",
            "~",
            "/",
            "[",
            "(",
            "\\1",
            "*.com",
            "webserver",
            "raw.githubusercontent.com",
            "80",
            "443",
            "-1",
            "99999999999",
            "0x50",
            "SIMPLE",
            "MUTUAL",
            "ISTIO_MUTUAL",
            "DNS",
            "STATIC",
            "NONE",
            "DYNAMIC_DNS",
            "TLS",
            "HTTP",
            "TCP",
            "MONGO",
            "ExternalName",
            "None",
            "10.0.0.0/8",
            "10.0.0.1/32",
            "10.0.0.0/x",
            "::/0",
            "mesh",
            "default",
            "connect-failure",
            "a..b",
            "..",
            "true",
            "null");

    @Property(tries = 1500, seed = "20261124")
    void any_trees_end_in_an_outcome(
            @ForAll("resources") List<Manifest> resources, @ForAll("requests") Request request) {
        assertThat(Trace.of(resources, Surroundings.unknown(), request).outcome())
                .isNotNull();
    }

    /** Parts of a good set taken away, emptied or swapped, so that the walk gets far before it meets the odd part. */
    @Property(tries = 3000, seed = "20261124")
    void a_good_set_with_odd_parts_ends_in_an_outcome(@ForAll long seed, @ForAll("requests") Request request) {
        Random random = new Random(seed);
        List<Manifest> odd = new ArrayList<>();
        String whole = String.join("\n---\n", Article.SERVICE, Article.ENTRY, Article.RULE, Article.POLICY);
        for (Manifest manifest : Yaml.manifests(whole)) {
            odd.add(new Manifest(manifest.kind(), (Node.Mapping) shaken(manifest.root(), random, true)));
        }
        Surroundings surroundings = random.nextBoolean()
                ? Surroundings.unknown()
                : Surroundings.unknown()
                        .withDnsCapture(random.nextBoolean())
                        .withOutboundPolicy(OutboundPolicy.values()[random.nextInt(3)])
                        .withServices(List.of(KnownService.read("webserver:80").orElseThrow()));
        assertThat(Trace.of(odd, surroundings, request).outcome()).isNotNull();
    }

    @Property(tries = 500, seed = "20261124")
    void any_answers_end_in_an_outcome(
            @ForAll("texts") String host, @ForAll("texts") String url, @ForAll("requests") Request request) {
        Answers answers = Answers.none().with(FieldId.INTERNAL_HOST, host).with(FieldId.EXTERNAL_URL, url);
        List<Manifest> manifests = Draft.of(answers, Surroundings.unknown()).manifests();
        assertThat(Trace.of(manifests, Surroundings.unknown(), request).outcome())
                .isNotNull();
    }

    @Property(seed = "20261124")
    void any_text_is_a_request_or_none(@ForAll String text) {
        assertThat(Request.read(text)).isNotNull();
    }

    @Property(tries = 500, seed = "20261124")
    void a_registry_is_made_of_any_trees(@ForAll("resources") List<Manifest> resources) {
        Registry registry = Registry.of(resources);
        registry.services().forEach(service -> registry.destinationRule(service, "default"));
        assertThat(registry.manifests()).hasSameSizeAs(resources);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(Arbitraries.of(VALUES), Arbitraries.strings().ofMaxLength(20));
    }

    @Provide
    Arbitrary<Request> requests() {
        return Arbitraries.of(REQUESTS).map(text -> Request.read(text).orElseThrow());
    }

    @Provide
    Arbitrary<List<Manifest>> resources() {
        return Arbitraries.randomValue(random -> {
            List<Manifest> resources = new ArrayList<>();
            for (int i = random.nextInt(5); i > 0; i--) {
                Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
                resources.add(new Manifest(kind, mapping(random, 6)));
            }
            return resources;
        });
    }

    private static Node.Mapping mapping(Random random, int depth) {
        List<Node.Field> fields = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            String key = WORDS.get(random.nextInt(WORDS.size()));
            fields.add(new Node.Field(key, random.nextInt(9) == 0, origin(), node(random, depth - 1)));
        }
        return new Node.Mapping(fields, origin());
    }

    private static Node node(Random random, int depth) {
        return switch (depth <= 0 ? 3 + random.nextInt(2) : random.nextInt(5)) {
            case 0, 1 -> mapping(random, depth);
            case 2 -> {
                List<Node> items = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    items.add(node(random, depth - 1));
                }
                yield new Node.Sequence(items, origin());
            }
            case 3 -> new Node.Hole(FieldId.NAME, "name", origin());
            default -> scalar(random);
        };
    }

    private static Node scalar(Random random) {
        Node.Type type = Node.Type.values()[random.nextInt(Node.Type.values().length)];
        return new Node.Known(VALUES.get(random.nextInt(VALUES.size())), type, origin());
    }

    private static Node shaken(Node node, Random random, boolean top) {
        if (!top && random.nextInt(25) == 0) {
            return node(random, 2);
        }
        if (node instanceof Node.Mapping mapping) {
            List<Node.Field> fields = new ArrayList<>();
            for (Node.Field field : mapping.fields()) {
                if (random.nextInt(25) > 0) {
                    fields.add(new Node.Field(
                            field.key(), field.free(), field.origin(), shaken(field.value(), random, false)));
                }
            }
            return new Node.Mapping(fields, mapping.origin());
        }
        if (node instanceof Node.Sequence sequence) {
            return new Node.Sequence(
                    sequence.items().stream()
                            .map(item -> shaken(item, random, false))
                            .toList(),
                    sequence.origin());
        }
        return random.nextInt(12) == 0 ? scalar(random) : node;
    }

    private static Origin origin() {
        return new Origin.Read("odd.yaml", 1);
    }
}
