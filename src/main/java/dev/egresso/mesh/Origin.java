package dev.egresso.mesh;

import java.util.LinkedHashSet;
import java.util.Set;

/** Where a node of a manifest came from, so that a reader can ask why it is there. */
public sealed interface Origin {
    /** The questions whose answers feed this node. */
    Set<FieldId> fields();

    /** Why the node is as it is. */
    Reason because();

    /** Taken from an answer as it was given. */
    record Answered(FieldId field) implements Origin {
        @Override
        public Set<FieldId> fields() {
            return Set.of(field);
        }

        @Override
        public Reason because() {
            return Reason.of("answered", "field", field.id());
        }
    }

    /** Worked out from answers. */
    record Derived(Set<FieldId> fields, Reason because) implements Origin {
        public Derived {
            fields = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(fields));
        }
    }

    /** The same in every set that is made. */
    record Fixed(Reason because) implements Origin {
        @Override
        public Set<FieldId> fields() {
            return Set.of();
        }
    }

    /** Found in a file. */
    record Read(String file, int line) implements Origin {
        @Override
        public Set<FieldId> fields() {
            return Set.of();
        }

        @Override
        public Reason because() {
            return Reason.of("read", "file", file, "line", Integer.toString(line));
        }
    }
}
