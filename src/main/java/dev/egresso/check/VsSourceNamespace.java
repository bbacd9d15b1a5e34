package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** A match by the namespace of the caller names one. */
final class VsSourceNamespace extends MatchRule {

    VsSourceNamespace() {
        super("vs-source-namespace", Severity.ERROR);
    }

    @Override
    void checkMatch(Place match, Found found) {
        Place namespace = match.at("sourceNamespace");
        if (!namespace.isEmpty() && !namespace.isHole() && !HostForm.isLabel(namespace.textOrEmpty())) {
            found.at(namespace, "name", namespace.textOrEmpty());
        }
    }
}
