package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.Set;

/** Browsers ask for methods of HTTP. */
final class VsCorsMethod extends HttpRule {
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "CONNECT", "OPTIONS", "TRACE", "*");

    VsCorsMethod() {
        super("vs-cors-method", Severity.ERROR);
    }

    @Override
    void checkHttp(Place rule, Found found) {
        rule.at("corsPolicy", "allowMethods").items().stream()
                .filter(method -> !method.isHole() && !METHODS.contains(method.textOrEmpty()))
                .forEach(method -> found.at(method, "method", method.textOrEmpty()));
    }
}
