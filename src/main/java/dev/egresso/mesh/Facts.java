package dev.egresso.mesh;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that the answers come to, typed, and what is wrong with them. */
final class Facts {
    final RouteFacts route;
    final PlaceFacts place;
    final HttpFacts http;
    final TlsFacts tls;
    final List<Problem> problems;
    private final Answers answers;

    Facts(Answers answers, Surroundings surroundings) {
        this.answers = answers;
        Hearing hearing = new Hearing(answers);
        route = new RouteFacts(hearing, surroundings);
        place = new PlaceFacts(hearing, route, surroundings);
        http = new HttpFacts(hearing, route);
        tls = new TlsFacts(hearing, route, place);
        new Refusals(hearing, this).hear();
        problems = hearing.problems();
    }

    Answers answers() {
        return answers;
    }

    /** Whether the sidecar can lead requests for the internal host on, so that a VirtualService is written. */
    boolean isAliased() {
        return route.isAliasPossible();
    }

    /** One setting for each field, in the order of asking. */
    Map<FieldId, Setting> settings() {
        boolean http = route.isHttpFamily();
        boolean aliased = isAliased();
        boolean originated = route.isOriginated();
        Map<FieldId, Setting> settings = new LinkedHashMap<>();
        put(settings, route.internalHost, !route.isWildcard() && !route.isPassthrough());
        put(settings, route.url, true);
        put(settings, route.protocol, true);
        put(settings, route.tls, !route.protocol.is(Protocol.HTTP));
        put(settings, route.shape, originated && http);
        put(settings, route.path, aliased && http && hasPath());
        put(settings, route.internalService, aliased);
        put(settings, place.namespace, true);
        put(settings, namedAs(), true);
        put(settings, route.internalPort, aliased);
        put(settings, this.http.matchKind, aliased && http);
        put(settings, this.http.matchPath, aliased && http && !this.http.matchKind.is(MatchKind.ANY));
        put(settings, this.http.tlsRoute, route.isPassthrough());
        put(settings, place.resolution, true);
        put(
                settings,
                place.endpoints,
                !place.resolution.is(Resolution.NONE) && !place.resolution.is(Resolution.DYNAMIC_DNS));
        put(settings, place.location, true);
        put(settings, place.exportTo, true);
        put(settings, tls.mode, originated);
        put(settings, tls.sni, originated);
        put(settings, tls.subjectAltNames, originated);
        put(settings, tls.caCertificates, originated);
        put(settings, tls.clientCertificate, originated && tls.mode.is(TlsMode.MUTUAL));
        put(settings, tls.privateKey, originated && tls.mode.is(TlsMode.MUTUAL));
        put(settings, tls.credentialName, originated);
        put(settings, tls.workloadSelector, originated);
        put(settings, this.http.timeout, aliased && http);
        put(settings, this.http.retries, aliased && http);
        put(settings, place.istioVersion, true);
        put(settings, place.dataPlane, true);
        put(settings, place.apiVersion, true);
        return settings;
    }

    private boolean hasPath() {
        return route.url.value().filter(ExternalUrl::hasPath).isPresent();
    }

    /** A name that waits for the URL belongs to its own question all the same. */
    private Fact<String> namedAs() {
        Fact<String> name = place.name;
        return new Fact<>(FieldId.NAME, name.value(), name.text(), name.standing(), name.from(), name.because());
    }

    private static void put(Map<FieldId, Setting> settings, Fact<?> fact, boolean applies) {
        settings.put(fact.field(), fact.setting(applies));
    }
}
