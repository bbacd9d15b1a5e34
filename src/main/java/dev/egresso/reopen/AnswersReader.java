package dev.egresso.reopen;

import dev.egresso.mesh.Answers;
import dev.egresso.mesh.Draft;
import dev.egresso.mesh.ExternalUrl;
import dev.egresso.mesh.FieldId;
import dev.egresso.mesh.IpAddress;
import dev.egresso.mesh.Manifest;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.Port;
import dev.egresso.mesh.PortProtocol;
import dev.egresso.mesh.Protocol;
import dev.egresso.mesh.Reading;
import dev.egresso.mesh.Resolution;
import dev.egresso.mesh.Scheme;
import dev.egresso.mesh.Shape;
import dev.egresso.mesh.Standing;
import dev.egresso.mesh.Surroundings;
import dev.egresso.mesh.TlsMode;
import dev.egresso.mesh.TlsStart;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The inverse of derivation: the answers that come closest to a route as it was found. Every one is read from the field that
 * it would feed; then those are left out that derivation comes to without them, and those that it would refuse.
 */
final class AnswersReader {
    private static final String AUTO = "auto";
    private static final String WAYPOINT = "istio.io/use-waypoint";
    private static final String UNKNOWN_HOST = "";

    /**
     * What is said even where it would follow: what every route is asked for, and the name, since a resource of another name
     * is another resource.
     */
    private static final Set<FieldId> ALWAYS =
            Set.of(FieldId.INTERNAL_HOST, FieldId.EXTERNAL_URL, FieldId.PROTOCOL, FieldId.NAME);

    private final FoundRoute route;
    private final Optional<Place> port;
    private final Optional<Place> tls;
    private final boolean originated;
    private final PathReading path;
    private Answers answers = Answers.none();

    private AnswersReader(FoundRoute route) {
        this.route = route;
        this.port = route.port();
        this.tls = port.flatMap(route::tls);
        this.originated = FoundRoute.isOriginating(tls);
        this.path = PathReading.of(route);
    }

    static Answers read(FoundRoute route) {
        AnswersReader reader = new AnswersReader(route);
        reader.way();
        reader.place();
        if (reader.isMeshTls()) {
            reader.tlsSettings();
        }
        reader.http();
        return minimal(withoutRefused(reader.answers));
    }

    private void way() {
        say(FieldId.INTERNAL_HOST, route.internalHost());
        Protocol protocol = protocol();
        TlsStart start = start();
        String url = url(protocol, start);
        say(FieldId.EXTERNAL_URL, url);
        say(FieldId.PROTOCOL, protocol.word());
        say(FieldId.TLS, start.word());
        say(FieldId.SHAPE, isOnItsOwnPort() ? Shape.ISOLATED.word() : Shape.CLASSIC.word());
        say(FieldId.PATH, path.handling().word());
        if (!path.kind().isEmpty()) {
            say(FieldId.MATCH_KIND, path.kind());
            say(FieldId.MATCH_PATH, path.matched());
        }
        if (route.block().equals("tls")) {
            say(FieldId.TLS_ROUTE, "sni");
        }
        if (route.block().equals("tcp")) {
            say(FieldId.INTERNAL_PORT, condition("port"));
        }
        route.service().ifPresent(this::service);
    }

    private boolean isMeshTls() {
        return start() == TlsStart.MESH;
    }

    private boolean isPassthrough() {
        boolean sealed =
                port.map(AnswersReader::spoken).filter(PortProtocol::isTls).isPresent();
        return route.block().equals("tls") || route.block().isEmpty() && !originated && sealed;
    }

    private TlsStart start() {
        if (isPassthrough()) {
            return TlsStart.APP;
        }
        return originated ? TlsStart.MESH : TlsStart.NONE;
    }

    private static PortProtocol spoken(Place port) {
        return PortProtocol.named(port.at("protocol").textOrEmpty());
    }

    private Protocol protocol() {
        PortProtocol spoken = port.map(AnswersReader::spoken).orElse(PortProtocol.SNIFFED);
        if (isPassthrough()) {
            boolean https = spoken == PortProtocol.HTTPS || dialled() == 443 || dialled() == 8443;
            return https ? Protocol.HTTPS : Protocol.TLS;
        }
        boolean stream = route.block().equals("tcp") || route.block().isEmpty() && spoken.isTcp() && !spoken.isTls();
        if (stream) {
            return spoken == PortProtocol.MONGO ? Protocol.MONGO : originated ? Protocol.TLS : Protocol.TCP;
        }
        return switch (spoken) {
            case HTTP2 -> Protocol.HTTP2;
            case GRPC, GRPC_WEB -> Protocol.GRPC;
            default -> originated || spoken.isTls() ? Protocol.HTTPS : Protocol.HTTP;
        };
    }

    /** The port that the connection goes to, 0 where none is known. */
    private int dialled() {
        return port.map(at -> at.at("targetPort")
                        .number()
                        .orElse(at.at("number").number().orElse(0)))
                .orElse(0);
    }

    /** Whether the route has a port that no other caller of the host comes by. */
    private boolean isOnItsOwnPort() {
        return port.filter(at -> at.at("targetPort").exists()
                        && at.at("targetPort").number().orElse(0)
                                != at.at("number").number().orElse(0))
                .isPresent();
    }

    private String url(Protocol protocol, TlsStart start) {
        Scheme scheme = scheme(protocol, start);
        boolean usual = scheme.usualPort()
                .map(Port::number)
                .filter(number -> number == dialled())
                .isPresent();
        String ending = usual || dialled() == 0 ? "" : ":" + dialled();
        String base = scheme.word() + "://" + host() + ending;
        String whole = base + path.external();
        Reading<ExternalUrl> read = ExternalUrl.read(whole);
        boolean faithful =
                read.value().filter(url -> url.path().equals(path.external())).isPresent();
        return faithful ? whole : base;
    }

    /** An address cannot be the host of a ServiceEntry, so Egresso invents a name for it. */
    private String host() {
        String registered = route.externalHost();
        return endpoints().stream()
                .filter(address -> IpAddress.read(address).isPresent())
                .filter(address -> registered.equals(registeredFor(address)))
                .findFirst()
                .map(address -> address.indexOf(':') < 0 ? address : "[" + address + "]")
                .orElse(registered);
    }

    private static String registeredFor(String address) {
        String host = address.indexOf(':') < 0 ? address : "[" + address + "]";
        Draft draft =
                Draft.of(Answers.none().with(FieldId.EXTERNAL_URL, "tcp://" + host + ":1"), Surroundings.unknown());
        return draft.manifests().get(0).text("spec.hosts[0]").orElse(UNKNOWN_HOST);
    }

    private static Scheme scheme(Protocol protocol, TlsStart start) {
        boolean sealed = start != TlsStart.NONE;
        return switch (protocol) {
            case HTTP -> Scheme.HTTP;
            case HTTPS -> Scheme.HTTPS;
            case HTTP2 -> sealed ? Scheme.H2 : Scheme.H2C;
            case GRPC -> sealed ? Scheme.GRPCS : Scheme.GRPC;
            case TLS -> Scheme.TLS;
            case TCP -> Scheme.TCP;
            case MONGO -> Scheme.MONGODB;
        };
    }

    /** A field of the first condition of the first rule. */
    private String condition(String key) {
        return route.rules().stream()
                .flatMap(rule -> rule.at("match").items().stream())
                .findFirst()
                .map(each -> each.at(key).textOrEmpty())
                .orElse("");
    }

    /** A Service that chooses pods is an application's own, and not made for the route. */
    private void service(Manifest service) {
        Place spec = Place.of(service).at("spec");
        boolean made = spec.at("selector").isEmpty()
                && spec.at("type").isEmpty()
                && spec.at("externalName").isEmpty();
        if (!made) {
            return;
        }
        say(FieldId.INTERNAL_SERVICE, "create");
        spec.at("ports").items().stream()
                .findFirst()
                .ifPresent(each -> say(FieldId.INTERNAL_PORT, each.at("port").textOrEmpty()));
        if (Place.of(service).at("metadata", "labels", WAYPOINT).exists()) {
            say(FieldId.DATA_PLANE, "ambient");
        }
    }

    private void place() {
        Place entry = Place.of(route.entry().manifest());
        Place spec = entry.at("spec");
        say(FieldId.NAMESPACE, entry.at("metadata", "namespace").textOrEmpty());
        say(FieldId.NAME, entry.at("metadata", "name").textOrEmpty());
        String resolution = spec.at("resolution").textOrEmpty();
        say(FieldId.RESOLUTION, resolution.isEmpty() ? Resolution.NONE.word() : resolution);
        say(FieldId.ENDPOINTS, String.join(", ", endpoints()));
        say(FieldId.LOCATION, spec.at("location").textOrEmpty());
        say(FieldId.EXPORT_TO, texts(spec.at("exportTo")));
        String version = entry.at("apiVersion").textOrEmpty();
        say(FieldId.API_VERSION, version.substring(version.indexOf('/') + 1));
    }

    private List<String> endpoints() {
        return route.entry().endpoints().stream()
                .map(endpoint -> endpoint.at("address").textOrEmpty())
                .filter(address -> !address.isEmpty())
                .toList();
    }

    private static String texts(Place list) {
        return list.items().stream().map(Place::textOrEmpty).collect(Collectors.joining(", "));
    }

    private void tlsSettings() {
        Place settings = tls.orElseThrow();
        String mode = settings.at("mode").textOrEmpty();
        say(FieldId.TLS_MODE, mode.equals(TlsMode.MUTUAL.word()) ? mode : TlsMode.SIMPLE.word());
        String sni = settings.at("sni").textOrEmpty();
        say(FieldId.SNI, sni.isEmpty() ? AUTO : sni);
        String names = texts(settings.at("subjectAltNames"));
        say(FieldId.SUBJECT_ALT_NAMES, names.isEmpty() ? AUTO : names);
        say(FieldId.CA_CERTIFICATES, settings.at("caCertificates").textOrEmpty());
        say(FieldId.CLIENT_CERTIFICATE, settings.at("clientCertificate").textOrEmpty());
        say(FieldId.PRIVATE_KEY, settings.at("privateKey").textOrEmpty());
        say(FieldId.CREDENTIAL_NAME, settings.at("credentialName").textOrEmpty());
        Place selector = Place.of(settings.manifest()).at("spec", "workloadSelector", "matchLabels");
        say(
                FieldId.WORKLOAD_SELECTOR,
                selector.fields().stream()
                        .map(label -> label.key() + "=" + label.textOrEmpty())
                        .collect(Collectors.joining(", ")));
    }

    private void http() {
        if (!route.block().equals("http")) {
            return;
        }
        Place rule = route.rules().get(0);
        say(FieldId.TIMEOUT, rule.at("timeout").textOrEmpty());
        Place retries = rule.at("retries");
        String attempts = retries.at("attempts").textOrEmpty();
        if (!attempts.isEmpty()) {
            String limit = retries.at("perTryTimeout").textOrEmpty();
            String conditions = retries.at("retryOn").textOrEmpty();
            say(
                    FieldId.RETRIES,
                    (attempts + " " + limit + " " + conditions)
                            .replaceAll(" +", " ")
                            .strip());
        }
    }

    private void say(FieldId field, String text) {
        answers = answers.with(field, text);
    }

    /** What the fields hold may be more than an answer can say. */
    private static Answers withoutRefused(Answers answers) {
        Draft draft = Draft.of(answers, Surroundings.unknown());
        Answers understood = answers;
        for (FieldId field : answers.asMap().keySet()) {
            if (draft.setting(field).standing() == Standing.REFUSED) {
                understood = understood.without(field);
            }
        }
        return understood;
    }

    /** Without what derivation comes to anyway, the last question first, since later ones lean on earlier ones. */
    private static Answers minimal(Answers answers) {
        Answers fewest = answers;
        List<FieldId> fields = FieldId.all();
        List<Manifest> wanted = Draft.of(answers, Surroundings.unknown()).manifests();
        for (int i = fields.size() - 1; i >= 0; i--) {
            Answers fewer = fewest.without(fields.get(i));
            boolean follows = fewer != fewest
                    && !ALWAYS.contains(fields.get(i))
                    && same(Draft.of(fewer, Surroundings.unknown()).manifests(), wanted);
            fewest = follows ? fewer : fewest;
        }
        return fewest;
    }

    private static boolean same(List<Manifest> ones, List<Manifest> others) {
        return Sameness.letters(
                ones.stream().map(Manifest::root).toList(),
                others.stream().map(Manifest::root).toList());
    }
}
