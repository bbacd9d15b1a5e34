package dev.egresso.wizard;

import dev.egresso.RuleTexts;
import dev.egresso.check.Finding;
import dev.egresso.check.Rule;
import dev.egresso.check.Rules;
import dev.egresso.yaml.ManifestReader;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The bad examples of the rules, mended. */
public final class Mends {
    private Mends() {}

    /** Rules that mend something: their example, or a case of {@link MendCasesTest}. */
    public static Set<String> rules() {
        Set<String> rules = MendCasesTest.cases().map(MendCasesTest.Case::rule).collect(Collectors.toSet());
        rules.add("x-dr-missing-for-tls");
        rules.add("x-dr-portlevel-unknown");
        Rules.all().stream().map(Rule::id).filter(Mends::mendsItsExample).forEach(rules::add);
        return new TreeSet<>(rules);
    }

    static boolean mendsItsExample(String id) {
        return of(id).mended().stream().map(Finding::rule).anyMatch(id::equals);
    }

    static Mending of(String id) {
        String text = RuleTexts.of(id, "bad");
        return Mending.of(ManifestReader.read("bad.yaml", text), RuleTexts.surroundings(text));
    }
}
