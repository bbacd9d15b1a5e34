package dev.egresso.check;

import dev.egresso.mesh.IpAddress;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** A TLS greeting carries names, and hardly any client puts an address there. */
final class VsTlsSniIp extends VirtualServiceRule {

    VsTlsSniIp() {
        super("vs-tls-sni-ip", Severity.WARNING);
    }

    @Override
    void check(Place spec, Found found) {
        spec.at("tls").items().stream()
                .flatMap(rule -> rule.at("match").items().stream())
                .flatMap(match -> match.at("sniHosts").items().stream())
                .filter(sni -> IpAddress.read(sni.textOrEmpty()).isPresent())
                .forEach(sni -> found.at(sni, "address", sni.textOrEmpty()));
    }
}
