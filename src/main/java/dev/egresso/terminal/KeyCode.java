package dev.egresso.terminal;

/** The key itself, apart from the modifiers held with it. */
public enum KeyCode {
    /** A key that types; {@link TerminalEvent.Key#character()} says what. */
    CHARACTER,
    ENTER,
    TAB,
    /** Shift-Tab, which terminals send as a key of its own. */
    BACK_TAB,
    ESCAPE,
    BACKSPACE,
    DELETE,
    INSERT,
    UP,
    DOWN,
    LEFT,
    RIGHT,
    HOME,
    END,
    PAGE_UP,
    PAGE_DOWN,
    F1,
    F2,
    F3,
    F4,
    F5,
    F6,
    F7,
    F8,
    F9,
    F10,
    F11,
    F12,
    /** A key was pressed that has no name here. Its bytes were taken whole, none of them types anything. */
    UNKNOWN
}
