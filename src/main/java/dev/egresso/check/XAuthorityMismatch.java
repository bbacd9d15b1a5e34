package dev.egresso.check;

import dev.egresso.mesh.HostName;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.Optional;

/** Greeting and certificate check follow the Host, not the destination. */
final class XAuthorityMismatch extends TargetRule {

    XAuthorityMismatch() {
        super("x-authority-mismatch", Severity.WARNING);
    }

    @Override
    void check(Target target, ResourceSet set, Found found) {

        Route route = target.route();
        Optional<Place> authority =
                route.authority().filter(place -> place.text().isPresent());
        boolean external = route.isHttp() && target.service().isExternal();
        if (!external || authority.isEmpty() || isOf(authority.get().textOrEmpty(), route.host())) {
            return;
        }
        boolean named = target.originated()
                .filter(tls ->
                        tls.at("sni").exists() || tls.at("subjectAltNames").exists())
                .isPresent();
        boolean addressChosen =
                target.originated().isEmpty() && !target.service().endpoints().isEmpty();
        if (!named && !addressChosen) {
            found.at(
                    authority.get(),
                    Fix.set(authority.get(), undotted(route.host().name())),
                    "authority",
                    authority.get().textOrEmpty(),
                    "host",
                    route.host().name());
        }
    }

    private static boolean isOf(String authority, HostName host) {
        return HostName.asWritten(undotted(host.name()))
                .lower()
                .covers(HostName.asWritten(undotted(authority.replaceFirst(":[0-9]*$", "")))
                        .lower());
    }

    /** A dot at the end makes a name of DNS whole, and changes nothing else about it. */
    private static String undotted(String name) {
        return name.replaceFirst("\\.$", "");
    }
}
