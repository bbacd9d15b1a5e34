package dev.egresso.wizard;

import dev.egresso.mesh.Bundle;
import dev.egresso.mesh.Draft;
import dev.egresso.mesh.Manifest;
import dev.egresso.mesh.Severity;
import dev.egresso.reopen.EditedSet;
import dev.egresso.reopen.OpenedSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Lays out the end: what leads where, what may be done with it, and what there is to know about it. */
final class ReviewPart extends Part {
    ReviewPart(Desk desk) {
        super(desk);
    }

    /** @param brief whether the resources are named elsewhere on the page */
    Upper write(boolean brief) {
        Draft draft = session.draft();
        left.prose(session.say("review-route", "from", from(draft), "to", to(draft)), Ink.STRONG)
                .gap();
        Optional<OpenedSet> files = session.setup().opened();
        if (session.isComplete() && files.isPresent()) {
            opened(files.get(), session.outcome().edited().orElseThrow(), brief);
        } else if (session.isComplete()) {
            complete(draft, brief);
        } else {
            left.prose(session.whatIsMissing(), Ink.WARNING, Styled.of("· ", Ink.WARNING), 0);
            left.gap().prose(session.say("review-open"), Ink.PLAIN);
        }
        concerns();
        return Upper.of(left, right);
    }

    private String from(Draft draft) {
        if (!draft.isAliasPossible()) {
            return session.say("review-apps");
        }
        return draft.internalHost().map(Object::toString).orElse("‹internal host›");
    }

    private static String to(Draft draft) {
        return draft.externalUrl()
                .map(url -> url.scheme().word() + "://" + url.host() + url.path())
                .orElse("‹external URL›");
    }

    /** Opened files: what would be written into them, and what in them stays for all that was answered. */
    private void opened(OpenedSet opened, EditedSet edited, boolean brief) {
        OpenedWords words = new OpenedWords(session.setup().screens());
        boolean same = edited.texts().equals(opened.onDisk());
        Styled key = Styled.of("s", Ink.MARK).plus("  ");
        if (same) {
            left.prose(session.say("opened-same"), Ink.PLAIN, Styled.of("✓ ", Ink.OK), 0);
        } else {
            left.prose(words.changed(opened, edited), Ink.STRONG, key, 0);
        }
        if (!brief) {
            edited.resources().values().forEach(resource -> content(resource.manifest()));
        }
        words.of(edited.changes()).forEach(row -> left.prose(row, Ink.PLAIN, Styled.of("i ", Ink.INFO), 0));
        words.emptied(opened, edited).forEach(row -> left.prose(row, Ink.PLAIN, Styled.of("! ", Ink.WARNING), 0));
        saved();
    }

    private void saved() {
        session.savedTo()
                .ifPresent(where ->
                        left.prose(session.say("review-saved", "path", where), Ink.OK, Styled.of("✓ ", Ink.OK), 0));
    }

    private void complete(Draft draft, boolean brief) {
        SaveSpec spec = session.save();
        String path = spec.path().isBlank() ? session.usualPath(spec) : spec.path();
        Styled key = Styled.of("s", Ink.MARK).plus("  " + session.say("review-save") + "  ");
        left.prose(path + ", " + UpperPart.layoutName(session, spec.layout()), Ink.STRONG, key, 0);
        if (!brief) {
            Bundle.of(draft.route().orElseThrow()).manifests().forEach(this::content);
        }
        saved();
    }

    private void content(Manifest manifest) {
        String kind = String.format(Locale.ROOT, "%-16s", manifest.kind().word());
        left.add(Styled.of("  " + kind, Ink.KEY).plus(manifest.namespace() + "/" + manifest.name(), Ink.PLAIN));
    }

    /** Errors and warnings in full; how many notes there are besides. */
    private void concerns() {
        List<Concern> weighty = session.concerns().stream()
                .filter(concern -> concern.severity().atLeast(Severity.WARNING))
                .toList();
        int notes = session.concerns().size() - weighty.size();
        if (weighty.isEmpty()) {
            right.prose(session.say("problems-none"), Ink.OK, Styled.of("✓ ", Ink.OK), 0);
        }
        weighty.forEach(concern -> question.sentence(right, concern, 0));
        if (notes > 0) {
            right.prose(
                    session.say("review-notes", "count", Integer.toString(notes)),
                    Ink.PLAIN,
                    Styled.of("i ", Ink.INFO),
                    0);
        }
        if (session.isComplete()) {
            boolean opened = session.setup().opened().isPresent();
            right.gap().prose(session.say(opened ? "review-next-opened" : "review-next"), Ink.DIM);
        }
    }
}
