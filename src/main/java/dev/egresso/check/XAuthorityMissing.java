package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.stream.Stream;

/** Nothing changes the Host on the way unless the rule does, so the external service is asked for the internal name. */
final class XAuthorityMissing extends TargetRule {

    XAuthorityMissing() {
        super("x-authority-missing", Severity.ERROR);
    }

    @Override
    void check(Target target, ResourceSet set, Found found) {

        Route route = target.route();
        boolean alias = route.isHttp()
                && route.isRedirect()
                && !route.host().isWildcard()
                && target.service().isExternal()
                && Stream.of("redirect", "directResponse")
                        .noneMatch(answer -> route.rule().at(answer).exists());
        if (alias && route.authority().isEmpty()) {
            Place place = route.rewrite().exists() ? route.rewrite() : route.rule();
            found.as(
                    isGivenByHand(target) ? Severity.WARNING : Severity.ERROR,
                    place,
                    Fix.set(route.rewrite().at("authority"), route.host().name()),
                    "internal",
                    internal(route),
                    "host",
                    route.host().name());
        }
    }

    /** A server that is known by its address, and asked in the clear, may answer to any name. */
    private static boolean isGivenByHand(Target target) {
        return target.service().spec().at("resolution").is("STATIC")
                && !target.expectsTls()
                && target.originated().isEmpty();
    }

    private static String internal(Route route) {
        return route.by().hosts().stream()
                .filter(route::isOther)
                .findFirst()
                .map(host -> host.place().textOrEmpty())
                .orElse("");
    }
}
