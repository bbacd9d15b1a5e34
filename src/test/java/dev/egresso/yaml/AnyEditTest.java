package dev.egresso.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.RuleTexts;
import dev.egresso.mesh.FieldChange;
import dev.egresso.mesh.Manifest;
import dev.egresso.mesh.Node;
import dev.egresso.mesh.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.representer.Representer;

/** Any field of any resource, written in any style, can be changed, and nothing else changes with it. */
class AnyEditTest {
    private static final List<String> TEXTS = texts();

    /** A way of writing. */
    enum Style {
        AS_IT_IS,
        WIDE,
        FLOW,
        JSON,
        CRLF,
        UNENDED
    }

    /** @param where which of all places, @param how 0 to put a text, 1 an object, 2 to take, 3 to insert before */
    record Wish(String text, Style style, int where, int how, String value) {}

    @Provide
    Arbitrary<Wish> wishes() {
        Arbitrary<String> values = Arbitraries.oneOf(
                Arbitraries.of(
                        "example.com",
                        "443",
                        "/a/b",
                        "",
                        "it's",
                        "a: b",
                        "- x",
                        "# no",
                        "{}",
                        "y",
                        "\u00e4 \ud83d\ude00"),
                Arbitraries.strings()
                        .withChars("ab:#'\"{}[],&*!|> -\n\t\u0085\ufeff")
                        .ofMaxLength(6));
        return Combinators.combine(
                        Arbitraries.of(TEXTS),
                        Arbitraries.of(Style.class),
                        Arbitraries.integers().between(0, 500),
                        Arbitraries.integers().between(0, 4),
                        values)
                .as(Wish::new);
    }

    @Property(tries = 2000, seed = "20261124")
    void a_change_is_made_and_nothing_else_changes(@ForAll("wishes") Wish wish) {
        String text = written(wish.text(), wish.style());
        ReadSet read = ManifestReader.read(wish.style() == Style.JSON ? "a.json" : "a.yaml", text);
        assertThat(read.faults()).as(text).isEmpty();
        List<Place> places =
                read.manifests().stream().flatMap(AnyEditTest::places).toList();
        Place place = places.get(wish.where() % places.size());
        FieldChange change = change(place, wish);
        Edited edited = TextEdits.of(read, change);
        assertThat(edited.outcomes()).as(change + "\n" + text).containsExactly(Edited.Outcome.DONE);
        String after = edited.texts().values().stream().findFirst().orElse(text);
        assertThat(comments(after)).as(after).isSubsetOf(comments(text));
        assertThat(after.endsWith("\n")).as(after).isEqualTo(text.endsWith("\n"));
        if (wish.style() == Style.CRLF) {
            assertThat(after.replace("\r\n", "")).doesNotContain("\n");
        }
        if (!(change instanceof FieldChange.Take) && !(place.node().orElse(null) instanceof Node.Mapping)) {
            assertThat(comments(text)).as(after).isSubsetOf(comments(after));
        }
    }

    private static FieldChange change(Place place, Wish wish) {
        boolean item = place.path().isItem();
        return switch (wish.how()) {
            case 0 -> FieldChange.put(place, wish.value());
            case 1 -> FieldChange.put(deep(place, wish.value()), 443);
            case 2 -> FieldChange.take(place);
            case 3 ->
                item
                        ? new FieldChange.Insert(
                                place,
                                FieldChange.put(place, wish.value()) instanceof FieldChange.Put put
                                        ? put.value()
                                        : null)
                        : FieldChange.put(place, List.of(wish.value(), "z"));
            default ->
                item
                        ? FieldChange.put(behindLast(place).at("new", "field"), true)
                        : FieldChange.put(place.above().orElseThrow().at("brandNew"), wish.value());
        };
    }

    private static Place behindLast(Place item) {
        Place list = item.above().orElseThrow();
        return list.item(list.items().size());
    }

    /** Below an object a new one; a value has nothing below it. */
    private static Place deep(Place place, String key) {
        return place.node().orElseThrow() instanceof Node.Mapping
                ? place.at("k" + key.replaceAll("\\W", ""), "in")
                : place;
    }

    private static Stream<Place> places(Manifest manifest) {
        List<Place> all = new ArrayList<>();
        collect(Place.of(manifest), all);
        return all.stream().filter(place -> !place.path().isTop());
    }

    private static void collect(Place place, List<Place> all) {
        all.add(place);
        place.fields().forEach(field -> collect(field, all));
        place.items().forEach(item -> collect(item, all));
    }

    private static Collection<String> comments(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("#"))
                .toList();
    }

    private static String written(String text, Style style) {
        return switch (style) {
            case AS_IT_IS -> text;
            case CRLF -> text.replace("\n", "\r\n");
            case UNENDED -> text.stripTrailing();
            case WIDE -> dumped(text, DumperOptions.FlowStyle.BLOCK, 4, 2);
            case FLOW -> dumped(text, DumperOptions.FlowStyle.FLOW, 2, 0);
            case JSON ->
                ManifestReader.read("a.yaml", text).manifests().stream()
                        .map(manifest -> JsonObject.pretty(manifest.root()))
                        .reduce("", (one, other) -> one + other + "\n");
        };
    }

    private static String dumped(String text, DumperOptions.FlowStyle flow, int indent, int hyphen) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(flow);
        options.setIndent(indent);
        options.setIndicatorIndent(hyphen);
        options.setIndentWithIndicator(hyphen > 0);
        options.setExplicitStart(true);
        Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()), new Representer(options), options);
        List<Object> documents = new ArrayList<>();
        yaml.loadAll(text).forEach(documents::add);
        return yaml.dumpAll(documents.iterator());
    }

    private static List<String> texts() {
        return RuleTexts.all().stream()
                .filter(text -> ManifestReader.read("a.yaml", text).faults().isEmpty())
                .filter(text -> !ManifestReader.read("a.yaml", text).manifests().isEmpty())
                .toList();
    }
}
