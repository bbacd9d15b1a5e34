package dev.egresso.trace;

import static dev.egresso.trace.Walk.said;

import dev.egresso.mesh.Place;
import java.util.Optional;
import java.util.OptionalInt;

/** Rules that have the sidecar answer by itself: a fault, a redirect, a fixed answer. */
final class LocalAnswer {
    private static final int MOVED = 301;

    private final Walk walk;
    private final Request request;

    LocalAnswer(Walk walk) {
        this.walk = walk;
        this.request = walk.request();
    }

    Optional<Journey> to(HttpRoute route) {
        delay(route.at("fault").at("delay"));
        Place abort = route.at("fault").at("abort");
        if (abort.exists() && share(abort) >= 100) {
            return answer("route-fault", abort, abort.at("httpStatus").number(), Optional.of("FI"));
        }
        if (abort.exists() && share(abort) > 0) {
            walk.warn(
                    Part.ROUTE,
                    said("route-fault-some", "percent", percent(abort), "status", status(abort)),
                    abort.at("percentage"));
        }
        Place redirect = route.at("redirect");
        if (redirect.exists()) {
            return answer(
                    "route-redirect",
                    redirect,
                    OptionalInt.of(redirect.at("redirectCode").number().orElse(MOVED)),
                    Optional.empty());
        }
        Place direct = route.at("directResponse");
        return direct.exists()
                ? answer("route-direct", direct, direct.at("status").number(), Optional.empty())
                : Optional.empty();
    }

    /** A rule that does not say how many requests it is for delays or aborts none. */
    private static double share(Place fault) {
        String text = fault.at("percentage", "value")
                .text()
                .or(() -> fault.at("percent").text())
                .orElse("0");
        return text.matches("[0-9]{1,3}(\\.[0-9]{1,9})?") ? Double.parseDouble(text) : 0;
    }

    private static String percent(Place fault) {
        return fault.at("percentage", "value")
                .text()
                .or(() -> fault.at("percent").text())
                .orElse("0");
    }

    private static String status(Place abort) {
        return abort.at("httpStatus")
                .text()
                .or(() -> abort.at("grpcStatus").text())
                .orElse("");
    }

    private void delay(Place delay) {
        if (delay.at("fixedDelay").exists() && share(delay) > 0) {
            walk.warn(
                    Part.ROUTE,
                    said(
                            "route-delay",
                            "percent",
                            percent(delay),
                            "delay",
                            delay.at("fixedDelay").textOrEmpty()),
                    delay.at("fixedDelay"));
        }
    }

    private Optional<Journey> answer(String id, Place place, OptionalInt status, Optional<String> flags) {
        String shown = status.isPresent() ? Integer.toString(status.getAsInt()) : status(place);
        walk.fail(Part.ROUTE, said(id, "status", shown, "location", location(place)), place);
        return Optional.of(walk.end(Outcome.NOT_ROUTED, status, flags));
    }

    /** Where a redirect sends the app: what it does not name stays as it was asked for. */
    private String location(Place redirect) {
        String scheme =
                redirect.at("scheme").text().filter(text -> !text.isEmpty()).orElse("http");
        String host =
                redirect.at("authority").text().filter(text -> !text.isEmpty()).orElse(request.authority());
        String uri = redirect.at("uri").text().filter(text -> !text.isEmpty()).orElse(request.path());
        return scheme + "://" + host + uri + request.query();
    }
}
