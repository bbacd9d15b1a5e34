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
    CLEAR_AFTER;

    private static final int PAGE = 10;

    /** Where it leads to from a row of a list or of a text; it may be beyond the first or the last. */
    int moved(int row) {
        return switch (this) {
            case UP, BACK_TAB -> row - 1;
            case DOWN, TAB -> row + 1;
            case PAGE_UP -> row - PAGE;
            case PAGE_DOWN -> row + PAGE;
            case HOME -> 0;
            default -> row;
        };
    }
}
