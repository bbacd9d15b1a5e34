package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.stream.Stream;

/** Every path begins with a slash. */
final class VsUriNoSlash extends HttpRule {

    VsUriNoSlash() {
        super("vs-uri-no-slash", Severity.WARNING);
    }

    @Override
    void checkHttp(Place rule, Found found) {
        for (Place match : rule.at("match").items()) {
            Stream.of("exact", "prefix")
                    .map(kind -> match.at("uri", kind))
                    .filter(path -> !path.isEmpty()
                            && path.text().isPresent()
                            && !path.textOrEmpty().startsWith("/"))
                    .forEach(path ->
                            found.at(path, Fix.set(path, "/" + path.textOrEmpty()), "path", path.textOrEmpty()));
        }
    }
}
