package dev.egresso.check;

import dev.egresso.mesh.HostName;
import dev.egresso.mesh.Kind;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import dev.egresso.schema.Nearest;
import java.util.List;
import java.util.Optional;

/** A route leads to a host that the mesh has to know, by a Service or a ServiceEntry. */
final class XDestNoService extends RouteRule {

    XDestNoService() {
        super("x-dest-no-service", Severity.ERROR);
    }

    @Override
    boolean holdsForCopies() {
        return true;
    }

    @Override
    void check(Route route, ResourceSet set, Found found) {

        HostName host = route.host();
        if (host.name().equals("*") || !set.offers(host).isEmpty() || set.isMisspelt(host)) {
            return;
        }
        Place place = route.destination().at("host");
        boolean aliasOfEntry = !set.registry()
                .services(HostName.asWritten(place.textOrEmpty()))
                .isEmpty();
        Optional<String> namespace = host.namespaceOfService();
        if (namespace.isEmpty() || aliasOfEntry || set.holdsServicesOf(namespace.get())) {
            Optional<String> nearest = nearest(host, set);
            found.as(
                    set.holdsDestinations() ? Severity.ERROR : Severity.WARNING,
                    place,
                    nearest.map(name -> Fix.set(place, name)),
                    "host",
                    host.name(),
                    "known",
                    nearest.map(name -> ", such as " + name).orElse(""));
        }
    }

    private static Optional<String> nearest(HostName host, ResourceSet set) {
        List<String> known = set.registry().all(Kind.SERVICE_ENTRY).stream()
                .limit(FEW)
                .flatMap(entry -> Place.of(entry).at("spec", "hosts").items().stream())
                .map(Place::textOrEmpty)
                .toList();
        return Nearest.to(host.name(), known);
    }

    /** A suggestion is looked for among as many, which keeps large sets fast. */
    private static final int FEW = 50;
}
