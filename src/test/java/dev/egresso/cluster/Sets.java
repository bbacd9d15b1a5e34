package dev.egresso.cluster;

import dev.egresso.mesh.Answers;
import dev.egresso.mesh.Bundle;
import dev.egresso.mesh.Draft;
import dev.egresso.mesh.FieldId;
import dev.egresso.mesh.Kind;
import dev.egresso.mesh.Surroundings;
import dev.egresso.rollout.Address;
import dev.egresso.rollout.LiveObject;
import dev.egresso.rollout.Wanted;
import dev.egresso.yaml.ManifestReader;
import java.util.List;

/** Sets of resources as the wizard makes them. */
final class Sets {
    private Sets() {}

    /** ServiceEntry, DestinationRule, VirtualService and Service for webserver. */
    static List<Wanted> webserver(String namespace) {
        return webserver(namespace, "3s");
    }

    static List<Wanted> webserver(String namespace, String timeout) {
        Answers answers = Answers.none()
                .with(FieldId.INTERNAL_HOST, "webserver")
                .with(FieldId.EXTERNAL_URL, "https://api.example.com/v1/")
                .with(FieldId.INTERNAL_SERVICE, "create")
                .with(FieldId.TIMEOUT, timeout)
                .with(FieldId.NAMESPACE, namespace);
        Bundle bundle =
                Bundle.of(Draft.of(answers, Surroundings.unknown()).route().orElseThrow());
        return Wanted.inOrder(bundle.manifests().stream().map(Wanted::of).toList());
    }

    static Wanted of(List<Wanted> set, Kind kind) {
        return set.stream()
                .filter(wanted -> wanted.address().kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    static Wanted changed(Wanted wanted, String old, String next) {
        if (!wanted.text().contains(old)) {
            throw new IllegalArgumentException(old + " stands nowhere in\n" + wanted.text());
        }
        return new Wanted(wanted.address(), wanted.text().replace(old, next));
    }

    /** The same under another name, for requests to a host of that name. */
    static Wanted named(Wanted route, String name) {
        Address address = route.address();
        return new Wanted(
                new Address(address.apiVersion(), address.kind(), address.namespace(), name),
                route.text().replace(address.name(), name));
    }

    /** As an object, for what is written otherwise than by applying. */
    static LiveObject object(Wanted wanted) {
        return new LiveObject(ManifestReader.read("set.yaml", wanted.text())
                .manifests()
                .get(0)
                .root());
    }
}
