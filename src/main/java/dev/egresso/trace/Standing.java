package dev.egresso.trace;

/** How a hop or a stage went; the worst of several counts. */
public enum Standing {
    NOT_REACHED,
    OK,
    WARN,
    FAIL
}
