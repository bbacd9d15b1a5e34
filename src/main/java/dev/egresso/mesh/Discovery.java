package dev.egresso.mesh;

import java.util.Optional;

/** How the sidecar comes by the addresses of a service: the type of the cluster that istiod makes of it. */
public enum Discovery {
    /** istiod lists them: a Service, or {@code STATIC}. */
    LISTED,
    /** The sidecar asks DNS and uses all answers: {@code DNS}. */
    DNS,
    /** The sidecar asks DNS and uses the first answer: {@code DNS_ROUND_ROBIN}. */
    FIRST_DNS,
    /** The sidecar goes where the application dialled: {@code NONE}, or a Service without an address of its own. */
    ORIGINAL,
    /** The sidecar asks DNS for the host of each request: {@code DYNAMIC_DNS}. */
    PER_REQUEST,
    /** Another name for a service elsewhere: a Service of type {@code ExternalName}. */
    ALIAS;

    static Discovery ofServiceEntry(Place resolution) {
        Optional<String> word = resolution.text();
        if (word.isEmpty()) {
            return ORIGINAL;
        }
        return switch (word.get()) {
            case "DNS" -> DNS;
            case "DNS_ROUND_ROBIN" -> FIRST_DNS;
            case "STATIC" -> LISTED;
            case "DYNAMIC_DNS" -> PER_REQUEST;
            default -> ORIGINAL;
        };
    }

    static Discovery ofService(Place spec) {
        if (spec.at("type").textOrEmpty().equals("ExternalName")) {
            return ALIAS;
        }
        return spec.at("clusterIP").textOrEmpty().equals("None") ? ORIGINAL : LISTED;
    }

    /** The sidecar asks DNS for a name that stands in its configuration. */
    public boolean asksDns() {
        return this == DNS || this == FIRST_DNS;
    }
}
