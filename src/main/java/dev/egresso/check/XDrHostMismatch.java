package dev.egresso.check;

import dev.egresso.mesh.HostName;
import dev.egresso.mesh.Severity;
import dev.egresso.schema.Nearest;
import java.util.List;
import java.util.Optional;

/** A rule applies to connections to its host, which is the destination of a route, not the name that applications call. */
final class XDrHostMismatch extends Rule {

    XDrHostMismatch() {
        super("x-dr-host-mismatch", Severity.ERROR);
    }

    @Override
    void check(ResourceSet set, Found found) {
        set.strayRules().forEach(spec -> {
            HostName host = HostName.expanded(
                    spec.at("host").textOrEmpty(), spec.manifest().namespace());
            List<String> destinations = set.strayRules().destinations(spec);
            Optional<String> nearest =
                    destinations.size() == 1 ? Optional.of(destinations.get(0)) : Nearest.to(host.name(), destinations);
            String suggestion = nearest.map(name -> ", " + name).orElse("");
            found.at(
                    spec.at("host"),
                    nearest.map(name -> Fix.set(spec.at("host"), name)),
                    "host",
                    spec.at("host").textOrEmpty(),
                    "suggestion",
                    suggestion);
        });
    }
}
