package dev.egresso.mesh;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What stands in a cluster already, as far as somebody looked.
 *
 * @param served versions of Istio's networking API, the newest first; none if nobody looked
 * @param namespace that people who say nothing work in there
 * @param resources ServiceEntries, VirtualServices and DestinationRules
 */
public record Inventory(List<ApiVersion> served, Optional<String> namespace, List<Manifest> resources) {
    private static final Inventory NONE = new Inventory(List.of(), Optional.empty(), List.of());

    public Inventory {
        served = List.copyOf(served);
        resources = List.copyOf(resources);
    }

    public static Inventory none() {
        return NONE;
    }

    /** With these resources. */
    public Inventory with(List<Manifest> found) {
        return new Inventory(served, namespace, found);
    }

    /** With a namespace that people work in. */
    public Inventory in(String usual) {
        return new Inventory(served, Optional.of(usual), resources);
    }

    /**
     * Those that have to do with a set: that name one of its hosts, or cover one with a wildcard. What the set itself writes
     * is not among them, since it takes the place of what stands there.
     */
    public List<Manifest> touching(List<Manifest> set) {
        if (resources.isEmpty()) {
            return List.of();
        }
        List<HostName> hosts = set.stream()
                .flatMap(manifest -> hosts(manifest).stream())
                .distinct()
                .toList();
        return resources.stream()
                .filter(other -> set.stream().noneMatch(own -> isSame(own, other)))
                .filter(other ->
                        hosts(other).stream().anyMatch(host -> hosts.stream().anyMatch(host::overlaps)))
                .toList();
    }

    /** The hosts of ServiceEntries that are this very name, as those who may see them know them. */
    List<MeshService> registering(HostName host, ExportDefaults exports) {
        return resources.stream()
                .filter(manifest -> manifest.kind() == Kind.SERVICE_ENTRY)
                .flatMap(entry -> MeshService.ofServiceEntry(entry, exports).stream())
                .filter(service -> service.host().equals(host))
                .toList();
    }

    /**
     * Other ServiceEntries that an entry would be a second one beside: of a host that it registers anew, and seen from its
     * namespace.
     *
     * @param before what the entry was until now, if it was there
     */
    public List<Manifest> rivals(Manifest entry, Optional<Manifest> before, ExportDefaults exports) {
        List<HostName> known = before.map(Inventory::hosts).orElse(List.of());
        return hosts(entry).stream()
                .filter(host -> !known.contains(host))
                .flatMap(host -> registering(host, exports).stream())
                .filter(other -> other.isVisibleFrom(entry.namespace()))
                .map(MeshService::manifest)
                .filter(other -> !isSame(entry, other))
                .distinct()
                .toList();
    }

    private static boolean isSame(Manifest one, Manifest other) {
        return one.kind() == other.kind()
                && one.name().equals(other.name())
                && one.namespace().equals(other.namespace());
    }

    /** The hosts that a resource is about or leads to, in full. */
    private static List<HostName> hosts(Manifest manifest) {
        Place spec = Place.of(manifest).at("spec");
        String namespace = manifest.namespace();
        return switch (manifest.kind()) {
            case SERVICE_ENTRY ->
                spec.at("hosts").items().stream()
                        .flatMap(host -> host.text().stream())
                        .map(HostName::asWritten)
                        .toList();
            case VIRTUAL_SERVICE ->
                Stream.concat(
                                spec.at("hosts").items().stream(),
                                spec.at("http").items().stream()
                                        .flatMap(rule -> rule.at("route").items().stream())
                                        .map(route -> route.at("destination", "host")))
                        .flatMap(host -> host.text().stream())
                        .map(host -> HostName.expanded(host, namespace))
                        .toList();
            case DESTINATION_RULE ->
                spec.at("host").text().map(host -> HostName.expanded(host, namespace)).stream()
                        .toList();
            case SERVICE -> List.of(HostName.ofService(manifest.name(), namespace));
        };
    }
}
