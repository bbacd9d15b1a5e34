package dev.egresso.trace;

import static dev.egresso.trace.Walk.said;

import dev.egresso.mesh.Place;
import java.util.Optional;
import java.util.OptionalInt;

/** Rules that have the sidecar answer by itself: a redirect, a fixed answer, a fault for all requests. */
final class LocalAnswer {
    private static final int MOVED = 301;

    private final Walk walk;

    LocalAnswer(Walk walk) {
        this.walk = walk;
    }

    Optional<Journey> to(Place http) {
        Place abort = http.at("fault", "abort");
        if (abort.exists() && isForAll(abort.at("percentage"))) {
            return answer("route-fault", abort, abort.at("httpStatus").number(), Optional.of("FI"));
        }
        Place redirect = http.at("redirect");
        if (redirect.exists()) {
            return answer(
                    "route-redirect",
                    redirect,
                    OptionalInt.of(redirect.at("redirectCode").number().orElse(MOVED)),
                    Optional.empty());
        }
        Place direct = http.at("directResponse");
        return direct.exists()
                ? answer("route-direct", direct, direct.at("status").number(), Optional.empty())
                : Optional.empty();
    }

    private static boolean isForAll(Place percentage) {
        return !percentage.exists()
                || percentage
                        .at("value")
                        .text()
                        .filter(text -> text.matches("100(\\.0*)?"))
                        .isPresent();
    }

    private Optional<Journey> answer(String id, Place place, OptionalInt status, Optional<String> flags) {
        String shown = status.isPresent() ? Integer.toString(status.getAsInt()) : "";
        walk.fail(Part.ROUTE, said(id, "status", shown), place);
        return Optional.of(walk.end(Outcome.NOT_ROUTED, status, flags));
    }
}
