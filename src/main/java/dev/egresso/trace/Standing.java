package dev.egresso.trace;

/** How a hop or a stage went; the worst of several counts. */
public enum Standing {
    NOT_REACHED,
    /** There is nothing of the kind for this request. */
    SKIPPED,
    OK,
    WARN,
    FAIL
}
