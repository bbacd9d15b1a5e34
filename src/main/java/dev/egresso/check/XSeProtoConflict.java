package dev.egresso.check;

import dev.egresso.mesh.Severity;

/** The protocol of a port decides how it is listened on, so two entries have to agree on it. */
final class XSeProtoConflict extends Rule {

    XSeProtoConflict() {
        super("x-se-proto-conflict", Severity.WARNING);
    }

    @Override
    void check(ResourceSet set, Found found) {
        SharedPorts.of(set)
                .filter(shared -> shared.first().protocol() != shared.later().protocol())
                .forEach(shared -> found.at(
                        shared.later().place().at("protocol"),
                        "host",
                        shared.host().name(),
                        "port",
                        Integer.toString(shared.later().number()),
                        "protocol",
                        shared.later().protocol().name(),
                        "first",
                        shared.first().protocol().name(),
                        "other",
                        shared.first().place().resource()));
    }
}
