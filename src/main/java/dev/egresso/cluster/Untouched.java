package dev.egresso.cluster;

import dev.egresso.rollout.Trouble;

/** Something kept an entry from being carried out, and nothing of it was: there is nothing of ours to put back. */
final class Untouched extends Troubled {
    private static final long serialVersionUID = 1L;

    Untouched(Trouble trouble) {
        super(trouble);
    }
}
