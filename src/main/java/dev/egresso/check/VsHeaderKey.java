package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Headers are compared by their lower-case names, and parts of the request line have fields of their own. */
final class VsHeaderKey extends HttpRule {
    private static final Set<String> APART = Set.of("host", "uri", "scheme", "method", "authority");

    VsHeaderKey() {
        super("vs-header-key", Severity.WARNING);
    }

    @Override
    void checkHttp(Place rule, Found found) {

        for (Place match : rule.at("match").items()) {
            Stream.of("headers", "withoutHeaders")
                    .flatMap(name -> match.at(name).fields().stream())
                    .forEach(header -> {
                        String key = header.key();
                        if (APART.contains(key)) {
                            found.at(header, "key", key, "why", "which is no header here");
                        } else if (!key.equals(key.toLowerCase(Locale.ROOT)) && !key.startsWith("@")) {
                            found.at(header, lower(header), "key", key, "why", "and names arrive in lower case");
                        }
                    });
        }
    }

    private static Optional<Fix> lower(Place header) {
        String lower = header.key().toLowerCase(Locale.ROOT);
        boolean free = !APART.contains(lower)
                && !header.above().orElseThrow().at(lower).exists();
        return free ? Optional.of(Fix.rename(header, lower)) : Optional.empty();
    }
}
