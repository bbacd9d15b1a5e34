package dev.egresso.trace;

import static dev.egresso.trace.Walk.said;

import dev.egresso.mesh.DestinationRule;
import dev.egresso.mesh.Discovery;
import dev.egresso.mesh.Kind;
import dev.egresso.mesh.MeshService;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.PortProtocol;
import dev.egresso.mesh.ServicePort;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks the cluster of a destination up: every visible service has one for each of its ports and subsets. */
final class ClusterStage {
    /** What a service whose addresses are looked up for each request may speak. */
    private static final Set<PortProtocol> PER_REQUEST =
            Set.of(PortProtocol.HTTP, PortProtocol.TLS, PortProtocol.GRPC, PortProtocol.HTTP2);

    private final Sidecar sidecar;
    private final Walk walk;

    ClusterStage(Sidecar sidecar, Walk walk) {
        this.sidecar = sidecar;
        this.walk = walk;
    }

    Optional<Cluster> find(Destination to) {
        boolean ofWaypoint = sidecar.isWaypoint() && to.place().manifest().kind() != Kind.VIRTUAL_SERVICE;
        walk.choose(ofWaypoint ? inbound(to) : to.cluster());
        walk.send(upstream -> upstream.to(to.host().name()));
        Optional<MeshService> service = sidecar.imports().service(to.host(), to.port());
        if (service.isEmpty()) {
            return missing(hiddenOrUnknown(to), to, to.place().at("host"));
        }
        Optional<ServicePort> port =
                service.get().port(to.port()).filter(found -> found.protocol() != PortProtocol.UDP);
        if (port.isEmpty()) {
            return noPort(to, service.get());
        }
        if (!isBuilt(service.get(), port.get())) {
            return missing("cluster-empty", to, service.get().place());
        }
        return inSubset(to, service.get(), port.get());
    }

    /** What a waypoint calls a service that it stands before. */
    private String inbound(Destination to) {
        String family = walk.request().speech().isHttp() ? "http" : "tcp";
        return "inbound-vip|" + to.port() + "|" + family + "|" + to.host();
    }

    /** An alias has no cluster of its own; one without addresses to ask DNS for is not made. */
    private static boolean isBuilt(MeshService service, ServicePort port) {
        Discovery discovery = service.discovery();
        boolean nothingToAsk = discovery.asksDns()
                && service.selectsPods()
                && service.endpoints().isEmpty();
        boolean cannotLookUp = discovery == Discovery.PER_REQUEST
                && service.host().isWildcard()
                && !PER_REQUEST.contains(port.protocol());
        return discovery != Discovery.ALIAS && !nothingToAsk && !cannotLookUp;
    }

    private Optional<Cluster> inSubset(Destination to, MeshService service, ServicePort port) {
        Optional<DestinationRule> rule = sidecar.policy(service, walk);
        if (!to.subset().isEmpty()) {
            Optional<Place> subset = rule.flatMap(found -> found.subset(to.subset()));
            if (subset.isEmpty()) {
                return missing("cluster-no-subset", to, to.place().at("subset"));
            }
            if (service.discovery().asksDns() && Endpoints.leavesNone(service, subset.get())) {
                return missing("cluster-empty-subset", to, to.place().at("subset"), subset.get());
            }
        }
        walk.ok(Part.CLUSTER, said("cluster", "cluster", to.cluster()), to.place());
        return Optional.of(new Cluster(service, port, to.subset(), rule));
    }

    private String hiddenOrUnknown(Destination to) {
        List<MeshService> anywhere = sidecar.registry().services(to.host());
        return anywhere.isEmpty() ? "cluster-no-host" : "cluster-hidden";
    }

    /** The port was named and is wrong, or was left out and so taken from the listener. */
    private Optional<Cluster> noPort(Destination to, MeshService service) {
        Place number = to.place().at("port", "number");
        String id = number.exists() || to.place().equals(service.place()) ? "cluster-no-port" : "cluster-port-left-out";
        return missing(
                id, to, number.exists() ? number : to.place(), service.spec().at("ports"));
    }

    private Optional<Cluster> missing(String id, Destination to, Place... because) {
        walk.fail(
                Part.CLUSTER,
                said(
                        id,
                        "cluster",
                        to.cluster(),
                        "host",
                        to.host().name(),
                        "port",
                        Integer.toString(to.port()),
                        "subset",
                        to.subset()),
                because);
        return Optional.empty();
    }
}
