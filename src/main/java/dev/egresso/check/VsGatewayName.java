package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.stream.Stream;

/** A Gateway is named by its name, with its namespace and a slash in front if it lives elsewhere. */
final class VsGatewayName extends VirtualServiceRule {

    VsGatewayName() {
        super("vs-gateway-name", Severity.ERROR);
    }

    @Override
    void check(Place spec, Found found) {
        lists(spec).forEach(list -> checkList(list, found));
    }

    private static Stream<Place> lists(Place spec) {
        return Stream.concat(
                Stream.of(spec.at("gateways")),
                Stream.of(Route.Block.values())
                        .flatMap(block -> spec.at(block.field()).items().stream())
                        .flatMap(rule -> rule.at("match").items().stream())
                        .map(match -> match.at("gateways")));
    }

    /** Istio looks at a list up to the first name without a slash, and so does this rule. */
    private static void checkList(Place gateways, Found found) {
        for (Place gateway : gateways.items()) {
            String name = gateway.textOrEmpty();
            int slash = name.indexOf('/');
            if (slash < 0) {
                checkAlone(gateway, found);
                return;
            }
            boolean whole = HostForm.isLabel(name.substring(0, slash)) && HostForm.isLabel(name.substring(slash + 1));
            if (!whole) {
                found.at(gateway, "name", name, "what", "is no name of a Gateway");
            }
        }
    }

    private static void checkAlone(Place gateway, Found found) {
        String name = gateway.textOrEmpty();
        if (HostForm.faultOfFullName(name).isPresent()) {
            found.at(gateway, "name", name, "what", "is no name of a Gateway");
        } else if (name.indexOf('.') >= 0) {
            String[] labels = name.split("\\.");
            Fix fix = Fix.set(gateway, labels[1] + "/" + labels[0]);
            found.as(Severity.WARNING, gateway, fix, "name", name, "what", "is the old form");
        }
    }
}
