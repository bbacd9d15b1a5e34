package dev.egresso.check;

import dev.egresso.mesh.IpAddress;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** A ServiceEntry is for a name; addresses belong to its endpoints. */
final class SeHostIsIp extends ServiceEntryRule {

    SeHostIsIp() {
        super("se-host-is-ip", Severity.ERROR);
    }

    @Override
    void check(Place spec, Found found) {
        spec.at("hosts").items().stream()
                .filter(host -> IpAddress.read(host.textOrEmpty()).isPresent())
                .forEach(host -> found.at(host, "host", host.textOrEmpty()));
    }
}
