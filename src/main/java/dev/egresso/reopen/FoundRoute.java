package dev.egresso.reopen;

import dev.egresso.mesh.DestinationRule;
import dev.egresso.mesh.HostName;
import dev.egresso.mesh.Kind;
import dev.egresso.mesh.Manifest;
import dev.egresso.mesh.MeshService;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.Registry;
import dev.egresso.mesh.VirtualService;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The resources of a set that make up one way out of the mesh, as Egresso would write it.
 *
 * @param external the host that the ServiceEntry registers
 * @param entry the ServiceEntry
 * @param virtualService the rule that leads there, if one does
 * @param block which list of the VirtualService the rules stand in: {@code http}, {@code tcp} or {@code tls}; empty without
 * @param rules one, or the two that Egresso writes where a prefix is put in place of another
 * @param destination the destination of the first rule
 * @param destinationRule the policy for connections to the host
 * @param service the Service behind the internal host
 */
public record FoundRoute(
        Place external,
        MeshService entry,
        Optional<VirtualService> virtualService,
        String block,
        List<Place> rules,
        Optional<Place> destination,
        Optional<DestinationRule> destinationRule,
        Optional<Manifest> service) {
    private static final String MESH = "mesh";

    public FoundRoute {
        rules = List.copyOf(rules);
    }

    /** All of a set, in the order in which their rules, and then their ServiceEntries, stand. */
    public static List<FoundRoute> in(List<Manifest> manifests) {
        Registry registry = Registry.of(manifests);
        List<FoundRoute> found = new ArrayList<>();
        for (VirtualService rule : registry.virtualServices()) {
            if (rule.inMesh()) {
                found.addAll(ledBy(rule, registry));
            }
        }
        for (Manifest entry : registry.all(Kind.SERVICE_ENTRY)) {
            boolean led = found.stream().anyMatch(route -> route.entry().manifest() == entry);
            if (!led) {
                registry.services().stream()
                        .filter(service -> !service.isKubernetes() && service.manifest() == entry)
                        .findFirst()
                        .ifPresent(service -> found.add(unled(service, registry)));
            }
        }
        return List.copyOf(found);
    }

    private static List<FoundRoute> ledBy(VirtualService rule, Registry registry) {
        List<FoundRoute> found = new ArrayList<>();
        for (String block : List.of("http", "tcp", "tls")) {
            Map<Place, List<Place>> byHost = new LinkedHashMap<>();
            Map<Place, MeshService> entries = new LinkedHashMap<>();
            for (Place each : rule.spec().at(block).items()) {
                Optional<MeshService> entry = isForSidecars(each)
                        ? destination(each, rule, registry).flatMap(to -> entry(to, rule, registry))
                        : Optional.empty();
                entry.ifPresent(to -> {
                    byHost.computeIfAbsent(to.place(), host -> new ArrayList<>())
                            .add(each);
                    entries.put(to.place(), to);
                });
            }
            byHost.forEach((host, rules) -> {
                List<Place> taken = pair(rules);
                found.add(new FoundRoute(
                        host,
                        entries.get(host),
                        Optional.of(rule),
                        block,
                        taken,
                        destination(taken.get(0), rule, registry),
                        policy(entries.get(host), rule.namespace(), registry),
                        behind(rule, entries.get(host), registry)));
            });
        }
        return found;
    }

    private static FoundRoute unled(MeshService entry, Registry registry) {
        return new FoundRoute(
                entry.place(),
                entry,
                Optional.empty(),
                "",
                List.of(),
                Optional.empty(),
                policy(entry, entry.namespace(), registry),
                Optional.empty());
    }

    /** A rule that names gateways in all of its conditions, and not the mesh, is none of a sidecar's. */
    private static boolean isForSidecars(Place rule) {
        List<Place> conditions = rule.at("match").items();
        return conditions.isEmpty()
                || conditions.stream()
                        .anyMatch(each -> VirtualService.isBoundToMesh(each.at("gateways"))
                                || each.at("gateways").items().stream().anyMatch(item -> item.is(MESH)));
    }

    /** The first destination that a ServiceEntry registers. */
    private static Optional<Place> destination(Place rule, VirtualService of, Registry registry) {
        return rule.at("route").items().stream()
                .map(way -> way.at("destination"))
                .filter(to -> entry(to, of, registry).isPresent())
                .findFirst();
    }

    private static Optional<MeshService> entry(Place destination, VirtualService of, Registry registry) {
        HostName host = of.destination(destination);
        List<MeshService> exactly = registry.services(host).stream()
                .filter(service -> !service.isKubernetes())
                .toList();
        List<MeshService> named = exactly.isEmpty()
                ? registry.services().stream()
                        .filter(service -> !service.isKubernetes()
                                && service.host().lower().equals(host.lower()))
                        .toList()
                : exactly;
        return named.stream()
                .filter(service -> service.namespace().equals(of.namespace()))
                .findFirst()
                .or(() -> named.stream().findFirst());
    }

    private static Optional<DestinationRule> policy(MeshService entry, String namespace, Registry registry) {
        List<DestinationRule> rules = registry.destinationRules().stream()
                .filter(rule -> rule.host().lower().equals(entry.host().lower()))
                .toList();
        return rules.stream()
                .filter(rule -> rule.namespace().equals(namespace))
                .findFirst()
                .or(() -> rules.stream().findFirst());
    }

    private static Optional<Manifest> behind(VirtualService rule, MeshService entry, Registry registry) {
        return internal(rule, entry.host()).flatMap(host -> {
            String full =
                    HostName.expanded(host.textOrEmpty(), rule.namespace()).name();
            return registry.all(Kind.SERVICE).stream()
                    .filter(service -> HostName.ofService(service.name(), service.namespace())
                            .name()
                            .equals(full))
                    .findFirst();
        });
    }

    /** A prefix with a slash and, right behind it, the same path without: what Egresso writes to replace a prefix. */
    private static List<Place> pair(List<Place> rules) {
        if (rules.size() < 2) {
            return rules.subList(0, 1);
        }
        String prefix = onlyUri(rules.get(0), "prefix");
        String exact = onlyUri(rules.get(1), "exact");
        boolean pair = !exact.isEmpty()
                && prefix.equals(exact + "/")
                && rules.get(0).at("rewrite", "uri").exists()
                && rules.get(1).at("rewrite", "uri").exists();
        return rules.subList(0, pair ? 2 : 1);
    }

    static String onlyUri(Place rule, String kind) {
        List<Place> conditions = rule.at("match").items();
        return conditions.size() == 1 ? conditions.get(0).at("uri", kind).textOrEmpty() : "";
    }

    /** The name that apps call, where it is written: the first that is neither the external host nor a wildcard. */
    Optional<Place> internal() {
        return virtualService.filter(rule -> !block.equals("tls")).flatMap(rule -> internal(rule, entry.host()));
    }

    private static Optional<Place> internal(VirtualService rule, HostName external) {
        List<VirtualService.Host> hosts =
                rule.hosts().stream().filter(host -> !host.name().isWildcard()).toList();
        return hosts.stream()
                .filter(host -> !host.name().equals(external.lower()))
                .findFirst()
                .or(() -> hosts.stream().findFirst())
                .map(VirtualService.Host::place);
    }

    /** The port of the ServiceEntry that the way leads to. */
    Optional<Place> port() {
        List<Place> ports = entry.spec().at("ports").items();
        OptionalInt named =
                destination.map(to -> to.at("port", "number").number()).orElse(OptionalInt.empty());
        if (named.isPresent()) {
            return numbered(ports, named.getAsInt());
        }
        if (destination.isPresent() || ports.size() < 2) {
            return ports.stream().findFirst();
        }
        return originating(ports).or(() -> ports.stream()
                .filter(port -> dev.egresso.mesh.PortProtocol.named(
                                port.at("protocol").textOrEmpty())
                        .isTls())
                .findFirst()
                .or(() -> ports.stream().findFirst()));
    }

    private static Optional<Place> numbered(List<Place> ports, int number) {
        return ports.stream()
                .filter(port -> port.at("number").number().orElse(0) == number)
                .findFirst();
    }

    /** Without a rule that says so: the port that TLS is started from. */
    private Optional<Place> originating(List<Place> ports) {
        if (destinationRule.isEmpty()) {
            return Optional.empty();
        }
        List<Place> candidates =
                ports.stream().filter(port -> isOriginating(tls(port))).toList();
        return candidates.stream()
                .filter(port -> port.at("targetPort").exists())
                .findFirst()
                .or(() -> candidates.stream().findFirst());
    }

    /** Where the TLS settings for connections to a port stand, or would stand. */
    Optional<Place> tls(Place port) {
        String subset = destination.map(to -> to.at("subset").textOrEmpty()).orElse("");
        return destinationRule.map(
                rule -> rule.tls(subset, port.at("number").number().orElse(0)));
    }

    static boolean isOriginating(Optional<Place> tls) {
        return tls.map(settings -> settings.at("mode").textOrEmpty())
                .filter(mode -> !mode.isEmpty() && !mode.equals("DISABLE"))
                .isPresent();
    }

    /** The resources of the route that are in the set, in the order of their kinds. */
    public List<Manifest> manifests() {
        List<Manifest> all = new ArrayList<>(List.of(entry.manifest()));
        virtualService.map(VirtualService::manifest).ifPresent(all::add);
        policyManifest().ifPresent(all::add);
        service.ifPresent(all::add);
        return all;
    }

    public Optional<Manifest> manifest(Kind kind) {
        return manifests().stream().filter(manifest -> manifest.kind() == kind).findFirst();
    }

    /** Of several rules for one host, which Istio makes one, the one that holds the TLS settings. */
    private Optional<Manifest> policyManifest() {
        return destinationRule.map(rule -> port().flatMap(this::tls)
                .map(Place::manifest)
                .orElse(rule.manifests().get(0)));
    }

    /** The name that apps call, as it is written; empty where none leads there. */
    public String internalHost() {
        return internal().map(Place::textOrEmpty).orElse("");
    }

    /** A name that tells it from the others: that of its VirtualService or, without one, of its ServiceEntry, and the host. */
    public String id() {
        Manifest named = virtualService.map(VirtualService::manifest).orElse(entry.manifest());
        return named.namespace() + "/" + named.name() + "/" + externalHost();
    }

    /** What a person may call the route by: either of its hosts, or the name of its ServiceEntry or VirtualService. */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        Manifest registered = entry.manifest();
        names.add(id());
        names.add(internalHost());
        names.add(externalHost());
        names.add(registered.name());
        names.add(registered.namespace() + "/" + registered.name());
        virtualService.map(rule -> rule.manifest().name()).ifPresent(names::add);
        names.remove("");
        return names;
    }

    /** The host that answers. */
    public String externalHost() {
        return external.textOrEmpty();
    }
}
