package dev.egresso.reopen;

import dev.egresso.mesh.FieldId;
import dev.egresso.mesh.Node;
import dev.egresso.mesh.Origin;
import dev.egresso.mesh.Place;
import java.util.Set;

/**
 * What somebody wants who changed answers.
 *
 * @param changed the answers that are others now
 */
record Wishes(Set<FieldId> changed, Changes changes) {

    /** Whether the answer that a line belongs to first of all was changed. */
    boolean ask(Origin origin) {
        return origin.fields().stream().findFirst().filter(changed::contains).isPresent();
    }

    /** Leaves a line as it is, and says so if it is one that the changed answers would have written otherwise. */
    void keep(Place file, Node wanted) {
        wanted.origin().fields().stream()
                .filter(changed::contains)
                .findFirst()
                .ifPresent(field ->
                        changes.keep(new Kept(file, field, wanted instanceof Node.Known known ? known.text() : "")));
    }
}
