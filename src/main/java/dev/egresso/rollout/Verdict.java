package dev.egresso.rollout;

/** What the server says to one resource, asked without changing anything. */
public enum Verdict {
    CREATE,
    CHANGE,
    /** It stands there already, and nothing would change but, at most, that Egresso owns its fields too. */
    SAME,
    /** Fields belong to somebody else; see {@link Change#trouble()}. */
    CONFLICT,
    REFUSED
}
