package dev.egresso.yaml;

import java.util.List;
import java.util.Set;

/** Which objects of a resource are maps whose keys are a person's own words, such as labels. */
final class FreeKeys {
    private static final Set<String> MAPS = Set.of(
            "labels",
            "annotations",
            "matchLabels",
            "sourceLabels",
            "withoutHeaders",
            "queryParams",
            "selector",
            "set",
            "add",
            "to");

    private FreeKeys() {}

    /** @param way the names that lead to the object, its own last; items of lists have none */
    static boolean are(List<String> way) {
        if (way.isEmpty()) {
            return false;
        }
        String own = way.get(way.size() - 1);
        String above = way.size() < 2 ? "" : way.get(way.size() - 2);
        boolean matchedHeaders = own.equals("headers") && above.equals("match");
        boolean endpointPorts = own.equals("ports") && above.equals("endpoints");
        return MAPS.contains(own) || matchedHeaders || endpointPorts;
    }
}
