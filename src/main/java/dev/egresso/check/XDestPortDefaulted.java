package dev.egresso.check;

import dev.egresso.mesh.ServicePort;
import dev.egresso.mesh.Severity;
import java.util.List;
import java.util.stream.Stream;

/**
 * An http route without a port leads to the port that the application called, since istiod looks for the destination among
 * the services of that listener only ({@code buildSidecarOutboundHTTPRouteConfig} and {@code GetDestinationCluster} in {@code
 * pilot/pkg/networking/core}). A tls or tcp route takes the only port that there is.
 */
final class XDestPortDefaulted extends TargetRule {

    XDestPortDefaulted() {
        super("x-dest-port-defaulted", Severity.WARNING);
    }

    @Override
    void check(Target target, ResourceSet set, Found found) {
        Route route = target.route();
        if (route.portPlace().exists() || target.port().isEmpty()) {
            return;
        }
        int port = target.port().get().number();
        List<Integer> elsewhere =
                called(route, set).filter(called -> called != port).distinct().toList();
        boolean fails = route.isHttp() && !elsewhere.isEmpty();
        String what = "takes port " + port + ", the only one there is";
        if (fails) {
            what = "takes port " + elsewhere.get(0) + ", which the app calls, and there is " + port + " only";
        } else if (route.isHttp()) {
            what = "takes the port that the app calls, and there is " + port + " only";
        }
        found.as(
                fails ? Severity.ERROR : Severity.WARNING,
                route.destination(),
                Fix.set(route.portPlace(), port),
                "host",
                route.host().name(),
                "port",
                Integer.toString(port),
                "what",
                what);
    }

    /** The ports at which the hosts of the rule are called as HTTP, as far as the input tells. */
    private static Stream<Integer> called(Route route, ResourceSet set) {
        return route.by().hosts().stream()
                .flatMap(host -> set.service(host.name(), route.caller()).stream())
                .flatMap(service -> service.ports().stream())
                .filter(port -> port.protocol().isHttpOrSniffed())
                .map(ServicePort::number);
    }
}
