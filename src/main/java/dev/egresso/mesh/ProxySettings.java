package dev.egresso.mesh;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of the proxy of the app that calls; all of it may be unknown.
 *
 * @param labels of its pod
 * @param allocatesAddresses whether it gets addresses for ServiceEntries that have none ({@code
 *     ISTIO_META_DNS_AUTO_ALLOCATE}); from Istio 1.25 on istiod gives them out itself
 * @param acceptsHttp10 whether it takes HTTP/1.0 ({@code PILOT_HTTP10})
 * @param waypoint in an ambient mesh, whether a waypoint stands before the internal host
 */
public record ProxySettings(
        Optional<Map<String, String>> labels,
        Optional<Boolean> allocatesAddresses,
        Optional<Boolean> acceptsHttp10,
        Optional<Boolean> waypoint) {
    private static final ProxySettings UNKNOWN =
            new ProxySettings(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public ProxySettings {
        labels = labels.map(given -> Collections.unmodifiableMap(new LinkedHashMap<>(given)));
    }

    public static ProxySettings unknown() {
        return UNKNOWN;
    }

    public ProxySettings withLabels(Map<String, String> known) {
        return new ProxySettings(Optional.of(known), allocatesAddresses, acceptsHttp10, waypoint);
    }

    public ProxySettings withAllocatesAddresses(boolean allocates) {
        return new ProxySettings(labels, Optional.of(allocates), acceptsHttp10, waypoint);
    }

    public ProxySettings withAcceptsHttp10(boolean accepts) {
        return new ProxySettings(labels, allocatesAddresses, Optional.of(accepts), waypoint);
    }

    public ProxySettings withWaypoint(boolean there) {
        return new ProxySettings(labels, allocatesAddresses, acceptsHttp10, Optional.of(there));
    }
}
