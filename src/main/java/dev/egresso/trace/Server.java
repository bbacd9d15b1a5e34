package dev.egresso.trace;

import dev.egresso.mesh.Discovery;
import dev.egresso.mesh.HostName;
import dev.egresso.mesh.MeshService;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.PortProtocol;
import java.util.List;

/** What is taken of the external service, which nobody asks. */
final class Server {
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    private final Cluster cluster;
    private final MeshService service;
    private final Walk walk;
    private final int dialled;

    Server(Cluster cluster, Walk walk) {
        this.cluster = cluster;
        this.service = cluster.service();
        this.walk = walk;
        this.dialled = walk.upstream().port().orElse(cluster.port().number());
    }

    /** On 443, on a port of that protocol, and on one that the service has under that protocol too. */
    boolean speaksTls() {
        return dialled == HTTPS && service.isExternal()
                || cluster.port().protocol().isTls()
                || service.ports().stream()
                        .anyMatch(
                                port -> port.protocol().isTls() && port.target().orElse(port.number()) == dialled);
    }

    /** On 80, and where HTTP is spoken on the very port that is dialled. Others may speak either. */
    boolean isPlain() {
        boolean itself =
                cluster.port().target().orElse(dialled) == cluster.port().number();
        return !speaksTls() && (dialled == HTTP || cluster.port().protocol() == PortProtocol.HTTP && itself);
    }

    void assumeTls() {
        walk.assume("server-tls", service.host() + ":" + dialled);
    }

    /**
     * Whether its certificate is for one of these names: it is for the hosts of the ServiceEntry and its endpoints. Where
     * addresses are listed the host may be invented, so any name is believed but the one that the application called.
     */
    boolean proves(List<String> names) {
        walk.assume("certificate", service.host().name());
        boolean unrewritten = names.contains(walk.request().host());
        if (!service.isExternal() || service.discovery() == Discovery.LISTED && !unrewritten) {
            return true;
        }
        return names.stream().map(name -> HostName.asWritten(name).lower()).anyMatch(this::isNamed);
    }

    private boolean isNamed(HostName name) {
        boolean isHost = service.spec().at("hosts").items().stream().anyMatch(host -> stands(host, name));
        return isHost || service.endpoints().stream().anyMatch(endpoint -> stands(endpoint.at("address"), name));
    }

    private static boolean stands(Place written, HostName name) {
        return written.text()
                .filter(text -> HostName.asWritten(text).lower().covers(name))
                .isPresent();
    }
}
