package dev.egresso.mesh;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a set of answers has come to: a setting for each question, the resources with a hole for all that is missing, and
 * what is wrong. Total: any text in any answer gives a draft.
 */
public final class Draft {
    private static final Set<FieldId> TOLD_BY_THE_URL = Set.of(FieldId.PROTOCOL, FieldId.TLS);

    /** Questions whose usual answer depends on what stands in the cluster. */
    public static final List<FieldId> ADAPTING = List.of(
            FieldId.INTERNAL_SERVICE,
            FieldId.INTERNAL_PORT,
            FieldId.NAMESPACE,
            FieldId.SERVICE_ENTRY,
            FieldId.SHAPE,
            FieldId.ENTRY_PORT,
            FieldId.EXPORT_TO,
            FieldId.ISTIO_VERSION,
            FieldId.DATA_PLANE,
            FieldId.API_VERSION);

    private final Facts facts;
    private final Surroundings surroundings;
    private final Map<FieldId, Setting> settings;
    private final List<Piece> pieces;

    private Draft(Facts facts, Surroundings surroundings) {
        this.facts = facts;
        this.surroundings = surroundings;
        this.settings = facts.settings();
        this.pieces = List.of(serviceEntry(), virtualService(), destinationRule(), service());
    }

    public static Draft of(Answers answers, Surroundings surroundings) {
        return new Draft(new Facts(answers, surroundings), surroundings);
    }

    public Answers answers() {
        return facts.answers();
    }

    /** Answers that give the same resources where nothing is known of the surroundings. */
    public Answers spelledOut() {
        if (surroundings.equals(Surroundings.unknown())) {
            return answers();
        }
        Answers spelled = answers();
        Draft elsewhere = of(spelled, Surroundings.unknown());
        for (FieldId field : ADAPTING) {
            Setting here = setting(field);
            if (here.applies() && !here.text().equals(elsewhere.setting(field).text())) {
                spelled = spelled.with(field, here.text());
            }
        }
        return spelled;
    }

    public Setting setting(FieldId field) {
        return settings.get(field);
    }

    /** One for each field, in the order of asking. */
    public Map<FieldId, Setting> settings() {
        return settings;
    }

    /** What is wrong or worth saying, in the order in which it was found. */
    public List<Problem> problems() {
        return facts.problems;
    }

    public List<Problem> problems(FieldId field) {
        return facts.problems.stream()
                .filter(problem -> problem.field().equals(field))
                .toList();
    }

    /** The external URL taken apart, as soon as it can be read. */
    public Optional<ExternalUrl> externalUrl() {
        return facts.route.url.value();
    }

    /** The port that the connection goes to. */
    public Optional<Port> dialledPort() {
        return facts.route.port.value();
    }

    public Optional<InternalHost> internalHost() {
        return facts.route.internalHost.value();
    }

    /** Whether requests for the internal host can be led to the external one at all. */
    public boolean isAliasPossible() {
        return facts.isAliased();
    }

    /** The four resources in the order of {@link Kind}, each written or not needed. */
    public List<Piece> pieces() {
        return pieces;
    }

    /** The resources that are written, possibly with holes. */
    public List<Manifest> manifests() {
        return pieces.stream().flatMap(piece -> piece.manifest().stream()).toList();
    }

    /** Whether the route goes by a ServiceEntry that somebody has seen, and not by one that it is only told of. */
    public boolean isEntryFound() {
        return facts.route.reused.isPresent();
    }

    /**
     * The resources that the set comes to stand beside: those of the cluster that have to do with it, and a ServiceEntry that
     * a person says is there, who is believed that it offers what the route needs.
     */
    public List<Manifest> beside() {
        boolean told = facts.route.registration.is(Registration.REUSE) && facts.route.reused.isEmpty();
        return Stream.concat(
                        told ? Stream.of(believed()) : Stream.empty(),
                        surroundings.inventory().touching(manifests()).stream())
                .toList();
    }

    /** What was answered of a ServiceEntry that would be written says nothing of one that is there. */
    private Manifest believed() {
        Answers others =
                answers().without(FieldId.RESOLUTION).without(FieldId.LOCATION).without(FieldId.ENDPOINTS);
        return ServiceEntries.of(new Facts(others, surroundings));
    }

    /** The fields that still need an answer, in the order of asking; what the URL will tell is not asked for apart. */
    public List<FieldId> missing() {
        boolean urlTellsTheRest = externalUrl().isEmpty();
        return settings.values().stream()
                .filter(Setting::applies)
                .filter(setting -> setting.standing() == Standing.MISSING)
                .map(Setting::field)
                .filter(field -> !urlTellsTheRest || !TOLD_BY_THE_URL.contains(field))
                .toList();
    }

    /** The route, once it is complete and well formed. */
    public Optional<EgressRoute> route() {
        boolean refused = facts.problems.stream().anyMatch(Problem::isError);
        boolean open = !missing().isEmpty() || manifests().stream().anyMatch(Manifest::hasHoles);
        return refused || open ? Optional.empty() : Optional.of(new EgressRoute(this));
    }

    private Piece serviceEntry() {
        if (facts.route.registration.is(Registration.REUSE)) {
            return facts.route
                    .reused
                    .map(entry -> Piece.notNeeded(Kind.SERVICE_ENTRY, "no-service-entry-found", "entry", entry.name()))
                    .orElseGet(() -> Piece.notNeeded(Kind.SERVICE_ENTRY, "no-service-entry-told"));
        }
        return Piece.written(ServiceEntries.of(facts));
    }

    private Piece virtualService() {
        if (facts.route.isPassthrough()) {
            return facts.http.tlsRoute.is(TlsRoute.SNI)
                    ? Piece.written(VirtualServices.of(facts))
                    : Piece.notNeeded(Kind.VIRTUAL_SERVICE, "no-virtual-service-sealed");
        }
        return facts.route.isWildcard()
                ? Piece.notNeeded(Kind.VIRTUAL_SERVICE, "no-virtual-service-wildcard")
                : Piece.written(VirtualServices.of(facts));
    }

    private Piece destinationRule() {
        if (facts.route.isPassthrough()) {
            return Piece.notNeeded(Kind.DESTINATION_RULE, "no-destination-rule-sealed");
        }
        return facts.route.tls.is(TlsStart.NONE)
                ? Piece.notNeeded(Kind.DESTINATION_RULE, "no-destination-rule-plain")
                : Piece.written(DestinationRules.of(facts));
    }

    private Piece service() {
        if (!facts.isAliased()) {
            return Piece.notNeeded(Kind.SERVICE, "no-service-alias");
        }
        return facts.route.internalService.is(InternalService.CREATE)
                ? Piece.written(KubernetesServices.of(facts))
                : Piece.notNeeded(Kind.SERVICE, "no-service-exists");
    }
}
