package dev.egresso.reopen;

import dev.egresso.mesh.Answers;
import dev.egresso.mesh.Draft;
import dev.egresso.mesh.FieldId;
import dev.egresso.mesh.Kind;
import dev.egresso.mesh.Manifest;
import dev.egresso.mesh.Registration;
import dev.egresso.mesh.Surroundings;
import dev.egresso.yaml.ReadSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One route of files that were opened: the texts as they were read, and the answers that come closest to them.
 *
 * @param texts of each file by the name that it was read under, in the order in which they were named
 * @param onDisk what the files hold now: the texts, or what was written since
 * @param read what the texts came to
 * @param route the one that is being worked on
 * @param answers as they were read from it
 */
public record OpenedSet(
        Map<String, String> texts, Map<String, String> onDisk, ReadSet read, FoundRoute route, Answers answers) {
    public OpenedSet {
        texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
        onDisk = Collections.unmodifiableMap(new LinkedHashMap<>(onDisk));
    }

    public static OpenedSet of(Map<String, String> texts, ReadSet read, FoundRoute route) {
        return new OpenedSet(texts, texts, read, route, AnswersReader.read(route));
    }

    /** After these texts were written; changes still begin with the texts as they were read, so that undo leads back there. */
    public OpenedSet onDiskNow(Map<String, String> written) {
        return new OpenedSet(texts, written, read, route, answers);
    }

    /** The files as they are to be with other answers. */
    public EditedSet with(Answers now, Surroundings surroundings) {
        Draft before = Draft.of(answers, around(answers, surroundings));
        Draft after = Draft.of(now, around(now, surroundings));
        Changes changes =
                Merge.of(route, Counterparts.of(route, before), before.manifests(), after.manifests(), changed(now));
        return EditedSet.of(this, changes, now);
    }

    /**
     * What answers are to be read beside. As long as the route has the host that its ServiceEntry was written for, no other one
     * takes its place; another host may be one that somebody registered already, in these files or elsewhere.
     */
    public Surroundings around(Answers now, Surroundings surroundings) {
        boolean same = route.externalHost().equalsIgnoreCase(host(now));
        Manifest own = route.entry().manifest();
        Stream<Manifest> inFiles =
                same ? Stream.empty() : read.manifests().stream().filter(OpenedSet::isEntry);
        List<Manifest> others = Stream.concat(surroundings.inventory().resources().stream(), inFiles)
                .filter(manifest -> !isEntry(manifest) || !same && !isSame(own, manifest))
                .toList();
        return surroundings.withInventory(surroundings.inventory().with(others));
    }

    private static String host(Answers now) {
        Draft writing = Draft.of(now.with(FieldId.SERVICE_ENTRY, Registration.CREATE.word()), Surroundings.unknown());
        return writing.manifests().get(0).text("spec.hosts[0]").orElse("");
    }

    private static boolean isEntry(Manifest manifest) {
        return manifest.kind() == Kind.SERVICE_ENTRY;
    }

    private static boolean isSame(Manifest one, Manifest other) {
        return one.name().equals(other.name()) && one.namespace().equals(other.namespace());
    }

    /** The questions that are answered otherwise than they were read. */
    public Set<FieldId> changed(Answers now) {
        Set<FieldId> changed = new LinkedHashSet<>();
        for (FieldId field : FieldId.all()) {
            if (!Objects.equals(answers.text(field), now.text(field))) {
                changed.add(field);
            }
        }
        return changed;
    }
}
