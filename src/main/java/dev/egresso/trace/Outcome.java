package dev.egresso.trace;

/** Where a request ends. */
public enum Outcome {
    /** The external service gets it, and decides about the answer. */
    REACHED("reached"),
    /** The name does not resolve; nothing left the application. */
    APP_ERROR("app-error"),
    /** It left, but no resource led it. */
    PASSTHROUGH("passthrough"),
    /** The sidecar lets nothing out that it does not know. */
    BLOCKED("blocked"),
    /** The sidecar answered by itself: no rule matches, or a rule says so. */
    NOT_ROUTED("not-routed"),
    /** The sidecar knows no server to send it to. */
    NO_UPSTREAM("no-upstream"),
    /** Both ends do not agree about TLS. */
    TLS_FAILURE("tls-failure");

    private final String word;

    Outcome(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    @Override
    public String toString() {
        return word;
    }
}
