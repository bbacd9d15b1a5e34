package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.math.BigDecimal;

/** Browsers count how long they remember an answer in seconds. */
final class VsCorsMaxAge extends HttpRule {
    private static final BigDecimal SECOND = BigDecimal.valueOf(1000);

    VsCorsMaxAge() {
        super("vs-cors-max-age", Severity.ERROR);
    }

    @Override
    void checkHttp(Place rule, Found found) {
        Place age = rule.at("corsPolicy", "maxAge");
        boolean broken = Durations.millis(age.textOrEmpty())
                .filter(millis -> millis.remainder(SECOND).signum() != 0)
                .isPresent();
        if (broken) {
            found.at(age, "text", age.textOrEmpty());
        }
    }
}
