package dev.egresso.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.check.Checks;
import dev.egresso.check.Finding;
import java.util.List;
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
     * Plain text to a server that speaks TLS is allowed with a warning, since somebody may run one like that. Who asks for
     * TLS on port 80 in so many words gets it.
     */
    private static boolean isSaid(Finding finding, Draft draft) {
        boolean warned = draft.problems().stream()
                .map(Problem::id)
                .anyMatch(id -> id.startsWith("tls-none-for") || id.equals("http-listener-on-443"));
        boolean asked = Stream.of(FieldId.TLS, FieldId.PROTOCOL)
                .anyMatch(field -> draft.answers().text(field).isPresent());
        return warned && finding.rule().equals("x-dr-missing-for-tls")
                || asked && finding.rule().equals("x-dr-tls-on-plain");
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
