package dev.egresso.reopen;

import dev.egresso.mesh.Answers;
import dev.egresso.mesh.FieldId;
import dev.egresso.mesh.Kind;
import dev.egresso.mesh.Manifest;
import dev.egresso.mesh.Namespace;
import dev.egresso.mesh.Node;
import dev.egresso.mesh.Place;
import dev.egresso.yaml.Line;
import dev.egresso.yaml.ReadSet;
import dev.egresso.yaml.TextDocuments;
import dev.egresso.yaml.TextLines;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Opened files as the answers make them.
 *
 * @param texts of each file by its name
 * @param read what the texts come to
 * @param changes what was done to them
 * @param refusals what could not be done to a text without doing more
 * @param resources those of the route as they are in the new texts, each node with where it comes from
 */
public record EditedSet(
        Map<String, String> texts,
        ReadSet read,
        Changes changes,
        List<Refusal> refusals,
        Map<Kind, Resource> resources) {

    /**
     * A resource of the route.
     *
     * @param file that it stands in
     * @param manifest as it is read from the new text
     * @param labelled the same, with origins
     */
    public record Resource(String file, Manifest manifest, Manifest labelled) {}

    public EditedSet {
        texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
        refusals = List.copyOf(refusals);
        resources = Collections.unmodifiableMap(new EnumMap<>(resources));
    }

    static EditedSet of(OpenedSet opened, Changes changes, Answers now) {
        FieldEdits edits = FieldEdits.of(opened.texts(), opened.read(), changes.fields());
        Work work = new Work(opened, changes, edits.texts(), edits.read());
        changes.coming().forEach(manifest -> work.put(manifest, now));
        changes.going().forEach(work::take);
        return new EditedSet(work.texts, work.read, changes, edits.refusals(), work.resources());
    }

    /** Whether all that was to be changed is, and nothing that was put in still waits for an answer. */
    public boolean isWhole() {
        return refusals.isEmpty() && !changes.hasHoles();
    }

    /** The lines of a resource of the route, comments and all; none if it is not there. */
    public List<Line> lines(Kind kind) {
        Resource resource = resources.get(kind);
        return resource == null ? List.of() : TextLines.of(read, resource.manifest(), resource.labelled());
    }

    /** The file that a resource of the route stands in, empty if it is not there. */
    public String file(Kind kind) {
        return resources.containsKey(kind) ? resources.get(kind).file() : "";
    }

    /** The names of the files that are no longer as they were read. */
    public List<String> changedFiles(OpenedSet opened) {
        return texts.keySet().stream()
                .filter(name -> !texts.get(name).equals(opened.texts().get(name)))
                .toList();
    }

    /** The texts on their way, and where in them the resources of the route stand. */
    private static final class Work {
        private final OpenedSet opened;
        private final Changes changes;
        private final Map<String, String> texts;
        private final Map<Kind, Integer> places = new EnumMap<>(Kind.class);
        private final Map<Kind, Manifest> labelled = new EnumMap<>(Kind.class);
        private ReadSet read;

        Work(OpenedSet opened, Changes changes, Map<String, String> texts, ReadSet read) {
            this.opened = opened;
            this.changes = changes;
            this.texts = new LinkedHashMap<>(texts);
            this.read = read;
            for (Manifest manifest : opened.route().manifests()) {
                places.put(manifest.kind(), FieldEdits.indexOf(manifest, opened.read()));
                labelled.put(manifest.kind(), Labelled.of(manifest, changes));
            }
        }

        /** Behind the resource of the route that comes before it in the usual order. */
        void put(Manifest manifest, Answers now) {
            Kind behind = Kind.SERVICE_ENTRY;
            for (Kind kind : places.keySet()) {
                behind = kind.compareTo(manifest.kind()) < 0 ? kind : behind;
            }
            int index = places.get(behind);
            Manifest there = read.manifests().get(index);
            Manifest fit = fit(manifest, now);
            texts.put(file(there), TextDocuments.with(read, there, FieldEdits.withoutHoles(fit)));
            read = FieldEdits.read(texts);
            places.replaceAll((kind, at) -> at > index ? at + 1 : at);
            places.put(manifest.kind(), index + 1);
            labelled.put(manifest.kind(), fit);
        }

        void take(Manifest manifest) {
            int index = places.remove(manifest.kind());
            labelled.remove(manifest.kind());
            Manifest there = read.manifests().get(index);
            texts.put(file(there), TextDocuments.without(read, there));
            read = FieldEdits.read(texts);
            places.replaceAll((kind, at) -> at > index ? at - 1 : at);
        }

        /** Files that leave the namespace to kubectl go on doing so. */
        private Manifest fit(Manifest manifest, Answers now) {
            boolean left = !Place.of(opened.route().entry().manifest())
                    .at("metadata", "namespace")
                    .exists();
            boolean said = now.text(FieldId.NAMESPACE).isPresent()
                    || !manifest.namespace().equals(Namespace.DEFAULT.name());
            return left && !said ? withoutNamespace(manifest) : manifest;
        }

        private static Manifest withoutNamespace(Manifest manifest) {
            List<Node.Field> fields = new ArrayList<>();
            for (Node.Field field : manifest.root().fields()) {
                boolean metadata = field.key().equals("metadata") && field.value() instanceof Node.Mapping;
                Node value = metadata ? without((Node.Mapping) field.value(), "namespace") : field.value();
                fields.add(new Node.Field(field.key(), field.free(), field.origin(), value));
            }
            return new Manifest(
                    manifest.kind(), new Node.Mapping(fields, manifest.root().origin()));
        }

        private static Node.Mapping without(Node.Mapping mapping, String key) {
            return new Node.Mapping(
                    mapping.fields().stream()
                            .filter(field -> !field.key().equals(key))
                            .toList(),
                    mapping.origin());
        }

        private static String file(Manifest manifest) {
            return FieldEdits.file(manifest);
        }

        Map<Kind, Resource> resources() {
            Map<Kind, Resource> resources = new EnumMap<>(Kind.class);
            places.forEach((kind, index) -> {
                Manifest manifest = read.manifests().get(index);
                resources.put(kind, new Resource(file(manifest), manifest, labelled.get(kind)));
            });
            return resources;
        }
    }
}
