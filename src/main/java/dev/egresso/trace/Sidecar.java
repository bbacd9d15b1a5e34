package dev.egresso.trace;

import dev.egresso.mesh.DataPlane;
import dev.egresso.mesh.DestinationRule;
import dev.egresso.mesh.IstioVersion;
import dev.egresso.mesh.MeshService;
import dev.egresso.mesh.OutboundPolicy;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.Registry;
import dev.egresso.mesh.Surroundings;
import dev.egresso.mesh.VirtualService;
import java.util.List;
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
    private final List<MeshService> services;
    private final List<VirtualService> virtualServices;

    Sidecar(Registry registry, String namespace, Surroundings surroundings) {
        this.registry = registry;
        this.namespace = namespace;
        this.surroundings = surroundings;
        this.services = registry.servicesVisibleFrom(namespace);
        this.virtualServices = registry.virtualServicesVisibleFrom(namespace);
    }

    Registry registry() {
        return registry;
    }

    String namespace() {
        return namespace;
    }

    List<MeshService> services() {
        return services;
    }

    List<VirtualService> virtualServices() {
        return virtualServices;
    }

    /** Only the way of a sidecar is walked; where there is none, a waypoint is taken to do the same. */
    void noteCarrier(Walk walk) {
        if (surroundings.dataPlane().isEmpty()) {
            walk.assume("data-plane", DataPlane.SIDECAR.word());
        } else if (surroundings.dataPlane().get() == DataPlane.AMBIENT) {
            walk.assume("waypoint", "true");
        }
    }

    /** The DestinationRule for connections to a service. */
    Optional<DestinationRule> policy(MeshService service, Walk walk) {
        Optional<DestinationRule> rule = registry.destinationRule(service, namespace);
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
            walk.assume("dns-capture", "false");
        }
        return capturesDns();
    }

    boolean capturesDns() {
        return surroundings.dnsCapture().orElse(false);
    }

    OutboundPolicy policy(Walk walk) {
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

    /** Whether the caller has these labels; nobody says so, and it is taken to be one of those that are meant. */
    boolean hasLabels(List<Place> labels, Walk walk) {
        if (!labels.isEmpty()) {
            walk.assume(
                    "labels",
                    labels.stream()
                            .map(label -> label.key() + "=" + label.textOrEmpty())
                            .sorted()
                            .collect(Collectors.joining(",")));
        }
        return true;
    }
}
