package dev.egresso.yaml;

import dev.egresso.mesh.FieldChange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Changes fields of resources in the texts that they were read from. What is not changed stays as it is to the last byte:
 * comments, order, quotes, line ends. Each changed document is read again and has to hold what it held, with nothing but the
 * changes; what would touch another place, by an anchor or by an unusual form of writing, is refused.
 *
 * <pre>{@code
 * ReadSet read = ManifestReader.read("routes.yaml", text);
 * Place rewrite = Place.of(read.manifests().get(0)).at("spec", "http").item(0).at("rewrite");
 * Edited edited = TextEdits.of(read, FieldChange.put(rewrite.at("authority"), "example.com"));
 * String changed = edited.texts().getOrDefault("routes.yaml", text);
 * }</pre>
 *
 * <p>Places are those of the resources as they were read, also where a change before them in the list moves the items of a
 * list. Changes that touch each other are made one at a time: {@link Edited.What#LATER} asks to read the new text and to come
 * again.
 */
public final class TextEdits {
    private TextEdits() {}

    /** Each change by itself. */
    public static Edited of(ReadSet read, FieldChange... changes) {
        return of(read, Arrays.stream(changes).map(List::of).toList());
    }

    /** @param wholes changes that are made together or not at all; those of one whole are of one resource */
    public static Edited of(ReadSet read, List<List<FieldChange>> wholes) {
        Edited.Outcome[] outcomes = new Edited.Outcome[wholes.size()];
        Map<Source, List<DocumentEdits.Whole>> byDocument = new LinkedHashMap<>();
        for (int i = 0; i < wholes.size(); i++) {
            Optional<Source> source = source(read, wholes.get(i));
            if (source.isPresent()) {
                byDocument
                        .computeIfAbsent(source.get().whole(), any -> new ArrayList<>())
                        .add(new DocumentEdits.Whole(i, source.get(), wholes.get(i)));
            } else {
                outcomes[i] = Edited.Outcome.refused("it was not read from one text");
            }
        }
        Map<String, TreeMap<Integer, Splice>> splices = new LinkedHashMap<>();
        Map<String, String> texts = new LinkedHashMap<>();
        byDocument.forEach((document, changes) -> {
            String after = DocumentEdits.edit(document, changes, outcomes);
            if (!after.equals(document.slice())) {
                texts.put(document.file(), document.text());
                splices.computeIfAbsent(document.file(), any -> new TreeMap<>(Comparator.naturalOrder()))
                        .put(document.from(), new Splice(document.from(), document.to(), after));
            }
        });
        texts.replaceAll((file, text) -> Splice.all(text, splices.get(file).values()));
        return new Edited(texts, List.of(outcomes));
    }

    private static Optional<Source> source(ReadSet read, List<FieldChange> whole) {
        List<Optional<Source>> sources = whole.stream()
                .map(change -> read.source(change.place().manifest()))
                .distinct()
                .toList();
        return sources.size() == 1 ? sources.get(0) : Optional.empty();
    }
}
