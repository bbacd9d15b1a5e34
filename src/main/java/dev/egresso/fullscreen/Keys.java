package dev.egresso.fullscreen;

import dev.egresso.terminal.KeyCode;
import dev.egresso.terminal.TerminalEvent;
import dev.egresso.wizard.Action;
import dev.egresso.wizard.Key;
import dev.egresso.wizard.Message;
import java.util.Map;
import java.util.Optional;

/** What each key of the terminal means to the wizard. */
public final class Keys {
    private static final Map<Character, Action> WITH_CTRL = Map.of(
            'o', Action.MORE,
            'y', Action.INSPECT,
            'f', Action.PROBLEMS,
            'd', Action.REVIEW,
            'x', Action.SAVE,
            'g', Action.HELP,
            'c', Action.LEAVE,
            'z', Action.SUSPEND,
            'l', Action.REDRAW);
    private static final Map<Character, Key> EDIT_WITH_CTRL = Map.of(
            'a', Key.HOME,
            'e', Key.END,
            'b', Key.LEFT,
            'w', Key.DELETE_WORD,
            'u', Key.CLEAR_BEFORE,
            'k', Key.CLEAR_AFTER);
    private static final Map<Character, Action> WITH_ALT = Map.of(
            'z', Action.UNDO,
            'y', Action.REDO,
            'p', Action.PRESETS,
            't', Action.TRACE,
            'e', Action.EDIT,
            'l', Action.LOOK,
            'u', Action.PROBE);
    private static final Map<Character, Key> EDIT_WITH_ALT =
            Map.of('b', Key.WORD_LEFT, 'f', Key.WORD_RIGHT, 'd', Key.DELETE_WORD_AFTER);
    private static final Map<KeyCode, Action> FUNCTION_KEYS = Map.of(
            KeyCode.F1, Action.HELP,
            KeyCode.F2, Action.MORE,
            KeyCode.F3, Action.INSPECT,
            KeyCode.F4, Action.PROBLEMS,
            KeyCode.F7, Action.UNDO,
            KeyCode.F8, Action.REDO,
            KeyCode.F9, Action.REVIEW);

    private Keys() {}

    /** The message for a key; none for a key that means nothing. */
    public static Optional<Message> message(TerminalEvent.Key key) {
        if (key.code() == KeyCode.CHARACTER) {
            return character(key);
        }
        if (FUNCTION_KEYS.containsKey(key.code())) {
            return Optional.of(new Message.Do(FUNCTION_KEYS.get(key.code())));
        }
        return named(key).map(Message.Pressed::new);
    }

    private static Optional<Message> character(TerminalEvent.Key key) {
        if (key.types()) {
            return Optional.of(new Message.Typed(Character.toString(key.character())));
        }
        char letter = (char) Character.toLowerCase(key.character());
        Map<Character, Action> actions = key.ctrl() ? WITH_CTRL : WITH_ALT;
        Map<Character, Key> edits = key.ctrl() ? EDIT_WITH_CTRL : EDIT_WITH_ALT;
        if (key.ctrl() && key.alt()) {
            return Optional.empty();
        }
        if (actions.containsKey(letter)) {
            return Optional.of(new Message.Do(actions.get(letter)));
        }
        return Optional.ofNullable(edits.get(letter)).map(Message.Pressed::new);
    }

    private static Optional<Key> named(TerminalEvent.Key key) {
        boolean word = key.ctrl() || key.alt();
        return Optional.ofNullable(
                switch (key.code()) {
                    case ENTER -> Key.ENTER;
                    case TAB -> key.shift() ? Key.BACK_TAB : Key.TAB;
                    case BACK_TAB -> Key.BACK_TAB;
                    case ESCAPE -> Key.ESCAPE;
                    case UP -> Key.UP;
                    case DOWN -> Key.DOWN;
                    case LEFT -> word ? Key.WORD_LEFT : Key.LEFT;
                    case RIGHT -> word ? Key.WORD_RIGHT : Key.RIGHT;
                    case HOME -> Key.HOME;
                    case END -> Key.END;
                    case PAGE_UP -> Key.PAGE_UP;
                    case PAGE_DOWN -> Key.PAGE_DOWN;
                    case BACKSPACE -> word ? Key.DELETE_WORD : Key.BACKSPACE;
                    case DELETE -> word ? Key.DELETE_WORD_AFTER : Key.DELETE;
                    default -> null;
                });
    }
}
