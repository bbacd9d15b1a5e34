package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.PortProtocol;
import dev.egresso.mesh.Severity;

/** An address stands for one host, unless the bytes say which. */
final class SeTcpHostsAddr extends ServiceEntryRule {

    SeTcpHostsAddr() {
        super("se-tcp-hosts-addr", Severity.WARNING);
    }

    @Override
    void check(Place spec, Found found) {
        int count = spec.at("hosts").items().size();
        boolean asks = spec.at("resolution").is("DNS") || spec.at("resolution").is("DNS_ROUND_ROBIN");
        boolean bytes = spec.at("ports").items().stream()
                .anyMatch(port ->
                        PortProtocol.named(port.at("protocol").textOrEmpty()).isTcp());
        if (count > 1 && asks && bytes && !spec.at("addresses").isEmpty()) {
            found.at(spec.at("addresses"), "count", Integer.toString(count));
        }
    }
}
