package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The first rule that fits takes the request, so what follows one that always fits is never asked. */
final class VsUnreachable extends VirtualServiceRule {

    VsUnreachable() {
        super("vs-unreachable", Severity.WARNING);
    }

    @Override
    void check(Place spec, Found found) {

        for (Route.Block block : Route.Block.values()) {
            Set<String> seen = new HashSet<>();
            String taken = "";
            for (Place rule : spec.at(block.field()).items()) {
                List<Place> matches = rule.at("match").items();
                boolean repeated =
                        !matches.isEmpty() && matches.stream().map(Likeness::of).allMatch(seen::contains);
                if (!taken.isEmpty() || repeated) {
                    found.at(rule, "why", taken.isEmpty() ? "rules above have the same conditions" : taken);
                }
                matches.stream().map(Likeness::of).forEach(seen::add);
                taken = taken.isEmpty() ? takesAll(block, rule, matches) : taken;
            }
        }
    }

    private static String takesAll(Route.Block block, Place rule, List<Place> matches) {
        if (matches.isEmpty()) {
            return "a rule above has no conditions";
        }
        boolean always = block == Route.Block.HTTP && matches.stream().anyMatch(VsUnreachable::isCatchAll);
        return always ? "a rule above takes every path" : "";
    }

    private static boolean isCatchAll(Place match) {
        boolean everyPath =
                match.at("uri", "prefix").is("/") || match.at("uri", "regex").is(".*");
        return everyPath
                && match.fields().stream()
                        .filter(Place::exists)
                        .allMatch(field ->
                                field.key().equals("uri") || field.key().equals("name"));
    }
}
