package dev.egresso.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.mesh.Kind;
import dev.egresso.mesh.Manifest;
import dev.egresso.mesh.Matrix;
import dev.egresso.mesh.Node;
import dev.egresso.mesh.Origin;
import dev.egresso.mesh.Reason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What is written reads back as it was, for a reader of YAML 1.1 and for one of 1.2. */
class RoundTripTest {
    private static final Origin ORIGIN = new Origin.Fixed(Reason.of("kind"));

    static List<String> hostile() {
        return HostileStrings.ALL;
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void a_string_that_looks_like_something_else_stays_itself(String text) {
        readsBack(text);
    }

    @Property(tries = 500, seed = "20261124")
    void any_string_stays_itself(@ForAll("strings") String text) {
        readsBack(text);
    }

    @Property(tries = 300, seed = "20261124")
    void any_string_stays_itself_on_its_own(@ForAll("strings") String text) {
        assertThat(fromOld("a: " + YamlScalar.of(text))).isEqualTo(Map.of("a", text));
        assertThat(fromNew("a: " + YamlScalar.of(text))).isEqualTo(Map.of("a", text));
    }

    @Provide
    Arbitrary<String> strings() {
        Arbitrary<String> signs = Arbitraries.strings()
                .withChars("ynotfaul0123456789xe.:-_~#&*!|>%@`'\"\\{}[],?= \t\r\n/\u0085\u00a0\u2028\ufeff")
                .ofMaxLength(8);
        Arbitrary<String> any = Arbitraries.integers()
                .between(0, Character.MAX_CODE_POINT)
                .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                .list()
                .ofMaxSize(12)
                .map(points -> points.stream()
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString());
        return Arbitraries.oneOf(Arbitraries.of(HostileStrings.ALL), signs, any);
    }

    @Property(tries = 200, seed = "20261124")
    void half_a_character_does_no_harm(@ForAll String text) {
        Manifest manifest = manifest(text + '\ud83d');
        assertThat(YamlWriter.lines(manifest)).doesNotContainNull();
    }

    static List<Matrix.Case> cases() {
        return Matrix.cases().toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_resource_reads_back_as_its_tree(Matrix.Case each) {
        for (Manifest manifest : each.bundle().manifests()) {
            String text = YamlWriter.text(manifest);
            assertThat(fromOld(text)).isEqualTo(value(manifest.root()));
            assertThat(fromNew(text)).isEqualTo(value(manifest.root()));
        }
    }

    @Test
    void several_resources_are_several_documents() {
        List<Manifest> manifests = Matrix.named("service").bundle().manifests();
        Iterable<Object> documents =
                new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(YamlWriter.text(manifests));
        assertThat(documents)
                .containsExactlyElementsOf(
                        manifests.stream().map(each -> value(each.root())).toList());
    }

    private static void readsBack(String text) {
        Manifest manifest = manifest(text);
        String written = YamlWriter.text(manifest);
        assertThat(fromOld(written)).as(written).isEqualTo(value(manifest.root()));
        assertThat(fromNew(written)).as(written).isEqualTo(value(manifest.root()));
        assertThat(String.join(
                                "\n",
                                YamlWriter.lines(manifest).stream()
                                        .map(Line::text)
                                        .toList()) + "\n")
                .isEqualTo(written);
    }

    /** The text in each place that one can stand in. */
    private static Manifest manifest(String text) {
        Node scalar = new Node.Known(text, Node.Type.STRING, ORIGIN);
        Node list = new Node.Sequence(List.of(scalar, mapping("in", scalar), scalar), ORIGIN);
        return new Manifest(
                Kind.SERVICE_ENTRY,
                new Node.Mapping(
                        List.of(
                                new Node.Field("value", false, ORIGIN, scalar),
                                new Node.Field("list", false, ORIGIN, list),
                                new Node.Field("labels", false, ORIGIN, mapping(text, scalar))),
                        ORIGIN));
    }

    private static Node mapping(String key, Node value) {
        return new Node.Mapping(List.of(new Node.Field(key, true, ORIGIN, value)), ORIGIN);
    }

    private static Object value(Node node) {
        if (node instanceof Node.Mapping mapping) {
            Map<String, Object> values = new LinkedHashMap<>();
            mapping.fields().forEach(field -> values.put(field.key(), value(field.value())));
            return values;
        }
        if (node instanceof Node.Sequence sequence) {
            return sequence.items().stream().map(RoundTripTest::value).toList();
        }
        Node.Known known = (Node.Known) node;
        return known.type() == Node.Type.INTEGER ? Integer.valueOf(known.text()) : known.text();
    }

    private static Object fromOld(String text) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
    }

    private static Object fromNew(String text) {
        return new Load(LoadSettings.builder().build()).loadFromString(text);
    }
}
