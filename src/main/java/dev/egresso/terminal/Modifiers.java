package dev.egresso.terminal;

import dev.egresso.terminal.TerminalEvent.Key;

/** The modifiers of one key, read from xterm's number: one more than the sum of 1 Shift, 2 Alt, 4 Ctrl. */
record Modifiers(boolean shift, boolean alt, boolean ctrl) {
    static final Modifiers SHIFT = new Modifiers(true, false, false);
    static final Modifiers CTRL = new Modifiers(false, false, true);
    static final Modifiers CTRL_SHIFT = new Modifiers(true, false, true);

    static Modifiers of(int number) {
        int held = Math.max(0, number - 1);
        return new Modifiers((held & 1) != 0, (held & 2) != 0, (held & 4) != 0);
    }

    Key with(KeyCode code) {
        return with(code, 0);
    }

    Key with(KeyCode code, int character) {
        if (code == KeyCode.TAB && shift) {
            return new Key(KeyCode.BACK_TAB, 0, ctrl, alt, false);
        }
        return new Key(code, character, ctrl, alt, shift);
    }

    /** A key named by its unshifted character, as kitty and xterm's modifyOtherKeys do. */
    Key withCodePoint(int codePoint) {
        return switch (codePoint) {
            case '\t' -> with(KeyCode.TAB);
            case '\r', '\n' -> with(KeyCode.ENTER);
            case 0x1b -> with(KeyCode.ESCAPE);
            case 0x08, 0x7f -> with(KeyCode.BACKSPACE);
            default -> isText(codePoint) ? with(KeyCode.CHARACTER, shifted(codePoint)) : Key.of(KeyCode.UNKNOWN);
        };
    }

    private int shifted(int codePoint) {
        return ctrl ? Character.toLowerCase(codePoint) : shift ? Character.toUpperCase(codePoint) : codePoint;
    }

    /** Kitty names keys that type nothing by numbers from the private use area. */
    private static boolean isText(int codePoint) {
        return Character.isDefined(codePoint)
                && !Character.isISOControl(codePoint)
                && Character.getType(codePoint) != Character.PRIVATE_USE
                && Character.getType(codePoint) != Character.SURROGATE;
    }
}
