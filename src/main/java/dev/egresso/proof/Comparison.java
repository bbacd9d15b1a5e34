package dev.egresso.proof;

import dev.egresso.rollout.LiveObject;
import dev.egresso.trace.Hop;
import dev.egresso.trace.Journey;
import dev.egresso.trace.Outcome;
import dev.egresso.trace.Part;
import dev.egresso.trace.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds a sidecar's own view, and an answer, against a journey, part by part. What cannot be told is left out. */
final class Comparison {
    private final Journey journey;
    private final List<Point> points = new ArrayList<>();

    Comparison(Journey journey) {
        this.journey = journey;
    }

    List<Point> points() {
        return List.copyOf(points);
    }

    private void point(Part part, boolean agrees, String id, String... arguments) {
        points.add(Point.of(part, agrees, id, arguments));
    }

    void with(ProxyConfig config) {
        listener(config);
        if (argument(Part.ROUTE, "asked").isPresent()) {
            route(config);
        }
        journey.cluster().ifPresent(name -> cluster(config, name));
    }

    /** The addresses of Services are not known to the trace, so there the port is what counts. */
    private void listener(ProxyConfig config) {
        String port = Integer.toString(journey.request().port());
        List<String> ofPort = config.listeners().stream()
                .filter(name -> name.endsWith("_" + port))
                .toList();
        String found = ofPort.isEmpty() ? "–" : String.join(", ", ofPort);
        Optional<String> foretold = argument(Part.SIDECAR, "listener").filter(name -> !isUncaught());
        if (foretold.isEmpty()) {
            if (isUncaught()) {
                point(
                        Part.SIDECAR,
                        ofPort.isEmpty(),
                        ofPort.isEmpty() ? "no-listener" : "a-listener",
                        "found",
                        found,
                        "port",
                        port);
            }
            return;
        }
        boolean known = foretold.get().matches("[0-9.]+_[0-9]+");
        boolean agrees = known ? ofPort.contains(foretold.get()) : !ofPort.isEmpty();
        point(
                Part.SIDECAR,
                agrees,
                agrees ? "listener" : "other-listener",
                "foretold",
                foretold.get(),
                "found",
                found,
                "port",
                port);
    }

    private boolean isUncaught() {
        return journey.hops().stream().anyMatch(hop -> hop.id().startsWith("sidecar-no-listener"));
    }

    private Optional<String> argument(Part part, String name) {
        return journey.hops().stream()
                .filter(hop -> hop.part() == part)
                .map(Hop::arguments)
                .filter(arguments -> arguments.containsKey(name))
                .map(arguments -> arguments.get(name))
                .findFirst();
    }

    private void route(ProxyConfig config) {
        Request request = journey.request();
        String asked = host(request.authority());
        String port = Integer.toString(request.port());
        Optional<LiveObject> host = config.virtualHost(asked, request.port());
        if (host.isEmpty()) {
            point(Part.ROUTE, false, "no-host", "host", asked, "port", port);
            return;
        }
        List<String> targets = ProxyConfig.targets(host.get());
        if (journey.cluster().isEmpty()) {
            return;
        }
        String cluster = journey.cluster().get();
        boolean leads = targets.contains(cluster);
        String found = targets.isEmpty() ? "–" : String.join(", ", targets);
        point(Part.ROUTE, leads, leads ? "route" : "other-route", "host", asked, "cluster", cluster, "found", found);
        if (leads) {
            authority(ProxyConfig.authority(host.get(), cluster).orElse(request.authority()));
        }
    }

    /** Without a port, in or out of brackets. */
    private static String host(String authority) {
        return authority.replaceFirst(":[0-9]+$", "");
    }

    private void authority(String written) {
        journey.upstream().authority().ifPresent(foretold -> {
            boolean agrees = foretold.equalsIgnoreCase(written);
            point(
                    Part.REWRITE,
                    agrees,
                    agrees ? "authority" : "other-authority",
                    "foretold",
                    foretold,
                    "found",
                    written);
        });
    }

    private void cluster(ProxyConfig config, String name) {
        Optional<LiveObject> cluster = config.cluster(name);
        String kind = cluster.map(found -> found.textAt("cluster", "type"))
                .filter(type -> !type.isEmpty())
                .orElse("STATIC");
        point(
                Part.CLUSTER,
                cluster.isPresent(),
                cluster.isPresent() ? "cluster" : "no-cluster",
                "cluster",
                name,
                "type",
                kind);
        cluster.ifPresent(this::tls);
    }

    private void tls(LiveObject cluster) {
        Optional<String> mode = journey.upstream().tls();
        if (mode.filter("ISTIO_MUTUAL"::equals).isPresent()) {
            return;
        }
        Optional<ProxyConfig.Tls> found = ProxyConfig.tls(cluster);
        if (mode.isPresent() != found.isPresent()) {
            point(Part.TLS, false, mode.isPresent() ? "no-tls" : "a-tls", "mode", mode.orElse(""));
            return;
        }
        if (found.isEmpty()) {
            point(Part.TLS, true, "plain");
            return;
        }
        String sni = journey.upstream().sni().orElse("");
        boolean follows = found.get().sni().isEmpty();
        boolean agrees = follows || found.get().sni().equalsIgnoreCase(sni);
        String names = found.get().names().isEmpty()
                ? "–"
                : String.join(", ", found.get().names());
        String id = !agrees ? "other-sni" : follows ? "sni-follows" : "sni";
        point(Part.TLS, agrees, id, "foretold", sni, "found", found.get().sni(), "names", names);
    }

    /** A service outside decides about its own status, so only who answered can be held against what was foretold. */
    void with(Answer answer) {
        String status = Integer.toString(answer.status());
        String from = answer.server().map(server -> ", " + server).orElse("");
        if (answer.status() == 0) {
            boolean agrees = journey.outcome() == Outcome.APP_ERROR
                    || !journey.isReached() && journey.status().isEmpty();
            point(Part.SEND, agrees, agrees ? "silence" : "no-answer", "detail", answer.detail());
            return;
        }
        boolean sidecar = answer.bySidecar().orElse(!journey.isReached() && isForetold(answer.status()));
        boolean agrees = journey.isReached() || journey.outcome() == Outcome.PASSTHROUGH
                ? !sidecar
                : sidecar && isForetold(answer.status());
        String id = agrees ? "answer" : journey.isReached() ? "sidecars-answer" : "other-answer";
        String foretold = journey.status().isPresent()
                ? Integer.toString(journey.status().getAsInt())
                : journey.outcome().word();
        point(Part.SEND, agrees, id, "status", status, "server", from, "foretold", foretold, "detail", answer.detail());
    }

    private boolean isForetold(int status) {
        return journey.status().isPresent() && journey.status().getAsInt() == status;
    }
}
