package dev.egresso.terminal;

/** What a person did at the keyboard or with the mouse, or what happened to the terminal. */
public sealed interface TerminalEvent {

    /**
     * A key press.
     *
     * @param character the code point for {@link KeyCode#CHARACTER}, else 0; with Ctrl held it is the plain lower-case
     *     letter, since terminals cannot tell Ctrl-A from Ctrl-Shift-A
     */
    record Key(KeyCode code, int character, boolean ctrl, boolean alt, boolean shift) implements TerminalEvent {

        /** A key without modifiers that types nothing. */
        public static Key of(KeyCode code) {
            return new Key(code, 0, false, false, false);
        }

        /** A key that types this character. */
        public static Key typing(int character) {
            return new Key(KeyCode.CHARACTER, character, false, false, false);
        }

        /** Ctrl and this letter or sign. */
        public static Key ctrl(int character) {
            return new Key(KeyCode.CHARACTER, character, true, false, false);
        }

        /** The same key with Alt held as well. */
        public Key withAlt() {
            return new Key(code, character, ctrl, true, shift);
        }

        /** Whether the key puts its character into a text, rather than being a command. */
        public boolean types() {
            return code == KeyCode.CHARACTER && !ctrl && !alt;
        }
    }

    /** Text pasted as one piece (bracketed paste), so that its line ends press no Enter. Lines end in {@code \n}. */
    record Paste(String text) implements TerminalEvent {}

    /**
     * A click, a drag or a turn of the wheel.
     *
     * @param button 1 left, 2 middle, 3 right, 0 when the terminal does not say or the wheel turned
     * @param column counted from 0
     * @param row counted from 0
     */
    record Mouse(Action action, int button, int column, int row) implements TerminalEvent {

        /** What the mouse did. */
        public enum Action {
            PRESS,
            RELEASE,
            DRAG,
            WHEEL_UP,
            WHEEL_DOWN
        }
    }

    /** The terminal has another size now and shows nothing: draw everything again. */
    record Resize(int columns, int rows) implements TerminalEvent {}

    /** The screen was given away and taken back (Ctrl-Z and fg, an editor): draw everything again. */
    record Resumed() implements TerminalEvent {}

    /** Nothing more will ever come: the terminal hung up. */
    record Closed() implements TerminalEvent {}
}
