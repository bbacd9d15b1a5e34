package dev.egresso.mesh;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Where the resources go, for which Istio, and how the external host is registered and found. */
final class PlaceFacts {
    final Fact<Namespace> namespace;
    final Fact<String> externalHost;
    final Fact<String> name;
    final Fact<Resolution> resolution;
    final Fact<List<String>> endpoints;
    final Fact<Location> location;
    final Fact<List<String>> exportTo;
    final Fact<IstioVersion> istioVersion;
    final Fact<DataPlane> dataPlane;
    final Fact<ApiVersion> apiVersion;

    private final RouteFacts route;

    PlaceFacts(Hearing hearing, RouteFacts route, Surroundings surroundings) {
        this.route = route;
        namespace =
                hearing.heard(FieldId.NAMESPACE, Namespace::read, Namespace::name, () -> usualNamespace(surroundings));
        externalHost = registeredHost();
        name = hearing.heard(FieldId.NAME, PlaceFacts::readName, text -> text, this::usualName);
        endpoints = hearing.heard(
                FieldId.ENDPOINTS, PlaceFacts::readEndpoints, list -> String.join(", ", list), this::usualEndpoints);
        resolution = hearing.choice(FieldId.RESOLUTION, Resolution.class, this::usualResolution);
        location = hearing.choice(
                FieldId.LOCATION,
                Location.class,
                () -> Fact.byDefault(FieldId.LOCATION, Location.MESH_EXTERNAL, Reason.of("location-external")));
        exportTo = hearing.heard(
                FieldId.EXPORT_TO,
                PlaceFacts::readExportTo,
                list -> list.isEmpty() ? "*" : String.join(", ", list),
                this::usualExportTo);
        istioVersion =
                hearing.heard(FieldId.ISTIO_VERSION, IstioVersion::read, IstioVersion::toString, () -> surroundings
                        .istioVersion()
                        .map(found -> Fact.derived(
                                FieldId.ISTIO_VERSION,
                                found,
                                found.toString(),
                                Set.<FieldId>of(),
                                Reason.of("istio-version-found")))
                        .orElseGet(() -> new Fact<>(
                                FieldId.ISTIO_VERSION,
                                Optional.empty(),
                                "",
                                Standing.DEFAULT,
                                Set.<FieldId>of(),
                                Reason.of("istio-version-newest"))));
        dataPlane = hearing.choice(FieldId.DATA_PLANE, DataPlane.class, () -> surroundings
                .dataPlane()
                .map(found -> Fact.derived(FieldId.DATA_PLANE, found, Set.<FieldId>of(), Reason.of("data-plane-found")))
                .orElseGet(
                        () -> Fact.byDefault(FieldId.DATA_PLANE, DataPlane.SIDECAR, Reason.of("data-plane-sidecar"))));
        apiVersion = hearing.choice(
                FieldId.API_VERSION,
                ApiVersion.class,
                () -> usualApiVersion(surroundings.inventory().served()));
    }

    static Fact<Namespace> usualNamespace(Surroundings surroundings) {
        return surroundings
                .inventory()
                .namespace()
                .map(found -> Fact.derived(
                        FieldId.NAMESPACE,
                        new Namespace(found),
                        found,
                        Set.<FieldId>of(),
                        Reason.of("namespace-of-context", "namespace", found)))
                .orElseGet(() -> Fact.byDefault(
                        FieldId.NAMESPACE,
                        Namespace.DEFAULT,
                        Namespace.DEFAULT.name(),
                        Reason.of("namespace-default")));
    }

    boolean olderThan(IstioVersion release) {
        return istioVersion.value().filter(version -> version.before(release)).isPresent();
    }

    /** Whether the resources reach callers in every namespace. */
    boolean isSeenByAll() {
        return exportTo.value().filter(list -> !list.isEmpty()).isEmpty();
    }

    /** The name under which the registry knows the external host; an IP address cannot be one, so a name is made up. */
    private Fact<String> registeredHost() {
        if (!route.url.isKnown()) {
            return Fact.missing(FieldId.EXTERNAL_URL);
        }
        ExternalUrl url = route.url.get();
        Optional<IpAddress> ip = url.ip();
        String host = hostOf(url);
        Reason because = ip.isPresent()
                ? Reason.of("host-invented", "ip", url.host(), "host", host)
                : Reason.of("host-of-url", "host", host);
        return Fact.derived(FieldId.EXTERNAL_URL, host, host, Set.of(), because);
    }

    /** What the host of a URL is called in the registry. */
    static String hostOf(ExternalUrl url) {
        return url.ip().map(address -> address.label() + ".external.internal").orElse(url.host());
    }

    /** Whoever gets the rule has to get the host as well, which a ServiceEntry that is used may show to some only. */
    private Fact<List<String>> usualExportTo() {
        Optional<FoundEntry> hidden =
                route.reused.filter(entry -> !entry.shownTo(namespace.text()).isEmpty());
        return hidden.map(entry -> {
                    List<String> shown = entry.shownTo(namespace.text());
                    return Fact.derived(
                            FieldId.EXPORT_TO,
                            shown,
                            String.join(", ", shown),
                            Set.of(FieldId.SERVICE_ENTRY),
                            Reason.of("export-to-of-entry", "entry", entry.name()));
                })
                .orElseGet(() -> Fact.byDefault(FieldId.EXPORT_TO, List.<String>of(), "*", Reason.of("export-to-all")));
    }

    private Fact<String> usualName() {
        if (!externalHost.isKnown()) {
            return new Fact<>(
                    FieldId.EXTERNAL_URL,
                    Optional.empty(),
                    "",
                    Standing.DERIVED,
                    Set.of(FieldId.NAME),
                    Reason.of("name-of-host"));
        }
        String name = nameOf(externalHost.get());
        return Fact.derived(FieldId.NAME, name, name, Set.of(FieldId.EXTERNAL_URL), Reason.of("name-of-host"));
    }

    /** What a resource for a host is called unless somebody says otherwise. */
    static String nameOf(String host) {
        String name = host.replace(".external.internal", "")
                .replace("*.", "wildcard-")
                .replace('.', '-');
        name = name.length() > DnsName.LONGEST_NAME ? name.substring(0, DnsName.LONGEST_NAME) : name;
        return name.replaceFirst("-+$", "");
    }

    private Fact<List<String>> usualEndpoints() {
        Optional<String> ip = route.url.value().flatMap(ExternalUrl::ip).map(IpAddress::toString);
        return ip.map(address -> Fact.derived(
                        FieldId.ENDPOINTS,
                        List.of(address),
                        address,
                        Set.of(FieldId.EXTERNAL_URL),
                        Reason.of("endpoints-ip", "ip", address)))
                .orElseGet(() -> Fact.byDefault(FieldId.ENDPOINTS, List.of(), "", Reason.of("endpoints-none")));
    }

    private Fact<Resolution> usualResolution() {
        if (route.url.value().flatMap(ExternalUrl::ip).isPresent()) {
            return Fact.derived(
                    FieldId.RESOLUTION,
                    Resolution.STATIC,
                    Set.of(FieldId.EXTERNAL_URL),
                    Reason.of("resolution-static-ip"));
        }
        if (endpoints.isAnswered() && endpoints.isKnown()) {
            boolean addresses = endpoints.get().stream()
                    .allMatch(each -> IpAddress.read(each).isPresent());
            return Fact.derived(
                    FieldId.RESOLUTION,
                    addresses ? Resolution.STATIC : Resolution.DNS,
                    Set.of(FieldId.ENDPOINTS),
                    Reason.of(addresses ? "resolution-static-endpoints" : "resolution-dns-endpoints"));
        }
        if (route.isWildcard()) {
            return Fact.derived(
                    FieldId.RESOLUTION,
                    Resolution.NONE,
                    Set.of(FieldId.EXTERNAL_URL),
                    Reason.of("resolution-none-wildcard"));
        }
        return Fact.byDefault(FieldId.RESOLUTION, Resolution.DNS, Reason.of("resolution-dns"));
    }

    private Fact<ApiVersion> usualApiVersion(List<ApiVersion> served) {
        if (olderThan(IstioVersion.NETWORKING_V1)) {
            return Fact.derived(
                    FieldId.API_VERSION,
                    ApiVersion.V1BETA1,
                    Set.of(FieldId.ISTIO_VERSION),
                    Reason.of("api-version-old", "version", istioVersion.text()));
        }
        return served.stream()
                .findFirst()
                .map(newest -> Fact.derived(
                        FieldId.API_VERSION,
                        newest,
                        Set.<FieldId>of(),
                        Reason.of("api-version-served", "version", newest.word())))
                .orElseGet(() -> Fact.byDefault(FieldId.API_VERSION, ApiVersion.V1, Reason.of("api-version-v1")));
    }

    private static Reading<String> readName(String text) {
        String name = text.strip();
        return DnsName.isSubdomain(name)
                ? Reading.of(name)
                : Reading.refused("x-meta-name", "text", name, "suggestion", DnsName.nearestLabel(name));
    }

    static List<String> items(String text) {
        return Stream.of(text.split("[,\\s]+")).filter(item -> !item.isEmpty()).toList();
    }

    private static Reading<List<String>> readEndpoints(String text) {
        List<String> items =
                items(text).stream().map(item -> item.toLowerCase(Locale.ROOT)).toList();
        if (items.isEmpty() || items.size() > 4096) {
            return Reading.refused("endpoints-count", "count", Integer.toString(items.size()));
        }
        for (String item : items) {
            boolean known = IpAddress.read(item).isPresent()
                    || !item.contains("*") && DnsName.fault(item).isEmpty();
            if (!known) {
                return Reading.refused("se-endpoint-addr", "text", item);
            }
        }
        return Reading.of(items.stream()
                .map(item -> IpAddress.read(item).map(IpAddress::toString).orElse(item))
                .toList());
    }

    /** Empty for every namespace (Istio's {@code validateExportTo}, without the {@code ~} that hides a set from all). */
    private static Reading<List<String>> readExportTo(String text) {
        List<String> items = items(text);
        if (items.equals(List.of("*")) || items.equals(List.of("all"))) {
            return Reading.of(List.of());
        }
        for (String item : items) {
            if (!item.equals(".") && !DnsName.isLabel(item)) {
                return Reading.refused("exportto-syntax", "text", item);
            }
        }
        boolean repeated = Set.copyOf(items).size() < items.size();
        return repeated || items.isEmpty()
                ? Reading.refused("exportto-syntax", "text", text.strip())
                : Reading.of(items);
    }
}
