package dev.egresso.trace;

import static dev.egresso.trace.Walk.said;

import dev.egresso.mesh.Discovery;
import dev.egresso.mesh.HostName;
import dev.egresso.mesh.IpAddress;
import dev.egresso.mesh.MeshService;
import dev.egresso.mesh.Place;
import java.util.List;
import java.util.Optional;

/** The application looks the name up; without an answer its sidecar never sees anything. */
final class NameLookup {
    /**
     * Where the application connects to.
     *
     * @param address an IP, or a name for one that only a running mesh knows
     * @param service the service that owns the address, if the mesh knows it
     */
    record Dialled(String address, int port, Optional<MeshService> service) {}

    private final Sidecar sidecar;
    private final Walk walk;

    NameLookup(Sidecar sidecar, Walk walk) {
        this.sidecar = sidecar;
        this.walk = walk;
    }

    /** Nothing where the name has no address. */
    Optional<Dialled> dial() {
        Request request = walk.request();
        String port = Integer.toString(request.port());
        if (IpAddress.read(request.host()).isPresent()) {
            walk.ok(Part.APP, said("app-dials-ip", "address", request.host(), "port", port));
            return Optional.of(new Dialled(request.host(), request.port(), Optional.empty()));
        }
        boolean captured = sidecar.answersDns(walk);
        for (HostName name : Caller.names(request.host(), sidecar.namespace())) {
            Optional<Dialled> found = captured ? inSidecar(name) : Optional.empty();
            found = found.isPresent() ? found : inCluster(name);
            if (found.isPresent()) {
                return found;
            }
        }
        return outside();
    }

    /** The table of the sidecar that answers DNS: every service that it sees and that has an address. */
    private Optional<Dialled> inSidecar(HostName name) {
        for (MeshService service : sidecar.imports().services()) {
            if (!service.host().lower().covers(name)) {
                continue;
            }
            Optional<String> address = Addresses.of(service, sidecar.getsAddresses()).stream()
                    .filter(candidate -> !Addresses.isRange(candidate))
                    .findFirst();
            if (address.isPresent()) {
                walk.ok(
                        Part.APP,
                        said(
                                "app-dials-captured",
                                "host",
                                walk.request().host(),
                                "address",
                                address.get(),
                                "port",
                                port()),
                        service.place());
                return Optional.of(new Dialled(address.get(), walk.request().port(), Optional.of(service)));
            }
        }
        return Optional.empty();
    }

    /** Kubernetes answers for every Service, whoever it is exported to. */
    private Optional<Dialled> inCluster(HostName name) {
        return sidecar.registry().services(name).stream()
                .filter(MeshService::isKubernetes)
                .findFirst()
                .flatMap(this::ofService);
    }

    private Optional<Dialled> ofService(MeshService service) {
        if (service.discovery() == Discovery.ALIAS) {
            return ofAlias(service);
        }
        if (service.discovery() == Discovery.ORIGINAL && !service.selectsPods()) {
            return Optional.empty();
        }
        String address = service.discovery() == Discovery.ORIGINAL
                ? "pod of " + service.host()
                : Addresses.of(service, false).get(0);
        String where = service.discovery() == Discovery.ORIGINAL ? "app-dials-pod" : "app-dials-service";
        walk.ok(
                Part.APP,
                said(
                        where,
                        "host",
                        walk.request().host(),
                        "service",
                        service.host().name(),
                        "port",
                        port()),
                service.place());
        return Optional.of(new Dialled(address, walk.request().port(), Optional.of(service)));
    }

    private Optional<Dialled> ofAlias(MeshService service) {
        Place target = service.spec().at("externalName");
        HostName name = HostName.asWritten(target.textOrEmpty());
        walk.ok(
                Part.APP,
                said("app-follows-alias", "host", walk.request().host(), "target", name.name(), "port", port()),
                target);
        Optional<MeshService> concrete = sidecar.registry().services(name).stream()
                .filter(found -> found.isKubernetes() && found.discovery() == Discovery.LISTED)
                .findFirst();
        String address =
                concrete.map(found -> Addresses.of(found, false).get(0)).orElse("address of " + name);
        return Optional.of(new Dialled(address, walk.request().port(), concrete));
    }

    private Optional<Dialled> outside() {
        String host = walk.request().host();
        HostName name = HostName.asWritten(host.endsWith(".") ? host.substring(0, host.length() - 1) : host);
        if (!OutsideDns.mayKnow(name, sidecar.registry())) {
            failed(name);
            return Optional.empty();
        }
        walk.assume("dns", name.name());
        walk.ok(Part.APP, said("app-dials-outside", "host", host, "port", port()));
        return Optional.of(new Dialled("address of " + name, walk.request().port(), Optional.empty()));
    }

    private void failed(HostName name) {
        List<HostName> names = Caller.names(walk.request().host(), sidecar.namespace());
        Optional<MeshService> known = sidecar.registry().services().stream()
                .filter(service -> names.stream().anyMatch(service.host().lower()::covers))
                .findFirst();
        String id = known.map(service -> service.isKubernetes() ? "app-headless" : "app-needs-dns-capture")
                .orElse("app-name-unknown");
        Place[] places = known.map(service -> new Place[] {service.place()}).orElseGet(() -> ruleFor(names));
        walk.fail(Part.APP, said(id, "host", name.name(), "namespace", sidecar.namespace()), places);
    }

    private Place[] ruleFor(List<HostName> names) {
        return sidecar.registry().virtualServices().stream()
                .flatMap(rule -> rule.hosts().stream())
                .filter(host -> names.contains(host.name()))
                .map(host -> host.place())
                .limit(1)
                .toArray(Place[]::new);
    }

    private String port() {
        return Integer.toString(walk.request().port());
    }
}
