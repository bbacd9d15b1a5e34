package dev.egresso.yaml;

import dev.egresso.mesh.FieldPath;
import java.util.List;
import java.util.Optional;

/** Finds where fields stand in the text of one document. */
final class SpanFinder {
    private final Source source;
    private final Optional<Spot> root;

    SpanFinder(Source source) {
        this.source = source;
        this.root = root(source);
    }

    /** SnakeYAML reads JSON too; what only a JSON reader takes has no spans. */
    static Optional<Spot> root(Source source) {
        try {
            List<Spot> documents = SpotReader.read(source);
            Optional<Spot> document = source.document() < documents.size()
                    ? Optional.of(documents.get(source.document()))
                    : Optional.empty();
            return source.item() < 0
                    ? document
                    : document.flatMap(list -> list.entry("items"))
                            .map(Spot.Entry::value)
                            .flatMap(items -> items.item(source.item()));
        } catch (Unreadable onlyJson) {
            return Optional.empty();
        }
    }

    /** Of the field at this path, or of the nearest one above that is there. */
    Optional<Span> find(FieldPath path) {
        Optional<Spot> at = root;
        Optional<Span> span = at.map(spot -> span(spot, spot));
        for (FieldPath.Step step : path.steps()) {
            Optional<Span> above = span;
            at = at.map(spot -> spot instanceof Spot.Alias alias ? alias.anchored() : spot);
            if (step instanceof FieldPath.Index index) {
                at = at.flatMap(spot -> spot.item(index.index()));
                span = at.map(spot -> span(spot, spot)).or(() -> above);
            } else {
                Optional<Spot.Entry> entry = at.flatMap(spot -> spot.entry(name(step)));
                at = entry.map(Spot.Entry::value);
                span = entry.map(found -> span(found.key(), found.value())).or(() -> above);
            }
        }
        return span;
    }

    static String name(FieldPath.Step step) {
        return step instanceof FieldPath.Name name ? name.name() : ((FieldPath.Entry) step).key();
    }

    private Span span(Spot key, Spot value) {
        return new Span(
                source.line() + key.at().line() + 1,
                key.at().column() + 1,
                source.from() + key.at().start(),
                source.from() + value.at().start(),
                source.from() + value.to());
    }
}
