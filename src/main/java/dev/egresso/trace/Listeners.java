package dev.egresso.trace;

import dev.egresso.mesh.Discovery;
import dev.egresso.mesh.MeshService;
import dev.egresso.mesh.ServicePort;
import java.util.List;
import java.util.Optional;

/**
 * Finds the listener that takes a connection ({@code buildSidecarOutboundListeners} in
 * {@code pilot/pkg/networking/core/listener.go}): the one of that address, else the one of all addresses, else none.
 */
final class Listeners {
    private final Sidecar sidecar;
    private final Walk walk;
    private final Listener own;
    private final Listener shared;
    private final int port;
    private final String address;

    private Listeners(Sidecar sidecar, Walk walk, String address, int port) {
        this.sidecar = sidecar;
        this.walk = walk;
        this.port = port;
        this.address = address;
        this.own = new Listener(address, port);
        this.shared = new Listener(Listener.ALL_ADDRESSES, port);
        sidecar.imports().services(port).forEach(service -> service.port(port).ifPresent(found -> add(service, found)));
    }

    static Optional<Listener> taking(Sidecar sidecar, Walk walk, NameLookup.Dialled dialled) {
        Listeners listeners = new Listeners(sidecar, walk, dialled.address(), dialled.port());
        if (!listeners.own.isEmpty()) {
            return Optional.of(listeners.own);
        }
        return Optional.of(listeners.shared).filter(listener -> !listener.isEmpty());
    }

    private void add(MeshService service, ServicePort servicePort) {
        if (service.discovery() == Discovery.ALIAS) {
            return;
        }
        if (servicePort.protocol().isHttp()) {
            shared.addHttp(servicePort.protocol());
        } else if (servicePort.protocol().isTcp() || servicePort.protocol().isSniffed()) {
            addPassing(service, servicePort);
        }
    }

    private void addPassing(MeshService service, ServicePort servicePort) {
        List<String> addresses = addresses(service);
        if (addresses.isEmpty()) {
            add(shared, service, servicePort, List.of());
        }
        for (String candidate : addresses) {
            if (Addresses.isRange(candidate)) {
                add(shared, service, servicePort, List.of(candidate));
            } else if (candidate.equals(address)) {
                add(own, service, servicePort, List.of());
            }
        }
    }

    private List<String> addresses(MeshService service) {
        boolean headless = service.isKubernetes() && service.discovery() == Discovery.ORIGINAL;
        return headless ? List.of("pod of " + service.host()) : Addresses.of(service, sidecar.getsAddresses());
    }

    private void add(Listener listener, MeshService service, ServicePort servicePort, List<String> ranges) {
        PassingChains chains = new PassingChains(sidecar, walk, service, servicePort, ranges);
        listener.add(servicePort.protocol(), service.host(), chains.of(listener.isShared(), port));
    }
}
