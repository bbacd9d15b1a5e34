package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** Traffic is shared out among places, or moves on when one fails. */
final class DrLocalityModes extends PolicyRule {

    DrLocalityModes() {
        super("dr-locality-modes", Severity.ERROR);
    }

    @Override
    void checkPolicy(Place policy, Found found) {
        Place setting = policy.at("loadBalancer", "localityLbSetting");
        if (!setting.at("distribute").isEmpty() && !setting.at("failover").isEmpty()) {
            found.at(setting.at("failover"));
        }
    }
}
