package dev.egresso.check;

import dev.egresso.mesh.Place;
import java.util.stream.Stream;

/** The conditions of matches, each with one of {@code exact}, {@code prefix} and {@code regex}. */
final class Conditions {
    private Conditions() {}

    /** All conditions on text in one match of an http rule. */
    static Stream<Place> in(Place match) {
        return Stream.concat(
                Stream.of("uri", "scheme", "method", "authority").map(match::at),
                Stream.of("headers", "withoutHeaders", "queryParams")
                        .flatMap(name -> match.at(name).fields().stream()));
    }

    /** Every expression of an http rule: those of its matches, of its rewrite, and of the origins that it lets in. */
    static Stream<Place> expressions(Place rule) {
        Stream<Place> matches =
                rule.at("match").items().stream().flatMap(Conditions::in).map(condition -> condition.at("regex"));
        Stream<Place> origins =
                rule.at("corsPolicy", "allowOrigins").items().stream().map(origin -> origin.at("regex"));
        return Stream.of(matches, Stream.of(rule.at("rewrite", "uriRegexRewrite", "match")), origins)
                .flatMap(places -> places)
                .filter(Place::exists);
    }
}
