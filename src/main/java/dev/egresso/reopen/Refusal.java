package dev.egresso.reopen;

import dev.egresso.mesh.Place;

/**
 * A change that the way in which a text is written does not allow.
 *
 * @param place in the text as it was read
 * @param why a clause about the place
 */
public record Refusal(Place place, String why) {}
