package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** Traffic is told apart by the addresses it goes to, or by ranges of them. */
final class VsSubnetSyntax extends MatchRule {

    VsSubnetSyntax() {
        super("vs-subnet-syntax", Severity.ERROR);
    }

    @Override
    void checkMatch(Place match, Found found) {
        match.at("destinationSubnets").items().stream()
                .filter(subnet -> subnet.text().isPresent() && !Ports.isAddressOrRange(subnet.textOrEmpty()))
                .forEach(subnet -> found.at(subnet, "text", subnet.textOrEmpty()));
    }
}
