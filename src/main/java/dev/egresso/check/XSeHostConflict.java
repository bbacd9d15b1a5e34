package dev.egresso.check;

import dev.egresso.mesh.Severity;

/** Two entries for one host and port make one cluster, and one of the two decides what is in it. */
final class XSeHostConflict extends Rule {

    XSeHostConflict() {
        super("x-se-host-conflict", Severity.WARNING);
    }

    @Override
    void check(ResourceSet set, Found found) {
        SharedPorts.of(set)
                .filter(shared -> shared.first().protocol() == shared.later().protocol())
                .forEach(shared -> found.at(
                        shared.later().place(),
                        "host",
                        shared.host().name(),
                        "port",
                        Integer.toString(shared.later().number()),
                        "other",
                        shared.first().place().resource()));
    }
}
