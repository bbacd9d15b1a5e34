package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** If the new path ends in a slash and what was matched does not, the next slash follows the first. */
final class VsRewriteDoubleSlash extends VirtualServiceRule {

    VsRewriteDoubleSlash() {
        super("vs-rewrite-double-slash", Severity.WARNING);
    }

    @Override
    void check(Place spec, Found found) {
        Set<String> before = new HashSet<>();
        for (Place rule : spec.at("http").items()) {
            String path = rule.at("rewrite", "uri").textOrEmpty();
            for (Place match : rule.at("match").items()) {
                String prefix = match.at("uri", "prefix").textOrEmpty();
                boolean open = !prefix.isEmpty() && !prefix.endsWith("/") && !before.contains(prefix + "/");
                if (open && path.endsWith("/")) {
                    found.at(
                            rule.at("rewrite", "uri"),
                            shorter(rule),
                            "prefix",
                            prefix,
                            "path",
                            path,
                            "doubled",
                            path + "/hello");
                }
                before.add(prefix);
            }
        }
    }

    /** Where no prefix of the rule ends in a slash, none is needed at the end of the new path. */
    private static Optional<Fix> shorter(Place rule) {
        Place uri = rule.at("rewrite", "uri");
        String path = uri.textOrEmpty().replaceFirst("/+$", "");
        boolean open = rule.at("match").items().stream()
                .map(match -> match.at("uri", "prefix").textOrEmpty())
                .noneMatch(prefix -> prefix.isEmpty() || prefix.endsWith("/"));
        return open && !path.isEmpty() ? Optional.of(Fix.set(uri, path)) : Optional.empty();
    }
}
