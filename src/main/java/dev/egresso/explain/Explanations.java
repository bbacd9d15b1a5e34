package dev.egresso.explain;

import dev.egresso.mesh.FieldPath;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The texts of all fields, found by path; the most specific one wins. */
public final class Explanations {
    private static final String ITEM = "[]";

    private final Map<String, Explanation> own = new LinkedHashMap<>();
    private final Supplier<Collection<Explanation>> readShared;
    private Map<String, Explanation> shared;

    /**
     * @param own of one field each
     * @param readShared of fields that stand in several places; give way to {@code own}, and are read when one is asked for
     */
    public Explanations(Collection<Explanation> own, Supplier<Collection<Explanation>> readShared) {
        own.forEach(explanation -> this.own.put(explanation.path(), explanation));
        this.readShared = readShared;
    }

    /** The text of a field; an item of a list without a text of its own has that of its list. */
    public Optional<Explanation> of(FieldPath path) {
        return of(path.pattern());
    }

    /** The text of the field at an open path such as {@code VirtualService/spec.http[].timeout}. */
    public Optional<Explanation> of(String pattern) {
        Optional<Explanation> exact =
                Optional.ofNullable(own.get(pattern)).or(() -> Optional.ofNullable(shared().get(pattern)));
        return exact.isPresent() || !pattern.endsWith(ITEM)
                ? exact
                : of(pattern.substring(0, pattern.length() - ITEM.length()));
    }

    public Collection<Explanation> all() {
        Map<String, Explanation> all = new LinkedHashMap<>(own);
        shared().forEach(all::putIfAbsent);
        return Collections.unmodifiableCollection(all.values());
    }

    private Map<String, Explanation> shared() {
        if (shared == null) {
            Map<String, Explanation> read = new LinkedHashMap<>();
            readShared.get().forEach(explanation -> read.put(explanation.path(), explanation));
            shared = read;
        }
        return shared;
    }
}
