package dev.egresso.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.mesh.Answers;
import dev.egresso.mesh.Draft;
import dev.egresso.mesh.FieldId;
import dev.egresso.mesh.FieldPath;
import dev.egresso.mesh.Kind;
import dev.egresso.mesh.Manifest;
import dev.egresso.mesh.Matrix;
import dev.egresso.mesh.Node;
import dev.egresso.mesh.Origin;
import dev.egresso.mesh.Reason;
import dev.egresso.mesh.Surroundings;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every line knows which field it carries, where its key and value stand, and what is missing on it. */
class LinesTest {
    private static final Origin ORIGIN = new Origin.Fixed(Reason.of("kind"));

    @Test
    void a_line_carries_the_deepest_field_that_begins_on_it() {
        assertThat(lines("blog", Kind.VIRTUAL_SERVICE).stream()
                        .map(line -> line.text() + "  <- " + line.path().field()))
                .contains(
                        "apiVersion: networking.istio.io/v1  <- apiVersion",
                        "metadata:  <- metadata",
                        "    app.kubernetes.io/managed-by: egresso  <- metadata.labels[\"app.kubernetes.io/managed-by\"]",
                        "  hosts:  <- spec.hosts",
                        "  - webserver  <- spec.hosts[0]",
                        "  - match:  <- spec.http[0].match",
                        "    - uri:  <- spec.http[0].match[0].uri",
                        "        regex: \".*\"  <- spec.http[0].match[0].uri.regex",
                        "          number: 443  <- spec.http[0].route[0].destination.port.number");
    }

    @Test
    void the_columns_of_key_and_value_are_those_of_the_text() {
        Line plain = line("blog", "spec.http[0].rewrite.authority");
        assertThat(plain.text().substring(plain.keyColumn())).startsWith("authority: ");
        assertThat(plain.value()).isEqualTo("raw.githubusercontent.com");
        Line item = line("blog", "spec.hosts[0]");
        assertThat(item.text().substring(item.keyColumn())).isEqualTo("webserver");
        assertThat(item.value()).isEqualTo("webserver");
        Line inItem = line("blog", "spec.http[0].match");
        assertThat(inItem.text().substring(inItem.keyColumn())).isEqualTo("match:");
        assertThat(inItem.value()).isEmpty();
        assertThat(line("blog", "spec.http[0].match[0].uri.regex").value()).isEqualTo("\".*\"");
    }

    @Test
    void a_key_that_takes_two_places_a_letter_moves_no_column() {
        Node value = new Node.Known("x", Node.Type.STRING, ORIGIN);
        Node labels = new Node.Mapping(List.of(new Node.Field("\ud83d\ude00", true, ORIGIN, value)), ORIGIN);
        Line line = YamlWriter.lines(resource(new Node.Field("labels", false, ORIGIN, labels)))
                .get(1);
        assertThat(line.text()).isEqualTo("  \"\ud83d\ude00\": x");
        assertThat(line.value()).isEqualTo("x");
    }

    @Test
    void a_key_of_several_rows_leaves_no_line_without_a_field() {
        Node value = new Node.Known("x", Node.Type.STRING, ORIGIN);
        Node labels = new Node.Mapping(List.of(new Node.Field("a".repeat(2_000), true, ORIGIN, value)), ORIGIN);
        assertThat(YamlWriter.lines(resource(new Node.Field("labels", false, ORIGIN, labels))))
                .hasSizeGreaterThan(2)
                .doesNotContainNull();
    }

    @Test
    void what_nobody_sees_is_spelled_out() {
        Node value = new Node.Known("a\u202eb\u200bc\u2028d\\L\\\u007f\ue000", Node.Type.STRING, ORIGIN);
        assertThat(YamlWriter.text(resource(new Node.Field("a", false, ORIGIN, value))))
                .isEqualTo("a: \"a\\u202eb\\u200bc\\u2028d\\\\L\\\\\\x7f\\ue000\"\n");
    }

    @Test
    void what_is_missing_is_named_where_it_belongs() {
        Draft draft = Draft.of(
                Answers.none().with(FieldId.INTERNAL_HOST, "webserver").with(FieldId.PROTOCOL, "HTTPS"),
                Surroundings.unknown());
        List<Line> lines = YamlWriter.lines(draft.manifests().get(1));
        Line host = lines.stream()
                .filter(line -> line.path().field().endsWith("destination.host"))
                .findFirst()
                .orElseThrow();
        assertThat(host.text()).isEqualTo("        host: \u2039external host\u203a");
        assertThat(host.hole()).map(Node.Hole::field).contains(FieldId.EXTERNAL_URL);
        assertThat(host.hole()).map(Node.Hole::part).contains("external-host");
        assertThat(lines.stream()
                        .filter(line -> line.path().field().equals("spec.hosts[0]"))
                        .findFirst())
                .flatMap(Line::hole)
                .isEmpty();
    }

    @Test
    void nothing_answered_is_all_holes_and_no_failure() {
        Draft draft = Draft.of(Answers.none(), Surroundings.unknown());
        assertThat(draft.manifests()).isNotEmpty().allSatisfy(manifest -> {
            assertThat(manifest.hasHoles()).isTrue();
            assertThat(YamlWriter.lines(manifest)).anyMatch(line -> line.hole().isPresent());
        });
    }

    static Stream<Matrix.Case> cases() {
        return Matrix.cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void every_scalar_has_a_line_of_its_own_with_its_origin(Matrix.Case each) {
        for (Manifest manifest : each.bundle().manifests()) {
            List<Line> lines = YamlWriter.lines(manifest);
            assertThat(String.join("\n", lines.stream().map(Line::text).toList()) + "\n")
                    .isEqualTo(YamlWriter.text(manifest));
            assertThat(lines).noneMatch(line -> line.hole().isPresent());
            assertThat(lines.stream().map(Line::path)).doesNotHaveDuplicates();
            manifest.walk((path, node) -> {
                if (node instanceof Node.Scalar) {
                    assertThat(lines)
                            .filteredOn(line -> line.path().equals(path))
                            .singleElement()
                            .satisfies(line -> {
                                assertThat(line.origin()).isEqualTo(node.origin());
                                assertThat(line.value()).isNotEmpty();
                            });
                }
            });
            assertThat(paths(manifest))
                    .containsAll(lines.stream().map(Line::path).toList());
        }
    }

    private static Set<FieldPath> paths(Manifest manifest) {
        Set<FieldPath> paths = new HashSet<>();
        manifest.walk((path, node) -> paths.add(path));
        return paths;
    }

    private static Manifest resource(Node.Field field) {
        return new Manifest(Kind.SERVICE_ENTRY, new Node.Mapping(List.of(field), ORIGIN));
    }

    private static Line line(String name, String field) {
        return lines(name, Kind.VIRTUAL_SERVICE).stream()
                .filter(line -> line.path().field().equals(field))
                .findFirst()
                .orElseThrow();
    }

    private static List<Line> lines(String name, Kind kind) {
        return Matrix.named(name).bundle().manifests().stream()
                .filter(manifest -> manifest.kind() == kind)
                .map(YamlWriter::lines)
                .findFirst()
                .orElseThrow();
    }
}
