package dev.egresso.check;

import dev.egresso.mesh.HostName;
import dev.egresso.mesh.IpAddress;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** A tls rule is found by the name in the greeting, which has to be one of the hosts. */
final class VsTlsSniSubset extends VirtualServiceRule {

    VsTlsSniSubset() {
        super("vs-tls-sni-subset", Severity.ERROR);
    }

    @Override
    void check(Place spec, Found found) {

        for (Place rule : spec.at("tls").items()) {
            if (rule.at("match").isEmpty()) {
                found.at(rule.at("match"), "what", "the tls rule has no match");
            }
            for (Place match : rule.at("match").items()) {
                if (match.at("sniHosts").isEmpty()) {
                    found.at(match.at("sniHosts"), "what", "sniHosts is missing");
                }
                match.at("sniHosts").items().stream()
                        .filter(sni -> !isOneOf(sni, spec))
                        .forEach(sni -> found.at(
                                sni, "what", sni.textOrEmpty() + " is not among the hosts of the VirtualService"));
            }
        }
    }

    private static boolean isOneOf(Place sni, Place spec) {
        HostName name = HostName.asWritten(sni.textOrEmpty());
        return sni.text().isEmpty()
                || IpAddress.read(sni.textOrEmpty()).isPresent()
                || spec.at("hosts").items().stream()
                        .anyMatch(host -> host.isHole()
                                || HostName.asWritten(host.textOrEmpty()).covers(name));
    }
}
