package dev.egresso.check;

import dev.egresso.mesh.Place;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spans of time as Kubernetes writes them, such as {@code 1m30s} and {@code 0.5s}. */
final class Durations {
    private static final Pattern WHOLE = Pattern.compile("[-+]?(?:[0-9]{1,9}(?:\\.[0-9]{1,9})?(?:h|ms|m|s|us|µs|ns))+");
    private static final Pattern PART = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)(h|ms|m|s|us|µs|ns)");

    private Durations() {}

    /** Whether Istio takes it as a limit: at least one millisecond, and whole ones ({@code ValidateDuration}). */
    static boolean isTaken(String text) {
        return millis(text)
                .filter(millis -> millis.compareTo(BigDecimal.ONE) >= 0)
                .filter(millis -> millis.stripTrailingZeros().scale() <= 0)
                .isPresent();
    }

    /** A number without a unit is meant in seconds, as in most other places. */
    static Optional<Fix> inSeconds(Place place) {
        return place.textOrEmpty().matches("[1-9][0-9]{0,8}")
                ? Optional.of(Fix.set(place, place.textOrEmpty() + "s"))
                : Optional.empty();
    }

    /** Empty if the text is no span of time. */
    static Optional<BigDecimal> millis(String text) {
        if (!WHOLE.matcher(text).matches()) {
            return Optional.empty();
        }
        BigDecimal millis = BigDecimal.ZERO;
        Matcher part = PART.matcher(text);
        while (part.find()) {
            millis = millis.add(new BigDecimal(part.group(1)).multiply(unit(part.group(2))));
        }
        return Optional.of(text.startsWith("-") ? millis.negate() : millis);
    }

    private static BigDecimal unit(String unit) {
        return switch (unit) {
            case "h" -> BigDecimal.valueOf(3_600_000);
            case "m" -> BigDecimal.valueOf(60_000);
            case "s" -> BigDecimal.valueOf(1_000);
            case "ms" -> BigDecimal.ONE;
            case "ns" -> new BigDecimal("0.000001");
            default -> new BigDecimal("0.001");
        };
    }
}
