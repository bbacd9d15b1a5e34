package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** An empty expression or beginning matches nothing or everything, depending on whom you ask. */
final class VsRegexEmpty extends HttpRule {

    VsRegexEmpty() {
        super("vs-regex-empty", Severity.ERROR);
    }

    @Override
    void checkHttp(Place rule, Found found) {
        rule.at("match").items().stream().flatMap(Conditions::in).forEach(condition -> {
            Place regex = condition.at("regex");
            Place prefix = condition.at("prefix");
            if (regex.exists() && regex.is("")) {
                found.at(regex, "kind", "regex", "field", condition.key());
            } else if (prefix.exists() && prefix.is("") && !condition.key().equals("uri")) {
                found.at(prefix, "kind", "prefix", "field", condition.key());
            }
        });
    }
}
