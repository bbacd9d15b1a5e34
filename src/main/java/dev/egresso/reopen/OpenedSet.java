package dev.egresso.reopen;

import dev.egresso.mesh.Answers;
import dev.egresso.mesh.Draft;
import dev.egresso.mesh.FieldId;
import dev.egresso.mesh.Surroundings;
import dev.egresso.yaml.ReadSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * One route of files that were opened: the texts as they were read, and the answers that come closest to them.
 *
 * @param texts of each file by the name that it was read under, in the order in which they were named
 * @param read what the texts came to
 * @param route the one that is being worked on
 * @param answers as they were read from it
 */
public record OpenedSet(Map<String, String> texts, ReadSet read, FoundRoute route, Answers answers) {
    public OpenedSet {
        texts = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(texts));
    }

    public static OpenedSet of(Map<String, String> texts, ReadSet read, FoundRoute route) {
        return new OpenedSet(texts, read, route, AnswersReader.read(route));
    }

    /** The files as they are to be with other answers. */
    public EditedSet with(Answers now, Surroundings surroundings) {
        Draft before = Draft.of(answers, surroundings);
        Draft after = Draft.of(now, surroundings);
        Changes changes = Merge.of(
                route, Counterparts.of(route, before), before.manifests(), after.manifests(), changed(answers, now));
        return EditedSet.of(this, changes, now);
    }

    /** The questions that two sets of answers answer otherwise. */
    static Set<FieldId> changed(Answers before, Answers now) {
        Set<FieldId> changed = new LinkedHashSet<>();
        for (FieldId field : FieldId.all()) {
            if (!Objects.equals(before.text(field), now.text(field))) {
                changed.add(field);
            }
        }
        return changed;
    }
}
