package dev.egresso.wizard;

import dev.egresso.check.Finding;
import dev.egresso.check.Rule;
import dev.egresso.check.Rules;
import dev.egresso.mesh.DataPlane;
import dev.egresso.mesh.IstioVersion;
import dev.egresso.mesh.Surroundings;
import dev.egresso.yaml.ManifestReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        return Mending.of(ManifestReader.read("bad.yaml", bad(id)), surroundings(bad(id)));
    }

    static Surroundings surroundings(String text) {
        Surroundings surroundings = Surroundings.unknown();
        if (text.lines().anyMatch("# ambient"::equals)) {
            surroundings = surroundings.withDataPlane(DataPlane.AMBIENT);
        }
        return text.lines().anyMatch("# istio: 1.20"::equals)
                ? surroundings.withIstioVersion(new IstioVersion(1, 20))
                : surroundings;
    }

    static String bad(String id) {
        try {
            return Files.readString(Path.of("src", "test", "resources", "rules", id, "bad.yaml"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
