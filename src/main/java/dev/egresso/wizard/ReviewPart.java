package dev.egresso.wizard;

import dev.egresso.mesh.Draft;
import dev.egresso.mesh.Severity;
import dev.egresso.reopen.EditedSet;
import dev.egresso.reopen.OpenedSet;
import java.util.List;

/**
 * Lays out the end: what leads where, what may be done with it, and what there is to know about it. Where there is room,
 * saving and applying stand side by side and weigh the same; neither is done before its key.
 */
final class ReviewPart extends Part {
    private final Upper.Rows whole;
    private final int room;

    /**
     * @param whole rows as wide as the page
     * @param room how many rows there is room for
     */
    ReviewPart(Desk desk, Upper.Rows whole, int room) {
        super(desk);
        this.whole = whole;
        this.room = room;
    }

    /** One below the other; the resources are named elsewhere on the page. */
    Upper stacked() {
        route(left);
        if (!session.isComplete()) {
            open(left);
        } else if (session.setup().opened().isPresent()) {
            opened(session.setup().opened().get(), session.outcome().edited().orElseThrow());
        } else {
            complete();
        }
        concerns(right);
        if (session.isComplete()) {
            boolean opened = session.setup().opened().isPresent();
            right.gap().prose(session.say(opened ? "review-next-opened" : "review-next"), Ink.DIM);
        }
        return Upper.of(left, right);
    }

    /** Side by side; where not all fits, the resources are not named one by one. */
    Upper sideBySide() {
        route(whole);
        if (session.isComplete()) {
            List<Styled> full = sides(false);
            List<Styled> sides = whole.count() + full.size() + 2 > room ? sides(true) : full;
            sides.forEach(whole::add);
        } else {
            open(whole);
        }
        whole.gap();
        tally();
        concerns(whole);
        return new Upper(whole.rows(), List.of(), whole.caret(), whole.targets(), true);
    }

    private List<Styled> sides(boolean brief) {
        int width = Sides.width(whole.width());
        return Sides.of(
                new SaveSide(session, width, brief).rows(),
                new ApplySide(session, width, brief).rows(),
                whole.width(),
                measure);
    }

    private void route(Upper.Rows rows) {
        Draft draft = session.draft();
        rows.prose(session.say("review-route", "from", from(draft), "to", to(draft)), Ink.STRONG)
                .gap();
    }

    private void open(Upper.Rows rows) {
        rows.prose(session.whatIsMissing(), Ink.WARNING, Styled.of("· ", Ink.WARNING), 0);
        rows.gap().prose(session.say("review-open"), Ink.PLAIN);
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

    private void opened(OpenedSet opened, EditedSet edited) {
        OpenedWords words = new OpenedWords(session.setup().screens());
        Styled key = Styled.of("s", Ink.MARK).plus("  ");
        if (edited.texts().equals(opened.onDisk())) {
            left.prose(session.say("opened-same"), Ink.PLAIN, Styled.of("✓ ", Ink.OK), 0);
        } else {
            left.prose(words.changed(opened, edited), Ink.STRONG, key, 0);
        }
        words.of(edited.changes()).forEach(row -> left.prose(row, Ink.PLAIN, Styled.of("i ", Ink.INFO), 0));
        words.emptied(opened, edited).forEach(row -> left.prose(row, Ink.PLAIN, Styled.of("! ", Ink.WARNING), 0));
        done();
    }

    private void complete() {
        SaveSpec spec = session.save();
        String path = spec.path().isBlank() ? session.writing().usualPath(spec) : spec.path();
        Styled key = Styled.of("s", Ink.MARK).plus("  " + session.say("review-saves-to") + "  ");
        left.prose(path + ", " + UpperPart.layoutName(session, spec.layout()), Ink.STRONG, key, 0);
        boolean rehearsed = session.live().plan().filter(session::isOf).isPresent();
        way("a", rehearsed ? "review-applies-rehearsed" : "review-applies");
        way("l", "review-look");
        done();
    }

    /** What was written, and what was done to a cluster or is under way there. */
    private void done() {
        session.savedTo()
                .ifPresent(where ->
                        left.prose(session.say("review-saved", "path", where), Ink.OK, Styled.of("✓ ", Ink.OK), 0));
        ApplySide.standing(session).ifPresent(left::add);
    }

    private void way(String key, String words) {
        left.prose(session.say(words), Ink.PLAIN, Styled.of(key, Ink.MARK).plus("  "), 0);
    }

    private void tally() {
        if (!session.concerns().isEmpty()) {
            whole.add(Styled.of(session.say("review-findings") + "   ", Ink.STRONG)
                    .plus(
                            session.say(
                                    "review-counts",
                                    "errors",
                                    count(Severity.ERROR, "error"),
                                    "warnings",
                                    count(Severity.WARNING, "warning"),
                                    "notes",
                                    count(Severity.INFO, "note")),
                            Ink.DIM));
        }
    }

    private String count(Severity severity, String word) {
        return Counted.of(
                session.concerns().stream()
                        .filter(concern -> concern.severity() == severity)
                        .count(),
                word);
    }

    /** Errors and warnings in full; how many notes there are besides. */
    private void concerns(Upper.Rows rows) {
        List<Concern> weighty = session.concerns().stream()
                .filter(concern -> concern.severity().atLeast(Severity.WARNING))
                .toList();
        int notes = session.concerns().size() - weighty.size();
        if (weighty.isEmpty()) {
            rows.prose(session.say("problems-none"), Ink.OK, Styled.of("✓ ", Ink.OK), 0);
        }
        weighty.forEach(concern -> question.sentence(rows, concern, 0));
        if (notes > 0 && rows != whole) {
            rows.prose(
                    session.say("review-notes", "count", Integer.toString(notes)),
                    Ink.PLAIN,
                    Styled.of("i ", Ink.INFO),
                    0);
        }
    }
}
