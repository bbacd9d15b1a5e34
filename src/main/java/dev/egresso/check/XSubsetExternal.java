package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** Subsets choose endpoints by labels, and what DNS answers has none. */
final class XSubsetExternal extends TargetRule {

    XSubsetExternal() {
        super("x-subset-external", Severity.ERROR);
    }

    @Override
    void check(Target target, ResourceSet set, Found found) {
        Place subset = target.route().destination().at("subset");
        boolean labelled = target.service().endpoints().stream()
                .anyMatch(endpoint -> !endpoint.at("labels").isEmpty());
        boolean defined =
                target.rule().flatMap(rule -> rule.subset(subset.textOrEmpty())).isPresent();
        boolean empty =
                target.service().discovery().asksDns() && !target.service().selectsPods() && !labelled;
        if (!subset.isEmpty() && defined && empty) {
            found.at(subset, Fix.remove(subset), "host", target.route().host().name(), "subset", subset.textOrEmpty());
        }
    }
}
