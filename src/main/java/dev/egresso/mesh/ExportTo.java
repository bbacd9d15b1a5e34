package dev.egresso.mesh;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The namespaces that get to see a resource: its field {@code exportTo}, all of them if it is empty.
 *
 * @param owner the namespace of the resource itself, which a dot stands for
 */
public record ExportTo(Set<String> namespaces, String owner) {
    private static final String ALL = "*";
    private static final String OWN = ".";
    private static final String NONE = "~";

    public ExportTo {
        namespaces = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(namespaces));
    }

    /** @param otherwise the namespaces where the field says nothing, as the settings of the mesh have it */
    public static ExportTo of(Place field, String owner, List<String> otherwise) {
        Set<String> namespaces = new LinkedHashSet<>();
        field.items().forEach(item -> item.text().ifPresent(namespaces::add));
        return new ExportTo(namespaces, owner).orElse(otherwise);
    }

    ExportTo orElse(List<String> otherwise) {
        return namespaces.isEmpty() ? new ExportTo(new LinkedHashSet<>(otherwise), owner) : this;
    }

    public boolean isPublic() {
        return namespaces.isEmpty() || namespaces.contains(ALL);
    }

    /** Whether an application in this namespace sees the resource. */
    public boolean reaches(String namespace) {
        if (isPublic()) {
            return true;
        }
        return !namespaces.contains(NONE)
                && (namespaces.contains(namespace) || owner.equals(namespace) && namespaces.contains(OWN));
    }

    /** Whether nobody but the own namespace sees it. */
    public boolean isPrivate() {
        return namespaces.size() == 1 && (namespaces.contains(OWN) || namespaces.contains(owner));
    }
}
