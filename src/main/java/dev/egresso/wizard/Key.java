package dev.egresso.wizard;

/** Keys that move and edit; what they do depends on where the person is. */
public enum Key {
    ENTER,
    TAB,
    BACK_TAB,
    ESCAPE,
    UP,
    DOWN,
    LEFT,
    RIGHT,
    HOME,
    END,
    PAGE_UP,
    PAGE_DOWN,
    BACKSPACE,
    DELETE,
    WORD_LEFT,
    WORD_RIGHT,
    DELETE_WORD,
    DELETE_WORD_AFTER,
    CLEAR_BEFORE,
    CLEAR_AFTER
}
