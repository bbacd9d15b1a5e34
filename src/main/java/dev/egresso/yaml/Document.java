package dev.egresso.yaml;

import dev.egresso.mesh.Kind;
import dev.egresso.mesh.Manifest;

/**
 * One resource as it will stand in a file; its text may carry comments that the resource does not know of.
 *
 * @param name of the resource; it tells apart the files of several resources of one kind
 */
public record Document(Kind kind, String name, String text) {
    public Document {
        text = text.endsWith("\n") ? text : text + "\n";
    }

    public static Document of(Manifest manifest) {
        return new Document(manifest.kind(), manifest.name(), YamlWriter.text(manifest));
    }
}
