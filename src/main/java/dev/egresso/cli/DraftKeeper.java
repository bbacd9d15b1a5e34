package dev.egresso.cli;

import dev.egresso.files.DraftId;
import dev.egresso.files.DraftKept;
import dev.egresso.files.Drafts;
import dev.egresso.mesh.Answers;
import dev.egresso.screens.AnswersFile;
import dev.egresso.wizard.Session;
import java.time.Duration;
import java.util.Optional;

/**
 * Keeps the answers of a session in a draft, soon after they change, so that nothing is lost however the session ends. Used
 * by the thread of the wizard and, when the program is told to end, by the one that ends it.
 */
final class DraftKeeper {
    /** With the pause of the loop this stays below half a second. */
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Drafts drafts;
    private Optional<DraftId> id;
    private Answers kept;
    private Answers latest;
    private long keptAt;
    private boolean exists;

    /** @param resumed the draft that the session goes on with; another one gets its name when there is something to keep */
    DraftKeeper(Drafts drafts, Optional<DraftId> resumed, Answers begun) {
        this.drafts = drafts;
        this.id = resumed;
        this.kept = begun;
        this.latest = begun;
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
        latest = session.answers();
        if (System.nanoTime() - keptAt >= PAUSE.toNanos()) {
            keep();
        }
    }

    /** Writes what was seen last, if it is not written yet. */
    synchronized void keep() {
        if (latest.equals(kept)) {
            return;
        }
        exists = drafts.save(id(), AnswersFile.text(latest)) instanceof DraftKept.Kept;
        kept = latest;
        keptAt = System.nanoTime();
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
