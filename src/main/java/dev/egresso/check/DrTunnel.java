package dev.egresso.check;

import dev.egresso.mesh.IpAddress;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** A tunnel leads to a host and port behind the proxy. */
final class DrTunnel extends PolicyRule {

    DrTunnel() {
        super("dr-tunnel", Severity.ERROR);
    }

    @Override
    void checkPolicy(Place policy, Found found) {
        Place tunnel = policy.at("tunnel");
        if (!tunnel.exists() || tunnel.isHole()) {
            return;
        }
        Place protocol = tunnel.at("protocol");
        if (!protocol.isEmpty() && !protocol.isHole() && !protocol.is("CONNECT") && !protocol.is("POST")) {
            found.at(protocol, "what", "the protocol " + protocol.textOrEmpty() + ", where CONNECT and POST are known");
        }
        Place host = tunnel.at("targetHost");
        boolean named = HostForm.faultOfFullName(host.textOrEmpty()).isEmpty()
                || IpAddress.read(host.textOrEmpty()).isPresent();
        if (host.text().isPresent() && !named) {
            found.at(host, "what", "a host called " + (host.isEmpty() ? "nothing" : host.textOrEmpty()));
        }
        if (Ports.isOutside(tunnel.at("targetPort"))) {
            found.at(
                    tunnel.at("targetPort"),
                    "what",
                    "the port " + tunnel.at("targetPort").textOrEmpty());
        }
    }
}
