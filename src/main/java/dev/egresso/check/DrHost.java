package dev.egresso.check;

import dev.egresso.mesh.Kind;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** A DestinationRule is for connections to one host, or to those of a wildcard. */
final class DrHost extends Rule {

    DrHost() {
        super("dr-host", Severity.ERROR);
    }

    @Override
    void check(ResourceSet set, Found found) {
        for (Place spec : set.specs(Kind.DESTINATION_RULE)) {
            Place host = spec.at("host");
            if (host.isEmpty()) {
                found.at(host, "what", "the DestinationRule names no host");
            } else if (host.text().isPresent()) {
                HostForm.fault(host.textOrEmpty())
                        .ifPresent(part -> found.at(
                                host, "what", host.textOrEmpty() + " is not a host name: " + part + " does not fit"));
            }
        }
    }
}
