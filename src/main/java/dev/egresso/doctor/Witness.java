package dev.egresso.doctor;

import dev.egresso.check.Fix;
import dev.egresso.mesh.DestinationRule;
import dev.egresso.mesh.Discovery;
import dev.egresso.mesh.FieldChange;
import dev.egresso.mesh.HostName;
import dev.egresso.mesh.MeshService;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.PortProtocol;
import dev.egresso.mesh.ServicePort;
import dev.egresso.mesh.VirtualService;
import dev.egresso.trace.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks at resources for a cause that no check and no hop of a trace is about by itself. */
interface Witness {
    /** As sure as an error that a check finds. */
    int SURE = 500;
    /** It is so, and that is often harmless. */
    int LIKELY = 300;

    int HTTPS = 443;

    List<Proof> look(Scene scene);

    Map<String, Witness> ALL = Map.ofEntries(
            Map.entry("http-protocol-on-tls-port", Witness::httpOnTlsPort),
            Map.entry("tcp-protocol-on-tls-port", Witness::tcpOnTlsPort),
            Map.entry("target-port-missing", Witness::targetPort),
            Map.entry("sni-from-internal-name", Witness::noSni),
            Map.entry("tcp-without-addresses", Witness::sharedTcpPort),
            Map.entry("rule-namespace", Witness::ruleBesideCaller),
            Map.entry("sidecar-scope", Witness::sidecar),
            Map.entry("auto-allocated-port", Witness::undeclaredPort),
            Map.entry("app-tls-hides-http", Witness::unreadableHttp),
            Map.entry("not-registered", Witness::notRegistered),
            Map.entry("service-entry-conflict", Witness::splitEntries),
            Map.entry("dns-proxying-off", Witness::onlyInEntry),
            Map.entry("same-host", Witness::sameHost),
            Map.entry("ambient-no-waypoint", Witness::noWaypoint));

    static Optional<Witness> of(String cause) {
        return Optional.ofNullable(ALL.get(cause));
    }

    private static Stream<MeshService> external(Scene scene) {
        return scene.registry().services().stream().filter(service -> !service.isKubernetes());
    }

    /** Whether any entry for the host has the port. */
    private static boolean hasPort(Scene scene, HostName host, int port) {
        return scene.registry().services(host).stream()
                .anyMatch(service -> service.port(port).isPresent());
    }

    private static Stream<Place> ports(Scene scene, java.util.function.BiPredicate<MeshService, ServicePort> wanted) {
        return external(scene)
                .flatMap(service -> service.ports().stream()
                        .filter(port -> wanted.test(service, port))
                        .map(ServicePort::place))
                .distinct();
    }

    private static Fix put(Place place, String text) {
        return new Fix(List.of(FieldChange.put(place, text)));
    }

    private static Proof protocol(Place port, String protocol, int weight) {
        Place place = port.at("protocol");
        return Proof.of(place, put(place, protocol), weight);
    }

    /** A port of HTTP opens a listener for every address, and other applications' TLS ends in it. */
    private static List<Proof> httpOnTlsPort(Scene scene) {
        return ports(scene, (service, port) -> port.protocol().isHttp() && port.number() == HTTPS)
                .map(port -> protocol(port, "HTTPS", SURE))
                .toList();
    }

    private static List<Proof> tcpOnTlsPort(Scene scene) {
        return ports(
                        scene,
                        (service, port) -> port.protocol() == PortProtocol.TCP
                                && port.number() == HTTPS
                                && service.addresses().isEmpty())
                .map(port -> protocol(port, "TLS", SURE))
                .toList();
    }

    /** TLS is started towards a port of HTTP, and that very port is dialled. */
    private static List<Proof> targetPort(Scene scene) {
        List<Proof> proofs = new ArrayList<>();
        external(scene).forEach(service -> service.ports().stream()
                .filter(port -> port.protocol().isHttpOrSniffed()
                        && !isTls(port.target().orElse(port.number())))
                .filter(port -> originates(scene, service, port))
                .forEach(port -> proofs.add(Proof.of(
                        port.place().at("targetPort"),
                        new Fix(List.of(FieldChange.put(port.place().at("targetPort"), HTTPS))),
                        SURE))));
        return proofs;
    }

    private static boolean isTls(int port) {
        return port % 1000 == HTTPS;
    }

    private static boolean originates(Scene scene, MeshService service, ServicePort port) {
        return scene.registry().destinationRules().stream()
                .filter(rule -> rule.host().covers(service.host()))
                .anyMatch(rule -> isOriginating(rule.tls("", port.number())));
    }

    private static boolean isOriginating(Place tls) {
        return tls.at("mode").is("SIMPLE") || tls.at("mode").is("MUTUAL");
    }

    /** Rules that start TLS, with where they say so. */
    private static Stream<Map.Entry<DestinationRule, Place>> originating(Scene scene) {
        return scene.registry().destinationRules().stream().flatMap(rule -> Stream.concat(
                        Stream.of(rule.trafficPolicy().at("tls")),
                        rule.trafficPolicy().at("portLevelSettings").items().stream()
                                .map(settings -> settings.at("tls")))
                .filter(Witness::isOriginating)
                .map(tls -> Map.entry(rule, tls)));
    }

    /** Without a name of its own, TLS asks for the Host header, and some releases take it as it was before the rewrite. */
    private static List<Proof> noSni(Scene scene) {
        return originating(scene)
                .filter(found -> !found.getValue().at("sni").exists()
                        && !found.getKey().host().isWildcard())
                .map(found -> Proof.of(
                        found.getValue().at("sni"),
                        put(found.getValue().at("sni"), found.getKey().host().name()),
                        LIKELY))
                .toList();
    }

    /** Bytes have no host, so that of two entries for one port without addresses the first takes all. */
    private static List<Proof> sharedTcpPort(Scene scene) {
        Map<Integer, MeshService> first = new HashMap<>();
        List<Proof> proofs = new ArrayList<>();
        external(scene).filter(service -> service.addresses().isEmpty()).forEach(service -> service.ports().stream()
                .filter(port -> port.protocol().isTcp() && !port.protocol().isTls())
                .filter(port -> {
                    MeshService before = first.putIfAbsent(port.number(), service);
                    return before != null && !before.host().equals(service.host());
                })
                .forEach(port -> proofs.add(Proof.of(port.place().at("number"), SURE))));
        return proofs;
    }

    /** A rule is looked for beside the caller, beside the service and in the root namespace. */
    private static List<Proof> ruleBesideCaller(Scene scene) {
        boolean met = scene.journeys().stream()
                .flatMap(journey -> journey.hops().stream())
                .anyMatch(hop -> hop.id().equals("tls-missing"));
        return originating(scene)
                .filter(found ->
                        !found.getKey().namespace().equals(scene.registry().rootNamespace()))
                .filter(found -> external(scene)
                        .filter(service -> found.getKey().host().covers(service.host()))
                        .findFirst()
                        .filter(service ->
                                !service.namespace().equals(found.getKey().namespace())
                                        || found.getKey().exportTo().isPrivate())
                        .isPresent())
                .map(found -> Proof.of(
                        Place.of(found.getKey().manifests().get(0))
                                .at(found.getKey().exportTo().isPrivate() ? "spec" : "metadata")
                                .at(found.getKey().exportTo().isPrivate() ? "exportTo" : "namespace"),
                        met ? 2 * SURE + 100 : LIKELY + 100))
                .toList();
    }

    private static List<Proof> sidecar(Scene scene) {
        return scene.surroundings().sidecars().stream()
                .filter(sidecar -> external(scene)
                        .anyMatch(service -> !sidecar.knows(service.namespace(), service.host())
                                && (scene.hosts().isEmpty() || scene.concerns(service.place()))))
                .map(sidecar -> new Proof(
                        Optional.of(Blame.of(sidecar)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        SURE + 120))
                .toList();
    }

    /** Nothing is routed, and another rule for the host was passed over. */
    private static List<Proof> sameHost(Scene scene) {
        boolean unrouted = scene.journeys().stream().anyMatch(journey -> journey.outcome() == Outcome.NOT_ROUTED);
        return scene.findings().stream()
                .filter(finding -> unrouted && finding.rule().equals("x-vs-host-conflict"))
                .map(finding -> Proof.of(finding.place(), 2 * SURE + 100))
                .toList();
    }

    /** The address stands for a ServiceEntry, which has to have the port that was called. */
    private static List<Proof> undeclaredPort(Scene scene) {
        int called = scene.symptom().port().orElse(0);
        return external(scene)
                .filter(service -> called > 0 && !hasPort(scene, service.host(), called))
                .filter(service -> service.addresses().isEmpty())
                .map(service -> Proof.of(service.spec().at("ports"), SURE))
                .toList();
    }

    /** Timeouts, retries and matches for HTTP, where the application itself speaks TLS to the host. */
    private static List<Proof> unreadableHttp(Scene scene) {
        List<Proof> proofs = new ArrayList<>();
        for (VirtualService rule : scene.registry().virtualServices()) {
            boolean sealed = rule.hosts().stream()
                    .flatMap(host -> scene.registry().servicesCovering(host.name()).stream())
                    .flatMap(service -> service.ports().stream())
                    .anyMatch(port -> port.protocol().isTls() || port.number() == HTTPS);
            for (Place http : sealed ? rule.http() : List.<Place>of()) {
                Stream.of("timeout", "retries", "fault", "headers", "mirror")
                        .map(http::at)
                        .filter(Place::exists)
                        .findFirst()
                        .or(() -> Optional.of(http))
                        .ifPresent(place -> proofs.add(Proof.of(place, place == http ? LIKELY : SURE)));
            }
        }
        return proofs;
    }

    /** No resource has the host: the one that comes closest to it. */
    private static List<Proof> notRegistered(Scene scene) {
        Optional<String> wanted =
                scene.symptom().sni().or(() -> scene.symptom().host()).filter(host -> !host.matches("[0-9.]+"));
        int port = scene.symptom().port().orElse(0);
        List<Proof> proofs = new ArrayList<>();
        if (wanted.isEmpty()) {
            return proofs;
        }
        List<MeshService> known = scene.registry().servicesCovering(HostName.asWritten(wanted.get()));
        known.stream()
                .filter(service -> !service.isKubernetes() && port > 0 && !hasPort(scene, service.host(), port))
                .forEach(service -> proofs.add(Proof.of(service.spec().at("ports"), SURE)));
        if (known.isEmpty()) {
            external(scene)
                    .max(Comparator.comparingInt(
                            service -> likeness(service.host().name(), wanted.get())))
                    .ifPresent(service -> proofs.add(Proof.of(service.place(), LIKELY + 100)));
        }
        return proofs;
    }

    /** How much of the end of two names is the same. */
    private static int likeness(String one, String other) {
        int same = 0;
        while (same < one.length()
                && same < other.length()
                && one.charAt(one.length() - 1 - same) == other.charAt(other.length() - 1 - same)) {
            same++;
        }
        return same;
    }

    /** One host in several entries, each with another port. */
    private static List<Proof> splitEntries(Scene scene) {
        Map<HostName, MeshService> first = new HashMap<>();
        return external(scene)
                .filter(service -> {
                    MeshService before = first.putIfAbsent(service.host(), service);
                    return before != null && before.manifest() != service.manifest();
                })
                .map(service ->
                        Proof.of(service.place(), scene.symptom().shows("address-auto-allocated") ? SURE : LIKELY))
                .toList();
    }

    /** A name that only a ServiceEntry has. */
    private static List<Proof> onlyInEntry(Scene scene) {
        return external(scene)
                .filter(service -> scene.symptom()
                        .host()
                        .filter(service.host().name()::equals)
                        .isPresent())
                .filter(service -> Signs.isInternal(service.host().name()))
                .map(service -> Proof.of(service.place(), SURE))
                .toList();
    }

    private static List<Proof> noWaypoint(Scene scene) {
        return external(scene)
                .filter(service -> service.discovery() != Discovery.ORIGINAL)
                .map(service -> Place.of(service.manifest()).at("metadata", "labels", "istio.io/use-waypoint"))
                .filter(label -> !label.exists())
                .distinct()
                .map(label -> Proof.of(label, put(label, "waypoint"), LIKELY))
                .toList();
    }
}
