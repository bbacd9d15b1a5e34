package dev.egresso.wizard;

import dev.egresso.mesh.FieldId;
import dev.egresso.mesh.InternalHost;
import dev.egresso.reopen.OpenedSet;
import dev.egresso.yaml.Layout;
import java.util.List;

/** Writes the set of a session: to a place that it names, or back into the files that it was read from. */
record Writing(Session session) {
    /** Shows what would change in the opened files, before anything does. */
    Step writingBack(OpenedSet opened) {
        if (!session.isComplete()) {
            return Step.to(session.unfinished());
        }
        Differing differing = Differing.of(opened, session.outcome().edited().orElseThrow());
        return differing.rows().isEmpty()
                ? Step.to(session.noting(Ink.OK, session.say("opened-same")))
                : Step.to(session.visiting(differing));
    }

    /** The files hold what was shown; they are still the ones that the session goes back to. */
    Session writtenBack(List<String> paths) {
        OpenedSet opened = session.setup().opened().orElseThrow();
        Setup written = session.setup()
                .opening(opened.onDiskNow(
                        session.outcome().edited().orElseThrow().texts()));
        String where = String.join(", ", paths);
        return session.savedTo(written, where).noting(Ink.OK, session.say("written-back", "path", where));
    }

    /** Saves to where the spec says, or says what is missing. */
    Step saving(SaveSpec spec, boolean overwrite, boolean makeFolders) {
        if (session.setup().opened().isPresent()) {
            return writingBack(session.setup().opened().get());
        }
        if (!session.isComplete()) {
            return Step.to(session.unfinished());
        }
        SaveSpec resolved = spec.path().isBlank()
                ? new SaveSpec(spec.layout(), usualPath(spec), spec.comments(), spec.answers())
                : spec;
        return Step.to(session.savingAs(spec), new Effect.Save(session.bundle(), resolved, overwrite, makeFolders));
    }

    /** {@code ./<internal host's first label>-egress.yaml}, or a folder of that name. */
    String usualPath(SaveSpec spec) {
        String label = session.draft()
                .internalHost()
                .filter(host -> session.draft().isAliasPossible())
                .map(InternalHost::firstLabel)
                .orElse(session.draft().setting(FieldId.NAME).text());
        String base = "./" + (label.isEmpty() ? "egress" : label + "-egress");
        return spec.layout() == Layout.FILE ? base + ".yaml" : base;
    }

    Session saved(List<String> paths, int lines, boolean unchanged) {
        String where = String.join(", ", paths);
        return session.savedTo(session.setup(), where)
                .noting(
                        Ink.OK,
                        session.say(
                                unchanged ? "saved-unchanged" : "saved",
                                "path",
                                where,
                                "lines",
                                Counted.of(lines, "line")));
    }
}
