package dev.egresso.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.RuleTexts;
import dev.egresso.mesh.DataPlane;
import dev.egresso.mesh.IstioVersion;
import dev.egresso.mesh.Surroundings;
import dev.egresso.yaml.ManifestReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** No set makes the rules throw. More cases: {@code -Djqwik.tries.default=100000}. */
class AnySetTest {
    private static final List<String> SCRAPS = List.of(
            "~",
            "[]",
            "{}",
            "\"\"",
            "-1",
            "0",
            "99999999999999999999",
            "true",
            "x",
            "\"*\"",
            "[~]",
            "[[]]",
            "{a: ~}",
            "*.",
            "1.5",
            "\"\\e\"",
            "[*, ~]",
            "/",
            "^",
            "\"(\"",
            "::",
            ".",
            "a..b",
            "\"\\u0000\"");

    private final Surroundings old =
            Surroundings.unknown().withIstioVersion(new IstioVersion(1, 10)).withDataPlane(DataPlane.AMBIENT);

    @Property(seed = "20261124")
    void any_damage_to_a_set_is_looked_at(@ForAll("damaged") String text) {
        var manifests = ManifestReader.read("a.yaml", text).manifests();
        Checks.of(manifests, Surroundings.unknown());
        assertThat(Checks.of(manifests, old)).isNotNull();
    }

    /** An example with some of its values put in place of others, or scraps in their place, or lines gone. */
    @Provide
    static Arbitrary<String> damaged() {
        return Arbitraries.of(RuleTexts.all())
                .flatMap(text -> Arbitraries.randoms().map(random -> damaged(text, random)));
    }

    private static String damaged(String text, Random random) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        for (int times = 1 + random.nextInt(5); times > 0 && !lines.isEmpty(); times--) {
            int at = random.nextInt(lines.size());
            String line = lines.get(at);
            int colon = line.indexOf(':');
            switch (random.nextInt(4)) {
                case 0 -> lines.remove(at);
                case 1 -> lines.add(at, lines.get(random.nextInt(lines.size())));
                default ->
                    lines.set(
                            at,
                            (colon < 0 ? line : line.substring(0, colon + 1)) + " "
                                    + SCRAPS.get(random.nextInt(SCRAPS.size())));
            }
        }
        return String.join("\n", lines);
    }
}
