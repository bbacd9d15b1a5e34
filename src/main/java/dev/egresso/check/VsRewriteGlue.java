package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.List;
import java.util.stream.Stream;

/** The new path stands in for what was matched; if that ends in a slash and the new path does not, the rest is glued on. */
final class VsRewriteGlue extends HttpRule {

    VsRewriteGlue() {
        super("vs-rewrite-glue", Severity.WARNING);
    }

    @Override
    void checkHttp(Place rule, Found found) {

        Place uri = rule.at("rewrite", "uri");
        String path = uri.textOrEmpty();
        if (path.isEmpty() || path.endsWith("/")) {
            return;
        }
        matched(rule)
                .filter(prefix -> prefix.endsWith("/"))
                .findFirst()
                .ifPresent(prefix -> found.at(
                        uri,
                        "path",
                        path,
                        "matched",
                        prefix.equals("/") ? "the first slash" : prefix,
                        "glued",
                        path + "hello"));
    }
    /** The prefixes that are replaced; a match that says nothing of the path stands for the first slash. */
    private static Stream<String> matched(Place rule) {
        List<Place> matches = rule.at("match").items();
        return matches.isEmpty()
                ? Stream.of("/")
                : matches.stream()
                        .map(match -> match.at("uri"))
                        .map(uri -> uri.exists() ? uri.at("prefix").textOrEmpty() : "/");
    }
}
