package dev.egresso.doctor;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What Envoy notes about a request that did not go its way, by the short word of access logs and the long one. */
public enum ResponseFlag {
    UH("NoHealthyUpstream"),
    UF("UpstreamConnectionFailure"),
    UO("UpstreamOverflow"),
    NR("NoRouteFound"),
    NC("NoClusterFound"),
    UT("UpstreamRequestTimeout"),
    UC("UpstreamConnectionTermination"),
    UR("UpstreamRemoteReset"),
    URX("UpstreamRetryLimitExceeded"),
    UPE("UpstreamProtocolError"),
    DPE("DownstreamProtocolError"),
    DC("DownstreamConnectionTermination"),
    DT("DurationTimeout"),
    DF("DnsResolutionFailed"),
    DR("DownstreamRemoteReset"),
    DO("DropOverload"),
    LR("LocalReset"),
    LH("FailedLocalHealthCheck"),
    DI("DelayInjected"),
    FI("FaultInjected"),
    RL("RateLimited"),
    UAEX("UnauthorizedExternalService"),
    RLSE("RateLimitServiceError"),
    IH("InvalidEnvoyRequestHeaders"),
    SI("StreamIdleTimeout"),
    UMSDR("UpstreamMaxStreamDurationReached"),
    OM("OverloadManagerTerminated"),
    NFCF("NoFilterConfigFound"),
    UDO("UnconditionalDropOverload"),
    RFCF("ResponseFromCacheFilter");

    private final String longName;

    ResponseFlag(String longName) {
        this.longName = longName;
    }

    String longName() {
        return longName;
    }

    /** The id of the sign that the flag makes. */
    String sign() {
        return "flag-" + name().toLowerCase(Locale.ROOT);
    }

    static Optional<ResponseFlag> named(String word) {
        return Arrays.stream(values())
                .filter(flag -> flag.name().equals(word) || flag.longName.equalsIgnoreCase(word))
                .findFirst();
    }

    /** The flags of a list such as {@code UF,URX}; none if one of its words is not a flag. */
    static Optional<Set<ResponseFlag>> list(String text) {
        Set<ResponseFlag> flags = new LinkedHashSet<>();
        for (String word : text.split("[,|;\\s]+")) {
            Optional<ResponseFlag> flag = named(word);
            if (flag.isEmpty()) {
                return Optional.empty();
            }
            flags.add(flag.get());
        }
        return Optional.of(flags);
    }
}
