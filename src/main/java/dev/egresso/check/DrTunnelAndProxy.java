package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** A connection is begun by a tunnel or by a line of the PROXY protocol. */
final class DrTunnelAndProxy extends PolicyRule {

    DrTunnelAndProxy() {
        super("dr-tunnel-and-proxy", Severity.ERROR);
    }

    @Override
    void checkPolicy(Place policy, Found found) {
        if (policy.at("tunnel").exists() && policy.at("proxyProtocol").exists()) {
            found.at(policy.at("proxyProtocol"));
        }
    }
}
