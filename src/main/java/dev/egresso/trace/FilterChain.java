package dev.egresso.trace;

import dev.egresso.mesh.HostName;
import dev.egresso.mesh.Place;
import java.util.List;
import java.util.Optional;

/**
 * A way on behind a listener, and which connections take it.
 *
 * @param ranges the destinations it is for, any if empty
 * @param names the SNI names it is for, any if empty
 * @param http whether the sidecar reads HTTP there; it then takes nothing else
 * @param ways where it leads, if it is not HTTP: of several each gets its share
 * @param routes the service whose own routes it has, if it is HTTP for one service alone
 */
record FilterChain(
        List<String> ranges,
        List<HostName> names,
        boolean http,
        List<Way> ways,
        Optional<HostName> routes,
        List<Place> because) {
    /**
     * One of the destinations.
     *
     * @param entry the item of {@code route}, or the service itself
     */
    record Way(Destination to, Place entry) {
        static Way of(Destination to) {
            return new Way(to, to.place());
        }
    }

    FilterChain {
        ways = List.copyOf(ways);
        ranges = List.copyOf(ranges);
        names = List.copyOf(names);
        because = List.copyOf(because);
    }

    static FilterChain shared() {
        return new FilterChain(List.of(), List.of(), true, List.of(), Optional.empty(), List.of());
    }

    static FilterChain own(HostName service) {
        return new FilterChain(List.of(), List.of(), true, List.of(), Optional.of(service), List.of());
    }

    static FilterChain to(List<Way> ways, List<String> ranges, List<HostName> names, Place... because) {
        return new FilterChain(ranges, names, false, ways, Optional.empty(), List.of(because));
    }

    /** Two of the same conditions cannot live in one listener; the later one is left out. */
    boolean conflictsWith(FilterChain other) {
        return http == other.http
                && List.copyOf(names).equals(other.names)
                && List.copyOf(ranges).equals(other.ranges);
    }

    boolean takesAll() {
        return !http && ranges.isEmpty() && (names.isEmpty() || names.contains(HostName.asWritten("*")));
    }

    /** The destination that a connection is led to, none if all of several have no weight. */
    Optional<Destination> choose(Walk walk) {
        Optional<Place> chosen = Weights.choose(ways.stream().map(Way::entry).toList(), walk);
        return ways.stream()
                .filter(way -> chosen.filter(entry -> entry == way.entry()).isPresent())
                .map(Way::to)
                .findFirst();
    }
}
