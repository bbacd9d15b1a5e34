package dev.egresso.mesh;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What cannot be in how the external host is found, and on which mesh. */
final class PlaceRefusals {
    private static final Set<Protocol> DYNAMIC_DNS_PROTOCOLS =
            Set.of(Protocol.HTTP, Protocol.HTTPS, Protocol.TLS, Protocol.GRPC, Protocol.HTTP2);

    private final Hearing hearing;
    private final RouteFacts route;
    private final PlaceFacts place;
    private final HttpFacts http;
    private final TlsFacts tls;
    private final List<ApiVersion> served;

    /** Whether there is a ServiceEntry at all to say how the host is found. */
    private final boolean written;

    PlaceRefusals(Hearing hearing, Facts facts, Surroundings surroundings) {
        this.written = !facts.route.registration.is(Registration.REUSE);
        this.served = surroundings.inventory().served();
        this.hearing = hearing;
        this.route = facts.route;
        this.place = facts.place;
        this.http = facts.http;
        this.tls = facts.tls;
    }

    void hear() {
        if (written && place.resolution.isKnown() && place.endpoints.standing() != Standing.REFUSED) {
            resolution(place.endpoints.value().orElse(List.of()));
        }
        release();
        if (place.dataPlane.is(DataPlane.AMBIENT)) {
            ambient();
        }
    }

    private void resolution(List<String> endpoints) {
        boolean none = endpoints.isEmpty();
        switch (place.resolution.get()) {
            case STATIC -> fixed(endpoints);
            case DNS, DNS_ROUND_ROBIN -> {
                if (route.isWildcard() && none) {
                    hearing.error(FieldId.RESOLUTION, "se-dns-wildcard", "resolution", place.resolution.text());
                }
                if (place.resolution.is(Resolution.DNS_ROUND_ROBIN) && endpoints.size() > 1) {
                    hearing.error(
                            FieldId.ENDPOINTS, "se-rr-multi-endpoint", "count", Integer.toString(endpoints.size()));
                }
            }
            case NONE -> {
                if (!none) {
                    hearing.error(
                            place.endpoints.isAnswered() ? FieldId.ENDPOINTS : FieldId.RESOLUTION,
                            "se-none-with-endpoints");
                }
                if (route.isAliasPossible() && route.internalHost.isKnown()) {
                    hearing.error(
                            FieldId.RESOLUTION, "x-resolution-dns-redirect", "internal", route.internalHost.text());
                }
            }
            case DYNAMIC_DNS -> dynamicDns(none);
        }
    }

    private void fixed(List<String> endpoints) {
        if (endpoints.isEmpty()) {
            hearing.error(FieldId.ENDPOINTS, "se-static-no-endpoints");
        }
        Optional<String> named = endpoints.stream()
                .filter(each -> IpAddress.read(each).isEmpty())
                .findFirst();
        named.ifPresent(name -> hearing.error(FieldId.ENDPOINTS, "se-static-endpoint-not-ip", "text", name));
    }

    private void dynamicDns(boolean noEndpoints) {
        boolean fits = route.isWildcard()
                && noEndpoints
                && route.protocol.value().map(DYNAMIC_DNS_PROTOCOLS::contains).orElse(true);
        if (!fits) {
            hearing.error(FieldId.RESOLUTION, "se-dynamic-dns-shape");
        }
        if (place.istioVersion
                .value()
                .filter(version -> version.compareTo(IstioVersion.LAST_WITHOUT_DYNAMIC_DNS) <= 0)
                .isPresent()) {
            hearing.warning(FieldId.RESOLUTION, "x-api-version-dynamic-dns", "version", place.istioVersion.text());
        }
    }

    private void release() {
        place.apiVersion
                .value()
                .filter(version -> !served.isEmpty() && !served.contains(version))
                .ifPresent(version -> hearing.warning(
                        FieldId.API_VERSION,
                        "api-version-not-served",
                        "version",
                        version.word(),
                        "newest",
                        served.get(0).word()));
        String version = place.istioVersion.text();
        if (place.apiVersion.is(ApiVersion.V1) && place.olderThan(IstioVersion.NETWORKING_V1)) {
            hearing.error(FieldId.API_VERSION, "x-api-version", "version", version);
        }
        if (written
                && place.resolution.is(Resolution.DNS_ROUND_ROBIN)
                && place.olderThan(IstioVersion.DNS_ROUND_ROBIN)) {
            hearing.error(FieldId.RESOLUTION, "x-api-version-round-robin", "version", version);
        }
        if (http.rewritesByRegex() && place.olderThan(IstioVersion.REGEX_REWRITE)) {
            hearing.error(FieldId.MATCH_KIND, "x-api-version-regex-rewrite", "version", version);
        }
        if (tls.needsSelector() && place.olderThan(IstioVersion.WORKLOAD_SELECTOR)) {
            hearing.error(FieldId.CREDENTIAL_NAME, "x-api-version-selector", "version", version);
        }
    }

    private void ambient() {
        boolean labelled = route.internalService.is(InternalService.CREATE);
        if (route.isAliasPossible() && !labelled) {
            hearing.warning(FieldId.DATA_PLANE, "x-ambient-no-waypoint");
        }
        if (written && route.isWildcard() && place.resolution.is(Resolution.DYNAMIC_DNS)) {
            hearing.warning(FieldId.DATA_PLANE, "ambient-wildcard-waypoint");
        } else if (written && route.isWildcard() && place.resolution.isKnown()) {
            hearing.error(FieldId.RESOLUTION, "ambient-wildcard", "resolution", place.resolution.text());
        }
        if (http.tlsRoute.is(TlsRoute.SNI) && route.isPassthrough()) {
            hearing.info(FieldId.TLS_ROUTE, "ambient-tls-route");
        }
    }
}
