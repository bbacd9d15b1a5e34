package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.List;
import java.util.Optional;

/** The shares of the places come to 100. */
final class DrLocalityWeight extends PolicyRule {
    private static final int WHOLE = 100;

    DrLocalityWeight() {
        super("dr-locality-weight", Severity.ERROR);
    }

    @Override
    void checkPolicy(Place policy, Found found) {
        policy.at("loadBalancer", "localityLbSetting", "distribute")
                .items()
                .forEach(distribution -> checkShares(distribution, found));
    }

    private static void checkShares(Place distribution, Found found) {
        List<Place> shares = distribution.at("to").fields();
        if (shares.stream().anyMatch(share -> share.number().isEmpty() && share.exists())) {
            return;
        }
        Optional<Place> odd = shares.stream()
                .filter(share -> !Decimals.isAbove(share, "0") || Decimals.isAbove(share, "100"))
                .findFirst();
        long sum = shares.stream().mapToLong(share -> share.number().orElse(0)).sum();
        if (odd.isPresent()) {
            found.at(odd.get(), "what", "a share of " + odd.get().textOrEmpty());
        } else if (sum != WHOLE) {
            found.at(distribution.at("to"), "what", "shares that come to " + sum);
        }
    }
}
