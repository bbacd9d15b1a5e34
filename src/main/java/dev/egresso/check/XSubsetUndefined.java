package dev.egresso.check;

import dev.egresso.mesh.DestinationRule;
import dev.egresso.mesh.Kind;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.List;
import java.util.Optional;

/** A subset is a word of a DestinationRule; a route to one that no rule defines leads nowhere. */
final class XSubsetUndefined extends RouteRule {

    XSubsetUndefined() {
        super("x-subset-undefined", Severity.ERROR);
    }

    @Override
    boolean holdsForCopies() {
        return true;
    }

    @Override
    void check(Route route, ResourceSet set, Found found) {
        Place subset = route.destination().at("subset");
        if (subset.isEmpty() || subset.isHole()) {
            return;
        }
        List<DestinationRule> rules = set.rules(route.host());
        boolean defined = rules.stream()
                .anyMatch(rule -> rule.subset(subset.textOrEmpty()).isPresent());
        boolean maybeElsewhere = rules.isEmpty()
                && (route.host().namespaceOfService().isPresent()
                        || set.specs(Kind.DESTINATION_RULE).isEmpty());
        if (!defined) {
            boolean external = set.service(route.host(), route.caller())
                    .filter(service -> service.isExternal())
                    .isPresent();
            found.as(
                    maybeElsewhere ? Severity.WARNING : Severity.ERROR,
                    subset,
                    external ? Optional.of(Fix.remove(subset)) : Optional.empty(),
                    "subset",
                    subset.textOrEmpty(),
                    "host",
                    route.host().name());
        }
    }
}
