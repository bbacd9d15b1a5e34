package dev.egresso.explain;

import dev.egresso.mesh.FieldPath;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The texts of all fields, found by path; the most specific one wins. */
public final class Explanations {
    private final Map<String, Explanation> byPath = new LinkedHashMap<>();

    public Explanations(Collection<Explanation> all) {
        all.forEach(explanation -> byPath.put(explanation.path(), explanation));
    }

    /** The text of a field; an item of a list without a text of its own has that of its list. */
    public Optional<Explanation> of(FieldPath path) {
        Explanation exact = byPath.get(path.pattern());
        if (exact != null || !path.isItem()) {
            return Optional.ofNullable(exact);
        }
        return of(path.parent());
    }

    public Collection<Explanation> all() {
        return byPath.values();
    }
}
