package dev.egresso.check;

import dev.egresso.mesh.Place;
import java.util.stream.Stream;

/**
 * One header that a rule or one of its routes sets, adds or removes.
 *
 * @param place the entry of a map, or the item under {@code remove}
 * @param ofRequest whether it is a header of the request
 */
record HeaderChange(Place place, boolean ofRequest, boolean removes) {
    /** All those of an http rule. */
    static Stream<HeaderChange> in(Place rule) {
        return Stream.concat(Stream.of(rule), rule.at("route").items().stream())
                .flatMap(holder -> Stream.of("request", "response")
                        .flatMap(side -> changes(holder.at("headers", side), side.equals("request"))));
    }

    private static Stream<HeaderChange> changes(Place side, boolean ofRequest) {
        Stream<HeaderChange> written = Stream.of("set", "add")
                .flatMap(verb -> side.at(verb).fields().stream())
                .map(header -> new HeaderChange(header, ofRequest, false));
        Stream<HeaderChange> removed =
                side.at("remove").items().stream().map(header -> new HeaderChange(header, ofRequest, true));
        return Stream.concat(written, removed);
    }

    String name() {
        return removes ? place.textOrEmpty() : place.key();
    }

    /** Whether it is the name by which the request asks for a host. */
    boolean isHost() {
        return name().equalsIgnoreCase("host") || name().equalsIgnoreCase(":authority");
    }
}
