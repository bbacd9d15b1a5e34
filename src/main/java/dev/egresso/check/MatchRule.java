package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.stream.Stream;

/** Looks at each match of each VirtualService by itself, whatever kind of traffic it is for. */
abstract class MatchRule extends VirtualServiceRule {
    MatchRule(String id, Severity severity) {
        super(id, severity);
    }

    @Override
    final void check(Place spec, Found found) {
        Stream.of(Route.Block.values())
                .flatMap(block -> spec.at(block.field()).items().stream())
                .flatMap(rule -> rule.at("match").items().stream())
                .forEach(match -> checkMatch(match, found));
    }

    abstract void checkMatch(Place match, Found found);
}
