package dev.egresso.outside;

/**
 * Why a chain of certificates is not trusted.
 *
 * @param subject of the certificate at fault
 * @param detail a date, an issuer, or what the verifier said
 */
public record Distrust(Reason reason, String subject, String detail) {
    /** What is wrong with that link. */
    public enum Reason {
        EXPIRED,
        NOT_YET_VALID,
        SELF_SIGNED,
        /** Nobody who is trusted signed the last one that the server showed. */
        UNKNOWN_ISSUER,
        /** It is not signed by the one that follows it. */
        BROKEN_CHAIN,
        OTHER
    }
}
