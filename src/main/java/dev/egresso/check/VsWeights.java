package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.List;
import java.util.stream.Stream;

/** Weights share out requests between destinations. */
final class VsWeights extends VirtualServiceRule {

    VsWeights() {
        super("vs-weights", Severity.ERROR);
    }

    @Override
    void check(Place spec, Found found) {

        Stream.of(Route.Block.values())
                .flatMap(block -> spec.at(block.field()).items().stream())
                .map(rule -> rule.at("route"))
                .forEach(route -> checkRoute(route, found));
    }

    private static void checkRoute(Place route, Found found) {
        List<Place> weights =
                route.items().stream().map(entry -> entry.at("weight")).toList();
        weights.stream()
                .filter(weight -> weight.number().orElse(0) < 0)
                .forEach(weight -> found.at(weight, "what", "the weight " + weight.textOrEmpty() + " is below 0"));
        boolean noneWeighs = weights.stream().allMatch(weight -> weight.number().orElse(0) == 0);
        if (weights.size() > 1 && noneWeighs) {
            found.at(route, "what", "several destinations, and none has a weight");
        }
        boolean odd = weights.size() == 1
                && weights.get(0).exists()
                && weights.get(0).number().orElse(100) != 100;
        if (odd && weights.get(0).number().orElse(0) >= 0) {
            found.as(
                    Severity.WARNING,
                    weights.get(0),
                    Fix.remove(weights.get(0)),
                    "what",
                    "one destination, with weight " + weights.get(0).textOrEmpty());
        }
    }
}
