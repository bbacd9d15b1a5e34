package dev.egresso.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.check.Checks;
import dev.egresso.check.Finding;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is made of any answers that stand is nothing that the checks call an error. */
class BundleFindingsTest {
    @Property(seed = "20261124")
    void a_bundle_has_no_error(@ForAll("answers") Answers answers, @ForAll("surroundings") Surroundings around) {
        Draft draft = Draft.of(answers, around);
        draft.route().ifPresent(route -> assertThat(Checks.of(beside(draft, Bundle.of(route)), around))
                .as(answers.toString())
                .filteredOn(finding -> !isSaid(finding, draft))
                .noneMatch(Finding::isError));
    }

    private static List<Manifest> beside(Draft draft, Bundle bundle) {
        return Stream.concat(draft.beside().stream(), bundle.manifests().stream())
                .toList();
    }

    /**
     * Plain text to a server that speaks TLS is allowed with a warning, and so is {@code https} on port 80, since somebody
     * may run one like that.
     */
    private static boolean isSaid(Finding finding, Draft draft) {
        Set<String> said = draft.problems().stream().map(Problem::id).collect(Collectors.toSet());
        boolean plain =
                said.stream().anyMatch(id -> id.startsWith("tls-none-for") || id.equals("http-listener-on-443"));
        return plain && finding.rule().equals("x-dr-missing-for-tls")
                || said.contains("tls-on-port-80") && finding.rule().equals("x-dr-tls-on-plain");
    }

    @Property(seed = "20261124")
    void holes_are_no_findings_that_throw(
            @ForAll("answers") Answers answers, @ForAll("surroundings") Surroundings around) {
        assertThat(Checks.of(Draft.of(answers, around).manifests(), around)).isNotNull();
    }

    @Provide
    static Arbitrary<Answers> answers() {
        return AnyAnswers.likely();
    }

    @Provide
    static Arbitrary<Surroundings> surroundings() {
        return AnyAnswers.surroundings();
    }
}
