package dev.egresso.reopen;

import dev.egresso.mesh.Draft;
import dev.egresso.mesh.Kind;
import dev.egresso.mesh.Manifest;
import dev.egresso.mesh.Node;
import dev.egresso.mesh.Place;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the parts that Egresso would write stand in the file, as far as the keys alone do not tell: which port, which rule,
 * which destination is the route's, and which of the places that a policy can have holds its TLS settings.
 */
final class Counterparts {
    private final Map<Node, Place> places = new IdentityHashMap<>();
    private final FoundRoute route;

    private Counterparts(FoundRoute route) {
        this.route = route;
    }

    static Counterparts of(FoundRoute route, Draft derived) {
        Counterparts counterparts = new Counterparts(route);
        for (Manifest manifest : derived.manifests()) {
            if (manifest.kind() == Kind.SERVICE_ENTRY) {
                counterparts.entry(manifest);
            } else if (manifest.kind() == Kind.VIRTUAL_SERVICE) {
                counterparts.virtualService(manifest);
            } else if (manifest.kind() == Kind.DESTINATION_RULE) {
                counterparts.policy(manifest);
            }
        }
        return counterparts;
    }

    private void entry(Manifest entry) {
        put(entry, "spec.hosts[0]", Optional.of(route.external()));
        put(entry, "spec.ports[0]", route.port());
    }

    private void virtualService(Manifest rule) {
        put(rule, "spec.hosts[0]", route.block().equals("tls") ? Optional.empty() : route.internal());
        if (rule.node("spec." + route.block()).isEmpty()) {
            return;
        }
        List<Place> rules = route.rules();
        for (int i = 0; i < rules.size(); i++) {
            String at = "spec." + route.block() + "[" + i + "]";
            put(rule, at, Optional.of(rules.get(i)));
            put(rule, at + ".route[0]", way(rules.get(i)));
            put(rule, at + ".match[0]", condition(rules.get(i)));
        }
    }

    /** The destination of the route among those of a rule, by its host. */
    private Optional<Place> way(Place rule) {
        List<Place> ways = rule.at("route").items();
        String wanted =
                route.destination().map(to -> to.at("host").textOrEmpty()).orElse("");
        return ways.stream()
                .filter(way -> way.at("destination", "host").textOrEmpty().equalsIgnoreCase(wanted))
                .findFirst();
    }

    /** The condition that is about the path, else the first. */
    private static Optional<Place> condition(Place rule) {
        List<Place> conditions = rule.at("match").items();
        return conditions.stream()
                .filter(condition -> condition.at("uri").exists())
                .findFirst()
                .or(() -> conditions.stream().findFirst());
    }

    private void policy(Manifest rule) {
        Optional<Place> tls = route.port().flatMap(route::tls);
        put(rule, "spec.trafficPolicy.tls", tls);
        put(rule, "spec.trafficPolicy.portLevelSettings[0].tls", tls);
        tls.flatMap(Place::above)
                .filter(settings -> settings.at("port").exists())
                .ifPresent(settings -> put(rule, "spec.trafficPolicy.portLevelSettings[0]", Optional.of(settings)));
    }

    private void put(Manifest derived, String path, Optional<Place> place) {
        Optional<Node> node = derived.node(path);
        if (node.isPresent() && place.isPresent()) {
            places.put(node.get(), place.get());
        }
    }

    Optional<Place> of(Node derived) {
        return Optional.ofNullable(places.get(derived));
    }

    /** Whether it, or a part of it, stands at a place of the file that its keys do not tell. */
    boolean hasPartOf(Node node) {
        return of(node).isPresent()
                || node instanceof Node.Mapping mapping
                        && mapping.fields().stream().anyMatch(field -> hasPartOf(field.value()));
    }
}
