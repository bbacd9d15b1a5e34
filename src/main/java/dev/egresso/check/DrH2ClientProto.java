package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** HTTP/2 is either forced or taken over from the application. */
final class DrH2ClientProto extends DestinationRuleRule {

    DrH2ClientProto() {
        super("dr-h2-client-proto", Severity.ERROR);
    }

    @Override
    void check(Place spec, Found found) {
        Policies.in(spec)
                .map(policy -> policy.at("connectionPool", "http"))
                .filter(http -> http.at("h2UpgradePolicy").is("UPGRADE")
                        && http.at("useClientProtocol").isTrue())
                .forEach(http -> found.at(http.at("useClientProtocol"), Fix.remove(http.at("useClientProtocol"))));
    }
}
