package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A substitution refers to groups of its expression by a backslash and a number. */
final class VsRewriteRegexGroup extends HttpRule {
    private static final Pattern REFERENCE = Pattern.compile("\\\\\\\\|\\\\([0-9])|\\$[0-9]");

    VsRewriteRegexGroup() {
        super("vs-rewrite-regex-group", Severity.ERROR);
    }

    @Override
    void checkHttp(Place rule, Found found) {

        Place substitute = rule.at("rewrite", "uriRegexRewrite", "rewrite");
        Optional<Integer> groups =
                groups(rule.at("rewrite", "uriRegexRewrite", "match").textOrEmpty());
        Matcher reference = REFERENCE.matcher(substitute.textOrEmpty());
        while (groups.isPresent() && reference.find()) {
            String digits = reference.group(1);
            boolean dollar = reference.group().startsWith("$");
            if (dollar || digits != null && Integer.parseInt(digits) > groups.get()) {
                found.at(
                        substitute,
                        "reference",
                        reference.group(),
                        "count",
                        groups.get().toString());
                return;
            }
        }
    }

    private static Optional<Integer> groups(String regex) {
        try {
            return Optional.of(com.google.re2j.Pattern.compile(regex).groupCount());
        } catch (com.google.re2j.PatternSyntaxException saidElsewhere) {
            return Optional.empty();
        }
    }
}
