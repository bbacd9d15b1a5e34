package dev.egresso.check;

import dev.egresso.mesh.Kind;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import dev.egresso.mesh.VirtualService;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Without hosts a VirtualService is a part that another one may delegate to; no sidecar takes it by itself. Istio takes one
 * that nobody delegates to, since the other one may come later; it is an error in a set that holds what it leads to and no
 * rule that delegates.
 */
final class VsHostsEmpty extends Rule {

    VsHostsEmpty() {
        super("vs-hosts-empty", Severity.ERROR);
    }

    @Override
    void check(ResourceSet set, Found found) {
        Set<String> delegates = new HashSet<>();
        for (Place spec : set.specs(Kind.VIRTUAL_SERVICE)) {
            String own = spec.manifest().namespace();
            spec.at("http").items().stream()
                    .map(rule -> rule.at("delegate"))
                    .filter(Place::exists)
                    .forEach(delegate ->
                            delegates.add(delegate.at("namespace").text().orElse(own) + "/"
                                    + delegate.at("name").textOrEmpty()));
        }
        for (VirtualService service : set.registry().virtualServices()) {
            Place spec = service.spec();
            String name = service.namespace() + "/" + spec.manifest().name();
            boolean cannotBeOne = Stream.of("gateways", "tls", "tcp")
                    .anyMatch(field -> !spec.at(field).isEmpty());
            boolean meantForItself = delegates.isEmpty() && leadsOut(service, set);
            if (spec.at("hosts").isEmpty() && (cannotBeOne || !delegates.contains(name))) {
                found.as(cannotBeOne || meantForItself ? Severity.ERROR : Severity.WARNING, spec.at("hosts"));
            }
        }
    }

    private static boolean leadsOut(VirtualService service, ResourceSet set) {
        return Route.of(service).filter(Route::isKnown).anyMatch(route -> set.service(route.host(), route.caller())
                .isPresent());
    }
}
