package dev.egresso.trace;

import dev.egresso.mesh.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What is written down while a request walks: one walk makes one journey. */
final class Walk {
    private final Request request;
    private final OptionalInt turn;
    private List<Integer> fork = List.of();
    private final List<Hop> hops = new ArrayList<>();
    private final Set<Assumption> assumed = new LinkedHashSet<>();
    private Optional<String> cluster = Optional.empty();
    private Upstream upstream = Upstream.NOTHING;

    Walk(Request request) {
        this(request, OptionalInt.empty());
    }

    /** @param turn which of several destinations to follow; the heaviest if it is empty */
    Walk(Request request, OptionalInt turn) {
        this.request = request;
        this.turn = turn;
    }

    /** Which of several destinations to follow; the first fork on the way counts. @param weights of each, all above zero */
    int fork(List<Integer> weights) {
        fork = weights;
        return turn.orElse(weights.indexOf(Collections.max(weights)));
    }

    /** The weights of the destinations at the fork that was met, none if the way did not divide. */
    List<Integer> weights() {
        return fork;
    }

    Request request() {
        return request;
    }

    /** A sentence and what it mentions: names and values in turn. */
    record Said(String id, String... arguments) {}

    static Said said(String id, String... arguments) {
        return new Said(id, arguments);
    }

    void ok(Part part, Said said, Place... because) {
        add(part, Standing.OK, said, because);
    }

    /** It does not happen to this request, and does not have to. */
    void skip(Part part, Said said, Place... because) {
        add(part, Standing.SKIPPED, said, because);
    }

    void warn(Part part, Said said, Place... because) {
        add(part, Standing.WARN, said, because);
    }

    void fail(Part part, Said said, Place... because) {
        add(part, Standing.FAIL, said, because);
    }

    private void add(Part part, Standing standing, Said said, Place... because) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i + 1 < said.arguments().length; i += 2) {
            named.put(said.arguments()[i], said.arguments()[i + 1]);
        }
        List<Place> places = new ArrayList<>();
        for (Place place : because) {
            Place stands = place.nearest();
            if (stands.manifest().root().origin().because().id().equals("assumed-service")) {
                continue;
            }
            if (!places.contains(stands)) {
                places.add(stands);
            }
        }
        hops.add(new Hop(part, standing, said.id(), named, places));
    }

    /** The places that decided the last hop of a part whose id begins so. */
    Place[] deciding(Part part, String idStart) {
        for (int i = hops.size() - 1; i >= 0; i--) {
            Hop hop = hops.get(i);
            if (hop.part() == part && hop.id().startsWith(idStart)) {
                return hop.because().toArray(Place[]::new);
            }
        }
        return new Place[0];
    }

    void assume(String name, String value) {
        assumed.add(new Assumption(name, value));
    }

    void choose(String clusterName) {
        cluster = Optional.of(clusterName);
    }

    void send(UnaryOperator<Upstream> change) {
        upstream = change.apply(upstream);
    }

    boolean hasSaid(String id) {
        return hops.stream().anyMatch(hop -> hop.id().equals(id));
    }

    Upstream upstream() {
        return upstream;
    }

    Journey end(Outcome outcome) {
        return end(outcome, OptionalInt.empty(), Optional.empty());
    }

    Journey end(Outcome outcome, int status, String flags) {
        return end(outcome, OptionalInt.of(status), Optional.of(flags));
    }

    Journey end(Outcome outcome, OptionalInt status, Optional<String> flags) {
        return new Journey(request, outcome, status, flags, cluster, upstream, hops, List.copyOf(assumed), List.of());
    }
}
