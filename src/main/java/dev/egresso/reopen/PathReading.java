package dev.egresso.reopen;

import dev.egresso.mesh.MatchKind;
import dev.egresso.mesh.PathHandling;
import dev.egresso.mesh.Place;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the rules do with paths, as answers say it.
 *
 * @param external the path of the external URL, empty where none is put in place of another
 * @param kind what is matched, empty where no condition is about the path
 * @param matched the text of the condition
 */
record PathReading(PathHandling handling, String external, String kind, String matched) {
    private static final PathReading UNTOUCHED = new PathReading(PathHandling.KEEP, "", "", "");

    static PathReading of(FoundRoute route) {
        if (!route.block().equals("http")) {
            return UNTOUCHED;
        }
        if (route.rules().size() == 2) {
            String prefix = FoundRoute.onlyUri(route.rules().get(1), "exact");
            String path = uri(route.rules().get(1));
            return new PathReading(PathHandling.BASE, path, MatchKind.PREFIX.word(), prefix);
        }
        Place rule = route.rules().get(0);
        Optional<Place> uri = rule.at("match").items().stream()
                .map(condition -> condition.at("uri"))
                .filter(Place::exists)
                .findFirst();
        String kind = uri.flatMap(PathReading::kind).map(MatchKind::word).orElse("");
        String matched = kind.isEmpty() ? "" : uri.orElseThrow().at(kind).textOrEmpty();
        return rewritten(rule, kind, matched);
    }

    private static PathReading rewritten(Place rule, String kind, String matched) {
        String uri = uri(rule);
        if (!uri.isEmpty()) {
            boolean whole = kind.equals(MatchKind.REGEX.word());
            boolean below = !whole && (kind.equals(MatchKind.PREFIX.word()) || kind.isEmpty() || uri.endsWith("/"));
            return new PathReading(below ? PathHandling.BASE : PathHandling.REPLACE, uri, kind, matched);
        }
        Place regex = rule.at("rewrite", "uriRegexRewrite");
        String substitute = regex.at("rewrite").textOrEmpty();
        if (regex.at("match").is("^.*$")) {
            return new PathReading(PathHandling.REPLACE, substitute.replace("\\\\", "\\"), kind, matched);
        }
        if (regex.at("match").is("^/")) {
            return new PathReading(PathHandling.BASE, substitute, kind, matched);
        }
        return new PathReading(PathHandling.KEEP, "", kind, matched);
    }

    private static String uri(Place rule) {
        return rule.at("rewrite", "uri").textOrEmpty();
    }

    private static Optional<MatchKind> kind(Place uri) {
        return Stream.of(MatchKind.PREFIX, MatchKind.EXACT, MatchKind.REGEX)
                .filter(kind -> uri.at(kind.word()).exists())
                .findFirst();
    }
}
