package dev.egresso.cli;

import dev.egresso.files.DraftId;
import dev.egresso.files.DraftKept;
import dev.egresso.files.Drafts;
import dev.egresso.screens.DraftFile;
import dev.egresso.wizard.Session;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * Keeps the answers of a session in a draft, soon after they change, so that nothing is lost however the session ends. Used
 * by the thread of the wizard and, when the program is told to end, by the one that ends it.
 */
final class DraftKeeper {
    /** With the pause of the loop this stays below half a second. */
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Drafts drafts;
    private Optional<DraftId> id;
    private DraftFile kept;
    private DraftFile latest;
    private final Function<Session, DraftFile> draft;
    private long keptAt;
    private boolean exists;

    /**
     * @param resumed the draft that the session goes on with; another one gets its name when there is something to keep
     * @param draft what is to be kept of a session
     */
    DraftKeeper(Drafts drafts, Optional<DraftId> resumed, Session begun, Function<Session, DraftFile> draft) {
        this.drafts = drafts;
        this.id = resumed;
        this.draft = draft;
        this.kept = draft.apply(begun);
        this.latest = kept;
        this.exists = resumed.isPresent();
        this.keptAt = System.nanoTime() - PAUSE.toNanos();
    }

    synchronized DraftId id() {
        DraftId named = id.orElseGet(drafts::newId);
        id = Optional.of(named);
        return named;
    }

    /** Whether there is a draft to come back to. */
    synchronized boolean exists() {
        return exists;
    }

    synchronized void see(Session session) {
        latest = draft.apply(session);
        if (System.nanoTime() - keptAt >= PAUSE.toNanos()) {
            keep();
        }
    }

    /** Writes what was seen last, if it is not written yet. */
    synchronized void keep() {
        if (latest.equals(kept) || isAsRead(latest)) {
            return;
        }
        exists = drafts.save(id(), latest.text()) instanceof DraftKept.Kept;
        kept = latest;
        keptAt = System.nanoTime();
    }

    /** What was read from files is there without a draft. */
    private boolean isAsRead(DraftFile file) {
        return !exists
                && file.opened()
                        .filter(opened -> opened.answers().equals(file.answers()))
                        .isPresent();
    }

    /** The resources were saved, or there is nothing to keep. */
    synchronized void drop() {
        kept = latest;
        if (exists) {
            drafts.delete(id());
            exists = false;
        }
    }
}
