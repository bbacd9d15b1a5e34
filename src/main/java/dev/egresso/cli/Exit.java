package dev.egresso.cli;

/** What a command tells the shell. */
final class Exit {
    static final int DONE = 0;
    static final int CANCELLED = 1;
    static final int USAGE = 2;
    /** An answer, a file or a preset is not usable. */
    static final int BAD_INPUT = 65;
    /** A cluster was not reached, or refused. */
    static final int CLUSTER = 69;
    /** The external service was not reached: the same code, that of a service which is not available. */
    static final int NOT_REACHED = CLUSTER;
    /** A fault of Egresso itself. */
    static final int BUG = 70;

    static final int CANNOT_WRITE = 73;
    /** Findings that weigh too much, a trace that does not end where it should, a probe with something to look at. */
    static final int FINDINGS = 79;

    static final int INTERRUPTED = 130;

    private Exit() {}
}
