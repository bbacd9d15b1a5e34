package dev.egresso.cli;

import dev.egresso.files.DraftId;
import dev.egresso.files.DraftKept;
import dev.egresso.files.Drafts;
import dev.egresso.mesh.Answers;
import dev.egresso.screens.AnswersFile;
import dev.egresso.wizard.Session;
import java.time.Duration;

/**
 * Keeps the answers of a session in a draft, soon after they change, so that nothing is lost however the session ends. Used
 * by the thread of the wizard and, when the program is told to end, by the one that ends it.
 */
final class DraftKeeper {
    /** With the pause of the loop this stays below half a second. */
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Drafts drafts;
    private final DraftId id;
    private Answers kept;
    private Answers latest;
    private long keptAt;
    private boolean exists;

    DraftKeeper(Drafts drafts, DraftId id, Answers begun, boolean exists) {
        this.drafts = drafts;
        this.id = id;
        this.kept = begun;
        this.latest = begun;
        this.exists = exists;
        this.keptAt = System.nanoTime() - PAUSE.toNanos();
    }

    DraftId id() {
        return id;
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
        exists = drafts.save(id, AnswersFile.text(latest)) instanceof DraftKept.Kept;
        kept = latest;
        keptAt = System.nanoTime();
    }

    /** The resources were saved, or there is nothing to keep. */
    synchronized void drop() {
        kept = latest;
        if (exists) {
            drafts.delete(id);
            exists = false;
        }
    }
}
