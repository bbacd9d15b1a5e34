package dev.egresso.check;

import dev.egresso.mesh.HostName;
import dev.egresso.mesh.Severity;
import dev.egresso.schema.Nearest;

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
            String suggestion = Nearest.to(host.name(), set.strayRules().destinations(spec))
                    .map(name -> ", " + name)
                    .orElse("");
            found.at(spec.at("host"), "host", spec.at("host").textOrEmpty(), "suggestion", suggestion);
        });
    }
}
