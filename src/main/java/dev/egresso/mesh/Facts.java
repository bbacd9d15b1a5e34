package dev.egresso.mesh;

import java.util.Collections;
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
    private final Map<FieldId, Setting> settings;

    Facts(Answers answers, Surroundings surroundings) {
        this.answers = answers;
        Hearing hearing = new Hearing(answers);
        route = new RouteFacts(hearing, surroundings);
        place = new PlaceFacts(hearing, route, surroundings);
        http = new HttpFacts(hearing, route);
        tls = new TlsFacts(hearing, route, place);
        new RouteRefusals(hearing, this).hear();
        new ReuseRefusals(hearing, this).hear();
        new PlaceRefusals(hearing, this, surroundings).hear();
        new TlsRefusals(hearing, this).hear();
        settings = Collections.unmodifiableMap(Relevance.settings(this, hearing));
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
        return settings;
    }
}
