package dev.egresso.check;

import dev.egresso.mesh.Place;

/**
 * A field that is not as the schema has it.
 *
 * @param found what stands there
 * @param wanted what the schema asks for, or the field that was most likely meant
 */
record Deviation(Sort sort, Place place, String found, String wanted) {
    /** In what way. */
    enum Sort {
        UNKNOWN,
        TYPE,
        VALUE,
        REQUIRED,
        LIMIT,
        CHOICE,
        DURATION
    }
}
