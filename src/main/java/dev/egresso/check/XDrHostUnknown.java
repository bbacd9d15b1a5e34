package dev.egresso.check;

import dev.egresso.mesh.HostName;
import dev.egresso.mesh.Kind;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.HashSet;
import java.util.Set;

/**
 * A DestinationRule for a host that nothing offers is applied to nothing. One that starts TLS and was meant for another host
 * is told of elsewhere.
 */
final class XDrHostUnknown extends Rule {
    XDrHostUnknown() {
        super("x-dr-host-unknown", Severity.WARNING);
    }

    @Override
    void check(ResourceSet set, Found found) {
        Set<Place> stray = new HashSet<>();
        set.strayRules().forEach(stray::add);
        for (Place spec : set.specs(Kind.DESTINATION_RULE)) {
            HostName host = HostName.expanded(
                    spec.at("host").textOrEmpty(), spec.manifest().namespace());
            boolean named = spec.at("host").text().isPresent()
                    && !host.isWildcard()
                    && !host.name().isEmpty();
            if (named
                    && set.offers(host).isEmpty()
                    && !stray.contains(spec)
                    && isMissing(host, set)
                    && !set.isMisspelt(host)) {
                found.at(spec.at("host"), "host", host.name());
            }
        }
    }

    /** Whether the input holds what would offer it, if it existed. */
    private static boolean isMissing(HostName host, ResourceSet set) {
        return host.namespaceOfService()
                .map(set::holdsServicesOf)
                .orElse(!set.specs(Kind.SERVICE_ENTRY).isEmpty());
    }
}
