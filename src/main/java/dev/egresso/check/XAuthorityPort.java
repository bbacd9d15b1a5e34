package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.Optional;

/** Some servers compare the whole Host header, port included. */
final class XAuthorityPort extends TargetRule {

    XAuthorityPort() {
        super("x-authority-port", Severity.INFO);
    }

    @Override
    void check(Target target, ResourceSet set, Found found) {
        Optional<Place> authority =
                target.route().authority().filter(place -> place.text().isPresent());
        int port = target.dialled();
        boolean usual = port == 0 || port == 80 || port == 443;
        boolean http = target.route().isHttp()
                && target.service().isExternal()
                && !target.protocol().isHttp2();
        if (http
                && authority.isPresent()
                && !usual
                && !authority.get().textOrEmpty().matches(".*:[0-9]+")) {
            found.at(
                    authority.get(),
                    "port",
                    Integer.toString(port),
                    "host",
                    authority.get().textOrEmpty());
        }
    }
}
