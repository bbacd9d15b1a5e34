package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.Optional;
import java.util.stream.Stream;

/** A new path begins with a slash and holds neither query nor fragment. */
final class VsRewriteUriForm extends HttpRule {

    VsRewriteUriForm() {
        super("vs-rewrite-uri-form", Severity.ERROR);
    }

    @Override
    void checkHttp(Place rule, Found found) {

        Place uri = rule.at("rewrite", "uri");
        String path = uri.textOrEmpty();
        if (uri.isEmpty() || uri.text().isEmpty()) {
            return;
        }
        if (path.chars().anyMatch(sign -> sign == '?' || sign == '#' || Character.isWhitespace(sign))) {
            found.at(uri, alone(uri), "path", path, "why", "holds a query, a fragment or a space");
        } else if (!path.startsWith("/")
                && !prefixes(rule).allMatch(prefix -> prefix.endsWith("/") && path.isEmpty())) {
            found.at(uri, Fix.set(uri, "/" + path), "path", path, "why", "does not begin with a slash");
        }
    }

    /** The query of the request stays by itself, so that one in the new path can go. */
    private static Optional<Fix> alone(Place uri) {
        String path = uri.textOrEmpty().replaceFirst("[?#].*$", "");
        return path.startsWith("/") && path.chars().noneMatch(Character::isWhitespace)
                ? Optional.of(Fix.set(uri, path))
                : Optional.empty();
    }

    private static Stream<String> prefixes(Place rule) {
        return rule.at("match").items().stream()
                .map(match -> match.at("uri", "prefix").textOrEmpty());
    }
}
