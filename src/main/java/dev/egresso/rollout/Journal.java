package dev.egresso.rollout;

/** Keeps a receipt, each time in place of what was kept of it before. */
public interface Journal {
    /** Whether it is kept; an apply does not begin without that. */
    boolean keep(Receipt receipt);
}
