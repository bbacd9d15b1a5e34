package dev.egresso.reopen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.mesh.Answers;
import dev.egresso.mesh.Draft;
import dev.egresso.mesh.Manifest;
import dev.egresso.mesh.Matrix;
import dev.egresso.mesh.Surroundings;
import dev.egresso.yaml.YamlWriter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Egresso writes, it reads back as answers that write the same. */
class AnswersReaderTest {
    static Stream<Matrix.Case> cases() {
        return Matrix.cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void the_answers_read_from_a_route_make_it_again(Matrix.Case each) {
        List<Manifest> made = each.bundle().manifests();
        List<FoundRoute> found = FoundRoute.in(made);
        assertThat(found).hasSize(1);
        Answers read = AnswersReader.read(found.get(0));
        Draft again = Draft.of(read, Surroundings.unknown());
        assertThat(YamlWriter.text(again.manifests())).as(read.toString()).isEqualTo(YamlWriter.text(made));
    }
}
