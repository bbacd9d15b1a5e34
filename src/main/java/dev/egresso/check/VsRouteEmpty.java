package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.List;

/** A rule has to say what becomes of a request. */
final class VsRouteEmpty extends VirtualServiceRule {
    private static final List<String> OTHER_ANSWERS = List.of("redirect", "directResponse", "delegate");

    VsRouteEmpty() {
        super("vs-route-empty", Severity.ERROR);
    }

    @Override
    void check(Place spec, Found found) {

        for (Route.Block block : Route.Block.values()) {
            for (Place rule : spec.at(block.field()).items()) {
                check(block, rule, found);
            }
        }
    }

    private static void check(Route.Block block, Place rule, Found found) {
        boolean answers = block == Route.Block.HTTP
                && OTHER_ANSWERS.stream().anyMatch(answer -> rule.at(answer).exists());
        if (!answers && rule.at("route").isEmpty()) {
            found.at(rule.at("route"), "block", block.field(), "missing", "route");
        }
        for (Place entry : rule.at("route").items()) {
            if (!entry.at("destination").exists()) {
                found.at(entry.at("destination"), "block", block.field(), "missing", "destination");
            } else if (entry.at("destination", "host").isEmpty()) {
                found.at(entry.at("destination", "host"), "block", block.field(), "missing", "host");
            }
        }
    }
}
