package dev.egresso.outside;

/**
 * What ended a probe, or a part of it, before its time.
 *
 * @param detail what the other side or the system said of it; may be empty
 */
public record Fault(Kind kind, String detail) {
    /** What happened. */
    public enum Kind {
        /** No address has that name. */
        UNKNOWN_NAME,
        REFUSED,
        NO_WAY_THERE,
        TIMEOUT,
        /** The other side ended the connection. */
        CUT,
        /** An answer that is not TLS came to the greeting. */
        NOT_TLS,
        /** The other side refused the greeting. */
        ALERT,
        /** Bytes of TLS came to a request in the clear. */
        IS_TLS,
        NOT_HTTP,
        /** More than anybody sends in good faith. */
        TOO_LARGE,
        CANCELLED
    }

    public static Fault of(Kind kind) {
        return new Fault(kind, "");
    }
}
