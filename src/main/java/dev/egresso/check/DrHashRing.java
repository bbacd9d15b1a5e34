package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** The size of the ring belongs to the ring. */
final class DrHashRing extends PolicyRule {

    DrHashRing() {
        super("dr-hash-ring", Severity.WARNING);
    }

    @Override
    void checkPolicy(Place policy, Found found) {
        Place hash = policy.at("loadBalancer", "consistentHash");
        Place size = hash.at("minimumRingSize");
        if (!Decimals.isAbove(size, "0")) {
            return;
        }
        boolean twice = hash.at("ringHash").exists() || hash.at("maglev").exists();
        found.as(
                twice ? Severity.ERROR : Severity.WARNING,
                size,
                "what",
                twice ? "stands beside ringHash or maglev" : "is deprecated");
    }
}
