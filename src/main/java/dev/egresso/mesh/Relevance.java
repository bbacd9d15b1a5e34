package dev.egresso.mesh;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which questions matter for a route, and which answer rules the others out.
 *
 * <p>A question with an error in its answer matters in any case, because somebody has to come back to it.
 */
final class Relevance {
    /** Answers that ask for what happens anyway. */
    private static final Map<FieldId, Set<? extends Choice>> IDLE = Map.of(
            FieldId.PATH, Set.of(PathHandling.KEEP),
            FieldId.INTERNAL_SERVICE, Set.of(InternalService.EXISTS),
            FieldId.MATCH_KIND, Set.of(MatchKind.ANY),
            FieldId.TLS_ROUTE, Set.of(TlsRoute.NONE));

    private final Facts facts;
    private final Hearing hearing;
    private final Map<FieldId, Setting> settings = new LinkedHashMap<>();

    /** Something that a question depends on, and the answer that decides it. */
    private record Condition(boolean met, Fact<?> decidedBy) {}

    private Relevance(Facts facts, Hearing hearing) {
        this.facts = facts;
        this.hearing = hearing;
    }

    /** One setting for each field, in the order of asking; says of each answer that has no effect that it has none. */
    static Map<FieldId, Setting> settings(Facts facts, Hearing hearing) {
        Relevance relevance = new Relevance(facts, hearing);
        relevance.route();
        relevance.place();
        relevance.tls();
        relevance.rest();
        return relevance.settings;
    }

    private void route() {
        RouteFacts route = facts.route;
        HttpFacts http = facts.http;
        ask(route.internalHost, aliased());
        ask(route.url);
        ask(route.protocol);
        ask(route.tls, new Condition(!route.protocol.is(Protocol.HTTP) || route.tls.isAnswered(), route.protocol));
        ask(route.shape, originated(), http());
        ask(route.path, aliased(), http(), new Condition(route.hasPath() || route.rewritesPath(), route.url));
        ask(route.internalService, aliased());
        ask(facts.place.namespace);
        ask(facts.place.name.of(FieldId.NAME));
        ask(route.internalPort, aliased());
        ask(http.matchKind, aliased(), http());
        ask(http.matchPath, aliased(), http(), new Condition(!http.matchKind.is(MatchKind.ANY), http.matchKind));
        ask(http.tlsRoute, new Condition(route.isPassthrough(), route.tls));
    }

    private void place() {
        PlaceFacts place = facts.place;
        boolean dialsElsewhere = place.resolution.is(Resolution.NONE) || place.resolution.is(Resolution.DYNAMIC_DNS);
        ask(
                facts.route.registration,
                new Condition(
                        !facts.route.registration.is(Registration.CREATE) || facts.route.registration.isAnswered(),
                        facts.route.url));
        ask(
                facts.route.entryPort.of(FieldId.ENTRY_PORT),
                new Condition(facts.route.registration.is(Registration.REUSE), facts.route.registration),
                aliased());
        ask(place.resolution, written());
        ask(
                place.endpoints,
                written(),
                new Condition(!dialsElsewhere || place.endpoints.isAnswered(), place.resolution));
        ask(place.location, written());
        ask(place.exportTo);
    }

    private void tls() {
        TlsFacts tls = facts.tls;
        ask(tls.mode, originated());
        ask(tls.sni, originated());
        ask(tls.subjectAltNames, originated());
        ask(tls.caCertificates, originated());
        ask(tls.clientCertificate, originated(), mutualOr(tls.clientCertificate));
        ask(tls.privateKey, originated(), mutualOr(tls.privateKey));
        ask(tls.credentialName, originated());
        ask(tls.workloadSelector, originated());
    }

    private void rest() {
        ask(facts.http.timeout, aliased(), http());
        ask(facts.http.retries, aliased(), http());
        ask(facts.place.istioVersion);
        ask(facts.place.dataPlane);
        ask(facts.place.apiVersion);
    }

    /** A ServiceEntry is written, and not one used that is there already. */
    private Condition written() {
        return new Condition(!facts.route.registration.is(Registration.REUSE), facts.route.registration);
    }

    private Condition aliased() {
        return new Condition(
                facts.route.isAliasPossible(), facts.route.isWildcard() ? facts.route.url : facts.route.tls);
    }

    private Condition http() {
        return new Condition(facts.route.isHttpFamily(), facts.route.protocol);
    }

    private Condition originated() {
        return new Condition(facts.route.isOriginated(), facts.route.tls);
    }

    private Condition mutualOr(Fact<?> answer) {
        return new Condition(facts.tls.mode.is(TlsMode.MUTUAL) || answer.isAnswered(), facts.tls.mode);
    }

    private void ask(Fact<?> fact, Condition... conditions) {
        FieldId field = fact.field();
        List<Condition> unmet = List.of(conditions).stream()
                .filter(condition -> !condition.met())
                .toList();
        boolean answered = hearing.isAnswered(field);
        boolean faulted = answered && hearing.isFaulted(field, Severity.ERROR);
        if (answered && !unmet.isEmpty() && !isIdle(fact) && !hearing.isFaulted(field, Severity.WARNING)) {
            unused(field, unmet.get(0).decidedBy());
        }
        settings.put(field, fact.setting(unmet.isEmpty() || faulted));
    }

    private boolean isIdle(Fact<?> fact) {
        boolean belowTheRoot = fact.value().filter(PathHandling.BASE::equals).isPresent() && !facts.route.hasPath();
        return belowTheRoot
                || fact.value()
                        .filter(IDLE.getOrDefault(fact.field(), Set.of())::contains)
                        .isPresent();
    }

    private void unused(FieldId field, Fact<?> decidedBy) {
        if (decidedBy.isKnown()) {
            hearing.info(
                    field,
                    "answer-unused",
                    "field",
                    field.id(),
                    "deciding",
                    decidedBy.field().id(),
                    "value",
                    decidedBy.text());
        }
    }
}
