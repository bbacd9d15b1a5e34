package dev.egresso.check;

import dev.egresso.mesh.Node;
import dev.egresso.mesh.Place;
import java.math.BigDecimal;
import java.util.Optional;

/** Numbers that may have a fraction, such as percentages. */
final class Decimals {
    private Decimals() {}

    /** Empty if no number stands there; one in quotes is none to Kubernetes. */
    static Optional<BigDecimal> at(Place place) {
        return place.node()
                .filter(Node.Known.class::isInstance)
                .map(Node.Known.class::cast)
                .filter(known -> known.type() == Node.Type.INTEGER || known.type() == Node.Type.NUMBER)
                .flatMap(known -> read(known.text()));
    }

    private static Optional<BigDecimal> read(String text) {
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException unreadable) {
            return Optional.empty();
        }
    }

    static boolean isBelow(Place place, String limit) {
        return at(place)
                .filter(number -> number.compareTo(new BigDecimal(limit)) < 0)
                .isPresent();
    }

    static boolean isAbove(Place place, String limit) {
        return at(place)
                .filter(number -> number.compareTo(new BigDecimal(limit)) > 0)
                .isPresent();
    }
}
