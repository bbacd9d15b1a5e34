package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.PortProtocol;
import dev.egresso.mesh.Severity;

/** Bytes name no host, so two hosts on one port of bytes cannot be told apart. */
final class SeTcpMultiHost extends ServiceEntryRule {

    SeTcpMultiHost() {
        super("se-tcp-multi-host", Severity.ERROR);
    }

    @Override
    void check(Place spec, Found found) {
        int count = spec.at("hosts").items().size();
        boolean none = spec.at("resolution").isEmpty() || spec.at("resolution").is("NONE");
        if (count < 2 || none) {
            return;
        }
        for (Place port : spec.at("ports").items()) {
            PortProtocol protocol = PortProtocol.named(port.at("protocol").textOrEmpty());
            if (!protocol.isHttp() && !protocol.isTls() && !port.at("protocol").isHole()) {
                found.at(spec.at("hosts"), "port", port.at("number").textOrEmpty(), "count", Integer.toString(count));
            }
        }
    }
}
