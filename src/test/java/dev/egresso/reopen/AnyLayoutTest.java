package dev.egresso.reopen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.mesh.Answers;
import dev.egresso.mesh.Draft;
import dev.egresso.mesh.FieldChange;
import dev.egresso.mesh.FieldId;
import dev.egresso.mesh.FieldPath;
import dev.egresso.mesh.Kind;
import dev.egresso.mesh.Manifest;
import dev.egresso.mesh.Matrix;
import dev.egresso.mesh.Node;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.Problem;
import dev.egresso.mesh.Surroundings;
import dev.egresso.yaml.TextDifference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Both promises of re-opening, over every kind of route in layouts that nobody has thought of. */
class AnyLayoutTest {
    private static final List<Matrix.Case> CASES = Matrix.cases().toList();

    private static final List<String> CHANGES = List.of(
            "external-url https://other.example.net",
            "external-url https://other.example.net:9443/v9/",
            "external-url https://other.example.net/a/file.txt",
            "external-url http://other.example.net",
            "external-url tcp://other.example.net:7007",
            "internal-host other",
            "internal-host other.place",
            "protocol GRPC",
            "tls mesh",
            "tls app",
            "tls none",
            "shape classic",
            "shape isolated",
            "path keep",
            "path base",
            "internal-service create",
            "internal-service exists",
            "namespace elsewhere",
            "name renamed",
            "internal-port 8088",
            "match-path /other",
            "match-path /other/",
            "match-kind any",
            "resolution DNS_ROUND_ROBIN",
            "endpoints 198.51.100.7",
            "endpoints 198.51.100.7, 198.51.100.8, 198.51.100.9",
            "endpoints ",
            "location MESH_INTERNAL",
            "location MESH_EXTERNAL",
            "export-to .",
            "export-to a, b",
            "export-to *",
            "sni front.example.org",
            "sni auto",
            "sni ",
            "subject-alt-names a.example.org, b.example.org",
            "subject-alt-names auto",
            "ca-certificates /etc/other/ca.crt",
            "ca-certificates ",
            "client-certificate /etc/other/tls.crt",
            "workload-selector app=other, tier=x",
            "timeout 7s",
            "timeout ",
            "retries 4 1s 503",
            "retries 1",
            "retries ",
            "api-version v1beta1",
            "tls-route sni",
            "tls-route none");

    @Provide
    Arbitrary<Matrix.Case> routes() {
        return Arbitraries.of(CASES);
    }

    @Provide
    Arbitrary<String> changes() {
        return Arbitraries.of(CHANGES);
    }

    @Property(tries = 200)
    void unchanged_answers_leave_the_same_bytes(@ForAll("routes") Matrix.Case route, @ForAll long layout) {
        OpenedSet opened = opened(route, layout);
        EditedSet same = opened.with(opened.answers(), Surroundings.unknown());
        assertThat(same.texts()).isEqualTo(opened.texts());
        assertThat(same.changes().isEmpty()).isTrue();
    }

    @Property(tries = 500)
    void a_changed_answer_changes_the_lines_that_it_feeds(
            @ForAll("routes") Matrix.Case route, @ForAll("changes") String change, @ForAll long layout) {
        OpenedSet opened = opened(route, layout);
        FieldId field = FieldId.named(change.substring(0, change.indexOf(' '))).orElseThrow();
        Answers now = opened.answers().with(field, change.substring(change.indexOf(' ') + 1));
        Draft draft = Draft.of(now, Surroundings.unknown());
        Assume.that(!now.equals(opened.answers()));
        Assume.that(draft.route().isPresent());
        Assume.that(draft.problems().stream().noneMatch(Problem::isError));

        EditedSet edited = opened.with(now, Surroundings.unknown());

        String where = change + "\n" + difference(opened, edited);
        assertThat(edited.refusals()).as(where).isEmpty();
        assertThat(edited.read().faults()).as(where).isEmpty();
        saysWhatTheAnswersSay(opened, edited, draft, where);
        changesOnlyLinesOf(opened, edited, draft, where);
        keepsComments(opened, edited, where);
    }

    private static OpenedSet opened(Matrix.Case route, long layout) {
        String text = new RandomLayout(layout).write(route.bundle().manifests());
        Map<String, String> texts = Map.of("routes.yaml", text);
        dev.egresso.yaml.ReadSet read = FieldEdits.read(texts);
        assertThat(read.faults()).as(text).isEmpty();
        List<FoundRoute> found = FoundRoute.in(read.manifests());
        assertThat(found).as(text).hasSize(1);
        return OpenedSet.of(texts, read, found.get(0));
    }

    private static String difference(OpenedSet opened, EditedSet edited) {
        return TextDifference.between(
                        opened.texts().get("routes.yaml"), edited.texts().get("routes.yaml"))
                .unified("before", "after");
    }

    /** Names of VirtualServices stay, since another name would be another resource. */
    private static void saysWhatTheAnswersSay(OpenedSet opened, EditedSet edited, Draft draft, String where) {
        List<Manifest> wanted = draft.manifests();
        assertThat(edited.resources().keySet())
                .as(where)
                .containsExactlyInAnyOrderElementsOf(
                        wanted.stream().map(Manifest::kind).toList());
        for (Manifest manifest : wanted) {
            EditedSet.Resource resource = edited.resources().get(manifest.kind());
            String kept = manifest.kind() == Kind.VIRTUAL_SERVICE
                    ? opened.route()
                            .manifest(Kind.VIRTUAL_SERVICE)
                            .map(Manifest::name)
                            .orElse(manifest.name())
                    : manifest.name();
            assertThat(flat(resource.manifest())).as(where).isEqualTo(flat(manifest, kept));
            assertThat(flat(resource.labelled())).as(where).isEqualTo(flat(manifest, kept));
        }
    }

    private static Map<String, String> flat(Manifest manifest) {
        return flat(manifest, manifest.name());
    }

    private static Map<String, String> flat(Manifest manifest, String name) {
        Map<String, String> flat = new TreeMap<>();
        manifest.walk((path, node) -> {
            if (node instanceof Node.Known known) {
                flat.put(
                        path.field(),
                        known.type() + " " + (path.field().equals("metadata.name") ? name : known.text()));
            }
        });
        return flat;
    }

    /**
     * Where no item comes or goes, a line changes only if a value on it does. A difference of texts cannot tell which of two
     * equal lines went with an item.
     */
    private static void changesOnlyLinesOf(OpenedSet opened, EditedSet edited, Draft now, String where) {
        Draft was = Draft.of(opened.answers(), Surroundings.unknown());
        boolean sameForm = places(was).equals(places(now));
        if (!sameForm) {
            return;
        }
        List<String> goes = leaves(was, sameForm);
        List<String> comes = leaves(now, sameForm);
        List<String> both = new ArrayList<>(goes);
        both.retainAll(comes);
        for (String each : both) {
            if (comes.remove(each)) {
                goes.remove(each);
            }
        }
        for (FieldChange change : edited.changes().fields()) {
            boolean goesWhole = change instanceof FieldChange.Take;
            Node whole = goesWhole
                    ? change.place().node().orElseThrow()
                    : Changes.value(change).orElseThrow();
            whole(change.place().path(), whole, sameForm, goesWhole ? goes : comes);
        }
        EditedSet before = opened.with(opened.answers(), Surroundings.unknown());
        Map<Integer, Set<String>> old = rows(before, sameForm);
        Map<Integer, Set<String>> fresh = rows(edited, sameForm);
        TextDifference difference = TextDifference.between(
                ended(opened.texts().get("routes.yaml")), ended(edited.texts().get("routes.yaml")));
        for (TextDifference.Row row : difference.rows()) {
            if (isMoved(row, difference)) {
                continue;
            }
            if (row.kind() == TextDifference.Kind.REMOVED && old.containsKey(row.oldLine())) {
                holds(alike(row, opened.texts().get("routes.yaml"), old), goes, fresh.values(), comes, where + row);
            }
            if (row.kind() == TextDifference.Kind.ADDED && fresh.containsKey(row.newLine())) {
                holds(alike(row, edited.texts().get("routes.yaml"), fresh), comes, old.values(), goes, where + row);
            }
        }
    }

    /** An item goes with all that is in it, also where another one now says the same. */
    private static void whole(FieldPath path, Node node, boolean byPlace, List<String> values) {
        if (node instanceof Node.Known known) {
            values.add(leaf(path, known, byPlace));
        } else if (node instanceof Node.Mapping mapping) {
            mapping.fields().forEach(field -> whole(path.then(Manifest.step(field)), field.value(), byPlace, values));
        } else if (node instanceof Node.Sequence sequence) {
            for (int i = 0; i < sequence.items().size(); i++) {
                whole(path.then(new FieldPath.Index(i)), sequence.items().get(i), byPlace, values);
            }
        }
    }

    /** The values on the line, and on those that read the same: a difference of texts cannot tell which of them it was. */
    private static Set<String> alike(TextDifference.Row row, String text, Map<Integer, Set<String>> rows) {
        List<String> lines = text.lines().toList();
        Set<String> values = new LinkedHashSet<>();
        rows.forEach((line, held) -> {
            if (withoutComma(lines.get(line - 1)).equals(withoutComma(row.text()))) {
                values.addAll(held);
            }
        });
        return values;
    }

    private static String ended(String text) {
        return text.endsWith("\n") ? text : text + (text.contains("\r\n") ? "\r\n" : "\n");
    }

    /** A value on the line changes; or something beside them does, where many values stand on one line. */
    private static void holds(
            Set<String> line,
            List<String> changing,
            Collection<Set<String>> others,
            List<String> changingThere,
            String where) {
        boolean grown = others.stream()
                .anyMatch(other -> other.containsAll(line) && other.stream().anyMatch(changingThere::contains));
        boolean itself = line.stream().anyMatch(changing::contains);
        assertThat(itself || grown).as(where).isTrue();
    }

    /** The same line at another place; in JSON a line gets a comma for the one that comes behind it. */
    private static boolean isMoved(TextDifference.Row row, TextDifference difference) {
        return row.kind() != TextDifference.Kind.SAME
                && difference.rows().stream()
                        .anyMatch(other -> other.kind() != row.kind()
                                && other.kind() != TextDifference.Kind.SAME
                                && withoutComma(other.text()).equals(withoutComma(row.text())));
    }

    private static String withoutComma(String line) {
        return line.strip().replaceFirst(",$", "");
    }

    private static Set<String> places(Draft draft) {
        Set<String> places = new LinkedHashSet<>();
        draft.manifests()
                .forEach(manifest -> manifest.walk((path, node) -> {
                    if (path.isItem()) {
                        places.add(path.toString());
                    }
                }));
        return places;
    }

    /** Where items come and go, a place says nothing of what stands there. */
    private static String leaf(FieldPath path, Node.Known known, boolean byPlace) {
        return (byPlace ? path.toString() : path.pattern()) + " " + known.text();
    }

    private static List<String> leaves(Draft draft, boolean byPlace) {
        List<String> leaves = new ArrayList<>();
        draft.manifests()
                .forEach(manifest -> manifest.walk((path, node) -> {
                    if (node instanceof Node.Known known) {
                        leaves.add(leaf(path, known, byPlace));
                    }
                }));
        return leaves;
    }

    /** For each row the values that begin on it. */
    private static Map<Integer, Set<String>> rows(EditedSet set, boolean byPlace) {
        Map<Integer, Set<String>> rows = new TreeMap<>();
        set.resources().values().forEach(resource -> resource.manifest().walk((path, node) -> {
            if (node instanceof Node.Known known) {
                set.read().span(place(resource.manifest(), path)).ifPresent(span -> rows.computeIfAbsent(
                                span.line(), row -> new LinkedHashSet<>())
                        .add(leaf(path, known, byPlace)));
            }
        }));
        return rows;
    }

    private static Place place(Manifest manifest, FieldPath path) {
        Place place = Place.of(manifest);
        for (FieldPath.Step step : path.steps()) {
            place = step instanceof FieldPath.Index index
                    ? place.item(index.index())
                    : place.at(step instanceof FieldPath.Name name ? name.name() : ((FieldPath.Entry) step).key());
        }
        return place;
    }

    /** Where the resources keep their form, every comment stays. */
    private static void keepsComments(OpenedSet opened, EditedSet edited, String where) {
        boolean formKept = edited.changes().going().isEmpty()
                && edited.changes().fields().stream().noneMatch(change -> change instanceof FieldChange.Take);
        if (formKept) {
            assertThat(comments(edited.texts().get("routes.yaml")))
                    .as(where)
                    .isEqualTo(comments(opened.texts().get("routes.yaml")));
        }
    }

    private static List<String> comments(String text) {
        List<String> comments = new ArrayList<>();
        text.lines().forEach(line -> {
            Optional<Integer> at = Optional.of(line.indexOf("# note")).filter(index -> index >= 0);
            at.ifPresent(index -> comments.add(line.substring(index)));
        });
        return comments;
    }
}
