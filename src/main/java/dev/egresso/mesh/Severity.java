package dev.egresso.mesh;

/** How much a problem or a finding weighs, the worst first. */
public enum Severity {
    /** Istio refuses it, or the request will not arrive. */
    ERROR,
    /** It is taken, and is probably not what was meant, or is not safe. */
    WARNING,
    /** Worth knowing. */
    INFO;

    public boolean atLeast(Severity other) {
        return compareTo(other) <= 0;
    }
}
