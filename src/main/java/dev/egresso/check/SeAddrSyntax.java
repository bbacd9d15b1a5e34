package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** An address of a ServiceEntry is an IP address or a range of them. */
final class SeAddrSyntax extends ServiceEntryRule {

    SeAddrSyntax() {
        super("se-addr-syntax", Severity.ERROR);
    }

    @Override
    void check(Place spec, Found found) {
        spec.at("addresses").items().stream()
                .filter(address -> address.text().isPresent() && !Ports.isAddressOrRange(address.textOrEmpty()))
                .forEach(address -> found.at(address, "address", address.textOrEmpty()));
    }
}
