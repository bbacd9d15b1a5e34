package dev.egresso.check;

import dev.egresso.mesh.Place;
import java.util.Set;
import java.util.stream.Stream;

/** The traffic policies of a DestinationRule: its own, those of its subsets, and those for one port in each. */
final class Policies {
    private static final Set<String> ORIGINATING = Set.of("SIMPLE", "MUTUAL");

    private Policies() {}

    static Stream<Place> in(Place spec) {
        return Stream.concat(
                        Stream.of(spec.at("trafficPolicy")),
                        spec.at("subsets").items().stream().map(subset -> subset.at("trafficPolicy")))
                .filter(Place::exists)
                .flatMap(policy -> Stream.concat(Stream.of(policy), policy.at("portLevelSettings").items().stream()));
    }

    /** Whether the sidecar opens TLS by these settings, as any client does. */
    static boolean originates(Place tls) {
        return ORIGINATING.contains(tls.at("mode").textOrEmpty());
    }
}
