package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** A host that warms up gets its share by steps that grow. */
final class DrWarmup extends PolicyRule {

    DrWarmup() {
        super("dr-warmup", Severity.ERROR);
    }

    @Override
    void checkPolicy(Place policy, Found found) {
        Place aggression = policy.at("loadBalancer", "warmup", "aggression");
        if (Decimals.at(aggression).filter(step -> step.signum() <= 0).isPresent()) {
            found.at(aggression, "value", aggression.textOrEmpty());
        }
    }
}
