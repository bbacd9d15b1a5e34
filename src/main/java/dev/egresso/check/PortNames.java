package dev.egresso.check;

import dev.egresso.mesh.FieldChange;
import dev.egresso.mesh.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The names of the ports of a ServiceEntry, by which its endpoints refer to them. */
final class PortNames {
    private final Place spec;

    PortNames(Place spec) {
        this.spec = spec;
    }

    boolean isTaken(String name) {
        return spec.at("ports").items().stream()
                .anyMatch(port -> port.at("name").is(name));
    }

    /** Where endpoints say something about a port. */
    private List<Place> references(String name) {
        return spec.at("endpoints").items().stream()
                .map(endpoint -> endpoint.at("ports", name))
                .filter(Place::exists)
                .toList();
    }

    boolean isReferredTo(String name) {
        return !references(name).isEmpty();
    }

    /** A name as people give one: the protocol, with the number where that is taken. */
    Optional<Fix> named(Place port) {
        String protocol = port.at("protocol").textOrEmpty().toLowerCase(Locale.ROOT);
        String number = port.at("number").textOrEmpty();
        String stem = HostForm.isLabel(protocol) ? protocol : "port";
        return List.of(stem, stem + "-" + number).stream()
                .filter(name -> HostForm.isLabel(name) && !isTaken(name) && !name.equals("port"))
                .findFirst()
                .map(name -> Fix.set(port.at("name"), name));
    }

    /** Another name, for the port and for all that refer to it. */
    Optional<Fix> renamed(Place name, String to) {
        if (!HostForm.isLabel(to) || isTaken(to)) {
            return Optional.empty();
        }
        List<FieldChange> changes = new ArrayList<>();
        changes.add(FieldChange.put(name, to));
        references(name.textOrEmpty()).forEach(reference -> changes.add(new FieldChange.Rename(reference, to)));
        return Optional.of(new Fix(changes));
    }
}
