package dev.egresso.trace;

import java.util.Locale;

/** The seven stations of a journey, as a strip of them shows it. */
public enum Stage {
    APP,
    SIDECAR,
    ROUTE,
    REWRITE,
    DNS,
    TLS,
    ANSWER;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
