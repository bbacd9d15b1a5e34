package dev.egresso.yaml;

import dev.egresso.mesh.FieldChange;
import dev.egresso.mesh.FieldPath;
import dev.egresso.mesh.Manifest;
import dev.egresso.mesh.Place;
import java.util.List;

/**
 * Puts whole resources into a text that was read, or takes them out of it. What stands beside them stays to the last byte.
 */
public final class TextDocuments {
    private static final FieldPath.Name ITEMS = new FieldPath.Name("items");

    private TextDocuments() {}

    /** The text with one more resource, behind one that it holds already. */
    public static String with(ReadSet read, Manifest behind, Manifest more) {
        Source source = read.source(behind).orElseThrow();
        if (source.item() >= 0) {
            return spliced(source, source.item() + 1, new FieldChange.Insert(Place.of(behind), more.root()));
        }
        String text = source.text();
        String lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
        String written = source.isJson() ? JsonObject.pretty(more.root()) + "\n" : "---\n" + YamlWriter.text(more);
        boolean ended = source.to() == 0 || text.charAt(source.to() - 1) == '\n';
        return text.substring(0, source.to())
                + (ended ? "" : lineEnd)
                + written.replace("\n", lineEnd)
                + (source.isJson() ? text.substring(source.to()).stripLeading() : text.substring(source.to()));
    }

    /**
     * The text without a resource, with the comments that stand before and behind it in its document.
     *
     * @throws Unchangeable where it shares its document with others
     */
    public static String without(ReadSet read, Manifest gone) {
        Source source = read.source(gone).orElseThrow();
        if (source.item() >= 0) {
            return spliced(source, source.item(), new FieldChange.Take(Place.of(gone)));
        }
        if (read.document(gone).isEmpty() && !source.isJson()) {
            throw new Unchangeable("it shares its document with others");
        }
        String text = source.text();
        String rest = text.substring(source.to());
        return text.substring(0, source.from()) + (source.isJson() ? rest.stripLeading() : rest);
    }

    /** The text with one item of a list of resources more, or less. */
    private static String spliced(Source source, int item, FieldChange change) {
        Spot root = SpotReader.read(source).get(source.document());
        Splice splice = new DocumentEditor(source.slice(), source.isJson(), root)
                .splice(List.of(ITEMS, new FieldPath.Index(item)), change);
        String text = source.text();
        return text.substring(0, source.from() + splice.from())
                + splice.text()
                + text.substring(source.from() + splice.to());
    }
}
