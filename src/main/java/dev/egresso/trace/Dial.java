package dev.egresso.trace;

import static dev.egresso.trace.Walk.said;

import dev.egresso.mesh.HostName;
import dev.egresso.mesh.MeshService;
import dev.egresso.mesh.Place;
import java.util.List;
import java.util.Optional;

/** The sidecar looks for an address of the service and connects to a port there. */
final class Dial {
    private static final String NO_HOST = "UH";
    private static final String DNS_FAILURE = "DF";

    private final Sidecar sidecar;
    private final Walk walk;
    private final NameLookup.Dialled dialled;
    private final Cluster cluster;
    private final MeshService service;

    Dial(Sidecar sidecar, Walk walk, NameLookup.Dialled dialled, Cluster cluster) {
        this.sidecar = sidecar;
        this.walk = walk;
        this.dialled = dialled;
        this.cluster = cluster;
        this.service = cluster.service();
    }

    /** The flag of the failure where no address is found. @param tls whether the sidecar starts TLS */
    Optional<String> reach(boolean tls) {
        return switch (service.discovery()) {
            case DNS, FIRST_DNS -> byDns();
            case LISTED -> listed();
            case ORIGINAL -> service.isKubernetes() ? listed() : original();
            case PER_REQUEST -> service.host().isWildcard() ? perRequest(tls) : noEndpoint();
            case ALIAS -> noEndpoint();
        };
    }

    /** Whether the connection goes where the application dialled, and that is not the service. */
    boolean isMisled() {
        boolean original = service.discovery() == dev.egresso.mesh.Discovery.ORIGINAL && !service.isKubernetes();
        return original && !isOwnAddress();
    }

    private Optional<String> byDns() {
        List<Place> endpoints = Endpoints.of(cluster);
        Place named = endpoints.isEmpty() ? service.place() : endpoints.get(0).at("address");
        connectTo(endpoints);
        HostName name = HostName.asWritten(named.textOrEmpty());
        if (!OutsideDns.answersSidecar(name.lower(), sidecar.registry())) {
            walk.fail(Part.DNS, said("dns-no-answer", "name", name.name()), named);
            return Optional.of(NO_HOST);
        }
        walk.assume("dns", name.name());
        walk.ok(Part.DNS, said("dns-asks", "name", name.name()), service.spec().at("resolution"), named);
        sayPort(endpoints);
        return Optional.empty();
    }

    private Optional<String> listed() {
        if (service.isKubernetes()) {
            return pods();
        }
        List<Place> endpoints = Endpoints.of(cluster);
        if (endpoints.isEmpty()) {
            return noEndpoint();
        }
        connectTo(endpoints);
        Place address = endpoints.get(0).at("address");
        walk.ok(Part.DNS, said("dns-listed", "address", address.textOrEmpty()), address);
        sayPort(endpoints);
        return Optional.empty();
    }

    private Optional<String> pods() {
        walk.send(upstream ->
                upstream.dialling(cluster.port().target().orElse(cluster.port().number())));
        if (!service.selectsPods()) {
            walk.fail(
                    Part.DNS,
                    said("dns-no-pods", "service", service.host().name()),
                    service.spec().at("selector"));
            return Optional.of(NO_HOST);
        }
        walk.assume("pods", service.host().name());
        walk.ok(
                Part.DNS,
                said("dns-pods", "service", service.host().name()),
                service.spec().at("selector"));
        return Optional.empty();
    }

    private Optional<String> noEndpoint() {
        connectTo(List.of());
        walk.fail(
                Part.DNS,
                said("dns-no-endpoints", "host", service.host().name()),
                service.spec().at("endpoints"),
                service.spec().at("resolution"));
        return Optional.of(NO_HOST);
    }

    private Optional<String> original() {
        int port = cluster.port().target().orElse(dialled.port());
        walk.send(upstream -> upstream.dialling(port));
        String id = isMisled() ? "dns-misled" : "dns-original";
        Walk.Said said = said(
                id,
                "address",
                dialled.address(),
                "port",
                Integer.toString(port),
                "host",
                service.host().name());
        Place resolution = service.spec().at("resolution");
        if (isMisled()) {
            walk.fail(Part.CONNECT, said, resolution);
        } else {
            walk.ok(Part.DNS, said, resolution);
        }
        return Optional.empty();
    }

    private boolean isOwnAddress() {
        String outside = "address of ";
        if (dialled.address().startsWith(outside)) {
            return service.host()
                    .lower()
                    .covers(HostName.asWritten(dialled.address().substring(outside.length())));
        }
        boolean byAddress =
                dialled.service().isEmpty() || dialled.service().get().host().equals(service.host());
        return byAddress;
    }

    private Optional<String> perRequest(boolean tls) {
        boolean sealed = walk.request().speech() == Request.Speech.SEALED;
        String authority = walk.upstream().authority().orElse(walk.request().host());
        String asked = sealed ? walk.request().host() : authority.replaceFirst(":[0-9]+$", "");
        int port = sealed ? dialled.port() : port(authority).orElse(tls ? 443 : 80);
        walk.send(upstream -> upstream.dialling(port));
        HostName name = HostName.asWritten(asked);
        if (!OutsideDns.answersSidecar(name.lower(), sidecar.registry())) {
            walk.fail(
                    Part.DNS,
                    said("dns-no-answer", "name", asked),
                    service.spec().at("resolution"));
            return Optional.of(DNS_FAILURE);
        }
        walk.assume("dns", asked);
        walk.ok(Part.DNS, said("dns-per-request", "name", asked), service.spec().at("resolution"));
        walk.ok(Part.CONNECT, said("connect-port", "port", Integer.toString(port)));
        return Optional.empty();
    }

    private static Optional<Integer> port(String authority) {
        int colon = authority.lastIndexOf(':');
        boolean isPort = colon >= 0 && authority.substring(colon + 1).matches("[0-9]{1,5}");
        return isPort ? Optional.of(Integer.parseInt(authority.substring(colon + 1))) : Optional.empty();
    }

    private void connectTo(List<Place> endpoints) {
        int port = port(endpoints);
        walk.send(upstream -> upstream.dialling(port));
    }

    /** The endpoint's own port before {@code targetPort} before the number that clients call. */
    private int port(List<Place> endpoints) {
        int usual = cluster.port().target().orElse(cluster.port().number());
        return endpoints.isEmpty() ? usual : own(endpoints.get(0)).number().orElse(usual);
    }

    private Place own(Place endpoint) {
        return endpoint.at("ports", cluster.port().name());
    }

    private void sayPort(List<Place> endpoints) {
        int number = cluster.port().number();
        int port = port(endpoints);
        String from = Integer.toString(number);
        Place place = endpoints.isEmpty() || !own(endpoints.get(0)).exists()
                ? cluster.port().place().at(cluster.port().target().isPresent() ? "targetPort" : "number")
                : own(endpoints.get(0));
        String id = port == number ? "connect-port" : "connect-other-port";
        walk.ok(Part.CONNECT, said(id, "port", Integer.toString(port), "number", from), place);
    }
}
