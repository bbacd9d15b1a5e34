package dev.egresso.mesh;

/** How firmly a setting stands. */
public enum Standing {
    /** A person said so. */
    ANSWERED,
    /** Worked out from other answers. */
    DERIVED,
    /** The same for everyone who says nothing. */
    DEFAULT,
    /** Needed, and nothing says what it is. */
    MISSING,
    /** A person said something that cannot be. */
    REFUSED
}
