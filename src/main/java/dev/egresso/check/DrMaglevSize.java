package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.math.BigDecimal;

/** The table of Maglev has a prime number of places. */
final class DrMaglevSize extends PolicyRule {
    private static final long LIMIT = 5_000_011;

    DrMaglevSize() {
        super("dr-maglev-size", Severity.ERROR);
    }

    @Override
    void checkPolicy(Place policy, Found found) {
        Place maglev = policy.at("loadBalancer", "consistentHash", "maglev");
        Place size = maglev.at("tableSize");
        long number = Decimals.at(size).map(BigDecimal::longValue).orElse(0L);
        if (maglev.exists() && !size.isHole() && (number >= LIMIT || number != 1 && !isPrime(number))) {
            found.at(size, "size", size.exists() ? size.textOrEmpty() : "nothing");
        }
    }

    private static boolean isPrime(long number) {
        if (number < 2 || number % 2 == 0) {
            return number == 2;
        }
        for (long divisor = 3; divisor * divisor <= number; divisor += 2) {
            if (number % divisor == 0) {
                return false;
            }
        }
        return true;
    }
}
