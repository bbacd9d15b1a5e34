package dev.egresso.check;

import dev.egresso.mesh.Place;
import java.util.Optional;

/**
 * One change to a resource that mends a finding for certain.
 *
 * @param place the field to write; what is missing on the way to it is made
 * @param value the plain value that it gets; none to take the field away
 */
public record Fix(Place place, Optional<String> value) {
    static Fix set(Place place, String value) {
        return new Fix(place, Optional.of(value));
    }

    static Fix remove(Place place) {
        return new Fix(place, Optional.empty());
    }
}
