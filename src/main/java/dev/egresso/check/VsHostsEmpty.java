package dev.egresso.check;

import dev.egresso.mesh.Kind;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** Without hosts a VirtualService is a part that another one may delegate to; no sidecar takes it by itself. */
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
        for (Place spec : set.specs(Kind.VIRTUAL_SERVICE)) {
            boolean isOne = delegates.contains(
                    spec.manifest().namespace() + "/" + spec.manifest().name());
            boolean cannotBeOne = Stream.of("gateways", "tls", "tcp")
                    .anyMatch(field -> !spec.at(field).isEmpty());
            if (spec.at("hosts").isEmpty() && (cannotBeOne || !isOne)) {
                found.at(spec.at("hosts"));
            }
        }
    }
}
