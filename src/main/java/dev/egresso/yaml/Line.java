package dev.egresso.yaml;

import dev.egresso.mesh.FieldPath;
import dev.egresso.mesh.Node;
import dev.egresso.mesh.Origin;
import java.util.Optional;

/**
 * One line of a resource as it is written.
 *
 * @param text without the line end
 * @param path the deepest field that begins on this line
 * @param origin where the value came from; for a line that opens an object or a list, where that came from
 * @param keyColumn where the key begins, or the item of a list of plain values
 * @param valueColumn where the value begins; the length of the text if it stands on lines of its own
 * @param hole what is missing here, if anything
 */
public record Line(
        String text, FieldPath path, Origin origin, int keyColumn, int valueColumn, Optional<Node.Hole> hole) {

    /** The value as it is written, quotes and all; empty where none stands on this line. */
    public String value() {
        return text.substring(valueColumn);
    }
}
