package dev.egresso.trace;

import dev.egresso.mesh.DataPlane;
import dev.egresso.mesh.DestinationRule;
import dev.egresso.mesh.IstioVersion;
import dev.egresso.mesh.MeshService;
import dev.egresso.mesh.OutboundPolicy;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.Registry;
import dev.egresso.mesh.SidecarScope;
import dev.egresso.mesh.Surroundings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What istiod tells the proxy of the caller: the services and rules that its namespace sees, and the mesh's settings. */
final class Sidecar {
    /** Which Host header the SNI and the name in the certificate are taken from, where no rule writes them. */
    enum NameSource {
        NONE,
        AS_SENT_BY_APP,
        AS_SENT_ON
    }

    private final Registry registry;
    private final String namespace;
    private final Surroundings surroundings;
    private final boolean waypoint;
    private final Optional<SidecarScope> scope;
    private final Imports imports;

    Sidecar(Registry registry, String namespace, Surroundings surroundings) {
        this(registry, namespace, surroundings, false);
    }

    private Sidecar(Registry registry, String namespace, Surroundings surroundings, boolean waypoint) {
        this.waypoint = waypoint;
        this.registry = registry;
        this.namespace = namespace;
        this.surroundings = surroundings;
        this.scope = isAmbient()
                ? Optional.empty()
                : SidecarScope.of(
                        surroundings.sidecars(),
                        namespace,
                        registry.rootNamespace(),
                        surroundings.proxy().labels());
        this.imports =
                isAmbient() ? Imports.ofAmbient(registry, namespace) : Imports.ofSidecar(registry, namespace, scope);
    }

    boolean isAmbient() {
        return surroundings.dataPlane().filter(DataPlane.AMBIENT::equals).isPresent();
    }

    /** The proxy before a service of a namespace, in an ambient mesh. */
    Sidecar asWaypoint(String ofNamespace) {
        return new Sidecar(registry, ofNamespace, surroundings, true);
    }

    boolean isWaypoint() {
        return waypoint;
    }

    /** Whether a waypoint stands before the service that is called, if that was told. */
    Optional<Boolean> waypoint() {
        return surroundings.proxy().waypoint();
    }

    Registry registry() {
        return registry;
    }

    String namespace() {
        return namespace;
    }

    /** The services and rules that it is told of. */
    Imports imports() {
        return imports;
    }

    /** Names what the way depends on and nobody said. */
    void noteCarrier(Walk walk) {
        if (surroundings.dataPlane().isEmpty()) {
            walk.assume("data-plane", DataPlane.SIDECAR.word());
        }
        surroundings.filters().stream()
                .filter(filter -> filter.namespace().equals(namespace)
                        || filter.namespace().equals(registry.rootNamespace()))
                .forEach(filter -> walk.assume("envoy-filter", filter.toString()));
        boolean unclear = surroundings.proxy().labels().isEmpty()
                && surroundings.sidecars().stream()
                        .anyMatch(sidecar -> sidecar.selectsWorkloads()
                                && sidecar.namespace().equals(namespace));
        if (unclear) {
            walk.assume("sidecar", scope.map(SidecarScope::name).orElse("none"));
        }
    }

    /** A Sidecar as sentences name it, with where it was read. */
    static String named(SidecarScope scope) {
        return scope.namespace() + "/" + scope.name()
                + scope.read()
                        .map(read -> " (" + read.file() + ":" + read.line() + ")")
                        .orElse("");
    }

    /** The DestinationRule for connections to a service. */
    Optional<DestinationRule> policy(MeshService service, Walk walk) {
        Optional<DestinationRule> rule = registry.destinationRule(
                service,
                namespace,
                found -> hasLabels(found.workloadSelector().at("matchLabels").fields(), walk));
        boolean ofMesh = rule.filter(found -> found.namespace().equals(registry.rootNamespace()))
                .filter(found -> !found.namespace().equals(namespace)
                        && !found.namespace().equals(service.namespace()))
                .isPresent();
        if (ofMesh && surroundings.rootNamespace().isEmpty()) {
            walk.assume("root-namespace", registry.rootNamespace());
        }
        return rule;
    }

    boolean answersDns(Walk walk) {
        if (surroundings.dnsCapture().isEmpty()) {
            walk.assume("dns-capture", Boolean.toString(capturesDns()));
        } else if (capturesDns()
                && !getsAddresses()
                && surroundings.proxy().allocatesAddresses().isEmpty()) {
            walk.assume("auto-allocate", "false");
        }
        return capturesDns();
    }

    /** Sidecars do not unless they are told to; ztunnel does from Istio 1.25 on. */
    boolean capturesDns() {
        return surroundings.dnsCapture().orElse(isAmbient() && newerThan(IstioVersion.ADDRESS_ALLOCATION));
    }

    private boolean newerThan(IstioVersion version) {
        return surroundings.istioVersion().map(own -> !own.before(version)).orElse(true);
    }

    /** Whether it gets addresses for ServiceEntries that have none. */
    boolean getsAddresses() {
        boolean newer = newerThan(IstioVersion.ADDRESS_ALLOCATION);
        return (capturesDns() || waypoint)
                && (newer || surroundings.proxy().allocatesAddresses().orElse(false));
    }

    boolean acceptsHttp10(Walk walk) {
        if (surroundings.proxy().acceptsHttp10().isEmpty()) {
            walk.assume("http10", "false");
        }
        return surroundings.proxy().acceptsHttp10().orElse(false);
    }

    /** What a Sidecar says goes before what the mesh does. */
    OutboundPolicy policy(Walk walk) {
        Optional<OutboundPolicy> own = scope.flatMap(SidecarScope::outboundPolicy);
        if (own.isPresent()) {
            return own.get();
        }
        if (surroundings.outboundPolicy().isEmpty()) {
            walk.assume("outbound-policy", OutboundPolicy.ALLOW_ANY.name());
        }
        return surroundings.outboundPolicy().orElse(OutboundPolicy.ALLOW_ANY);
    }

    NameSource nameSource(Walk walk) {
        IstioVersion version = version(walk);
        if (version.before(IstioVersion.HOST_AS_SNI)) {
            return NameSource.NONE;
        }
        return version.before(IstioVersion.AUTO_SNI) ? NameSource.AS_SENT_BY_APP : NameSource.AS_SENT_ON;
    }

    /** Whether certificates are checked where no file of authorities is named. */
    boolean trustsSystem(Walk walk) {
        return !version(walk).before(IstioVersion.SYSTEM_TRUST);
    }

    private IstioVersion version(Walk walk) {
        if (surroundings.istioVersion().isEmpty()) {
            walk.assume("istio", "newest");
        }
        return surroundings.istioVersion().orElse(IstioVersion.NEWEST);
    }

    /** Whether the caller has these labels; where nobody says so, it is taken to be one of those that are meant. */
    boolean hasLabels(List<Place> labels, Walk walk) {
        Optional<Map<String, String>> known = surroundings.proxy().labels();
        if (labels.isEmpty() || known.isPresent()) {
            return labels.stream().allMatch(label -> label.textOrEmpty()
                    .equals(known.orElseThrow().get(label.key())));
        }
        walk.assume(
                "labels",
                labels.stream()
                        .map(label -> label.key() + "=" + label.textOrEmpty())
                        .sorted()
                        .collect(Collectors.joining(",")));
        return true;
    }
}
