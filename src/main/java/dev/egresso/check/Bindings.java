package dev.egresso.check;

import dev.egresso.mesh.KnownGateway;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.VirtualService;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which gateways the VirtualServices are bound to. */
final class Bindings {
    private static final String MESH = "mesh";

    /**
     * One name under {@code gateways}.
     *
     * @param fullName with the namespace that it means
     * @param gateway empty if the input holds none of this name
     */
    record Binding(VirtualService by, Place place, String fullName, Optional<KnownGateway> gateway) {}

    private Bindings() {}

    static Stream<Binding> of(ResourceSet set) {
        Map<String, KnownGateway> known = new HashMap<>();
        set.surroundings().gateways().forEach(gateway -> known.putIfAbsent(gateway.fullName(), gateway));
        return set.registry().virtualServices().stream().flatMap(by -> by.spec().at("gateways").items().stream()
                .filter(place -> !place.textOrEmpty().isEmpty() && !place.is(MESH))
                .map(place -> binding(by, place, known)));
    }

    private static Binding binding(VirtualService by, Place place, Map<String, KnownGateway> known) {
        String name = KnownGateway.fullName(place.textOrEmpty(), by.namespace());
        return new Binding(by, place, name, Optional.ofNullable(known.get(name)));
    }
}
