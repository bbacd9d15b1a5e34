package dev.egresso.wizard;

/** What a piece of text is, for a shell to choose colour and weight. Meaning never hangs on it alone. */
public enum Ink {
    PLAIN,
    STRONG,
    DIM,
    RULE,
    KEY,
    MARK,
    CHANGED,
    HOLE,
    ERROR,
    WARNING,
    INFO,
    OK,
    CURSOR,
    TAB
}
