package dev.egresso.reopen;

import dev.egresso.mesh.FieldId;
import dev.egresso.mesh.Place;

/**
 * A line that a changed answer would have fed, and that stays as it was written by hand.
 *
 * @param place the field, or where it would stand
 * @param field the question that would have fed it
 * @param wanted what Egresso would have written; empty where it would have taken the field away
 */
public record Kept(Place place, FieldId field, String wanted) {}
