package dev.egresso.check;

import dev.egresso.mesh.DnsName;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** A port name is one label of letters, digits and hyphens. */
final class SePortNameSyntax extends ServiceEntryRule {

    SePortNameSyntax() {
        super("se-port-name-syntax", Severity.ERROR);
    }

    @Override
    void check(Place spec, Found found) {
        spec.at("ports").items().stream()
                .map(port -> port.at("name"))
                .filter(name -> !name.isEmpty() && !name.isHole() && !HostForm.isLabel(name.textOrEmpty()))
                .forEach(name -> {
                    String suggestion = DnsName.nearestLabel(name.textOrEmpty());
                    found.at(
                            name,
                            new PortNames(spec).renamed(name, suggestion),
                            "name",
                            name.textOrEmpty(),
                            "suggestion",
                            suggestion);
                });
    }
}
