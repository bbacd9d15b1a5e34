package dev.egresso.terminal;

import dev.egresso.terminal.TerminalEvent.Key;
import java.util.List;
import java.util.Optional;

/**
 * What each sequence means, in the spellings of xterm, the Linux console, rxvt, tmux, screen and (for keys that have no
 * other) kitty. A sequence that is a terminal's answer, not a key, means nothing.
 */
final class KeySequences {
    private static final int LARGEST_NUMBER = 99_999_999;
    private static final List<KeyCode> FUNCTION_KEYS = List.of(
            KeyCode.F1,
            KeyCode.F2,
            KeyCode.F3,
            KeyCode.F4,
            KeyCode.F5,
            KeyCode.F6,
            KeyCode.F7,
            KeyCode.F8,
            KeyCode.F9,
            KeyCode.F10,
            KeyCode.F11,
            KeyCode.F12);

    private KeySequences() {}

    /** One character on its own. */
    static Optional<Key> single(int character) {
        return switch (character) {
            case '\r', '\n' -> Optional.of(Key.of(KeyCode.ENTER));
            case '\t' -> Optional.of(Key.of(KeyCode.TAB));
            case 0x08, 0x7f -> Optional.of(Key.of(KeyCode.BACKSPACE));
            case 0 -> Optional.of(Key.ctrl(' '));
            default -> controlOrText(character);
        };
    }

    private static Optional<Key> controlOrText(int character) {
        if (character < 0x1b) {
            return Optional.of(Key.ctrl(character + 0x60));
        }
        if (character < 0x20) {
            return Optional.of(Key.ctrl(character + 0x40));
        }
        boolean text = !Character.isISOControl(character) && Character.getType(character) != Character.SURROGATE;
        return text ? Optional.of(Key.typing(character)) : Optional.empty();
    }

    /** {@code CSI [ A} to {@code CSI [ E}: F1 to F5 on the Linux console. */
    static Optional<Key> linuxFunctionKey(int last) {
        return Optional.of(Key.of(last >= 'A' && last <= 'E' ? FUNCTION_KEYS.get(last - 'A') : KeyCode.UNKNOWN));
    }

    /** {@code SS3} and a letter: the keypad and cursor keys in application mode, F1 to F4, Ctrl-arrows in rxvt. */
    static Optional<Key> ss3(String parameters, char last) {
        int[] numbers = numbers(parameters);
        Modifiers held = Modifiers.of(numbers.length == 0 ? 1 : numbers[numbers.length - 1]);
        if (last >= 'a' && last <= 'd') {
            return Optional.of(Modifiers.CTRL.with(arrow(last)));
        }
        if (last >= 'j' && last <= 'y') {
            return Optional.of(held.with(KeyCode.CHARACTER, "*+,-./0123456789".charAt(last - 'j')));
        }
        return switch (last) {
            case 'M' -> Optional.of(held.with(KeyCode.ENTER));
            case 'I' -> Optional.of(held.with(KeyCode.TAB));
            case 'X' -> Optional.of(held.with(KeyCode.CHARACTER, '='));
            case ' ' -> Optional.of(held.with(KeyCode.CHARACTER, ' '));
            default -> Optional.of(held.with(named(last)));
        };
    }

    /** {@code CSI}, parameters and a last character. Empty if it is no key. */
    static Optional<Key> csi(String parameters, char last) {
        if (isAnswer(parameters, last)) {
            return Optional.empty();
        }
        int[] numbers = numbers(parameters);
        Modifiers held = Modifiers.of(numbers.length < 2 ? 1 : numbers[1]);
        return switch (last) {
            case 'u' -> kitty(parameters, numbers, held);
            case '~' -> tilde(numbers, held);
            case '^' -> tilde(numbers, Modifiers.CTRL);
            case '$' -> tilde(numbers, Modifiers.SHIFT);
            case '@' -> tilde(numbers, Modifiers.CTRL_SHIFT);
            case 'a', 'b', 'c', 'd' -> Optional.of(Modifiers.SHIFT.with(arrow(last)));
            case 'Z' -> Optional.of(Key.of(KeyCode.BACK_TAB));
            default -> Optional.of(held.with(named(last)));
        };
    }

    /** Private parameters, a late answer to somebody's question, a change of focus. */
    private static boolean isAnswer(String parameters, char last) {
        boolean isPrivate = !parameters.isEmpty() && "<=>?".indexOf(parameters.charAt(0)) >= 0;
        boolean cursorReport = last == 'R' && !parameters.isEmpty() && !parameters.startsWith("1;");
        return isPrivate || cursorReport || "ntxyIO".indexOf(last) >= 0;
    }

    private static KeyCode arrow(char letter) {
        return named(Character.toUpperCase(letter));
    }

    private static KeyCode named(char last) {
        return switch (last) {
            case 'A' -> KeyCode.UP;
            case 'B' -> KeyCode.DOWN;
            case 'C' -> KeyCode.RIGHT;
            case 'D' -> KeyCode.LEFT;
            case 'H' -> KeyCode.HOME;
            case 'F' -> KeyCode.END;
            case 'P', 'Q', 'R', 'S' -> FUNCTION_KEYS.get(last - 'P');
            default -> KeyCode.UNKNOWN;
        };
    }

    private static Optional<Key> tilde(int[] numbers, Modifiers held) {
        int number = numbers.length == 0 ? 0 : numbers[0];
        if (number == 201) {
            return Optional.empty();
        }
        if (number == 27 && numbers.length == 3) {
            return Optional.of(held.withCodePoint(numbers[2]));
        }
        return Optional.of(number >= 25 && number <= 34 ? shiftedFunctionKey(number) : held.with(numbered(number)));
    }

    private static KeyCode numbered(int number) {
        return switch (number) {
            case 1, 7 -> KeyCode.HOME;
            case 2 -> KeyCode.INSERT;
            case 3 -> KeyCode.DELETE;
            case 4, 8 -> KeyCode.END;
            case 5 -> KeyCode.PAGE_UP;
            case 6 -> KeyCode.PAGE_DOWN;
            case 11, 12, 13, 14, 15 -> FUNCTION_KEYS.get(number - 11);
            case 17, 18, 19, 20, 21 -> FUNCTION_KEYS.get(number - 12);
            case 23, 24 -> FUNCTION_KEYS.get(number - 13);
            default -> KeyCode.UNKNOWN;
        };
    }

    /** F13 to F20, which older terminals send for Shift and F1 to F8. */
    private static Key shiftedFunctionKey(int number) {
        int index = List.of(25, 26, 28, 29, 31, 32, 33, 34).indexOf(number);
        return index < 0 ? Key.of(KeyCode.UNKNOWN) : Modifiers.SHIFT.with(FUNCTION_KEYS.get(index));
    }

    /** {@code CSI code ; modifiers u}; a key that is let go is no event. */
    private static Optional<Key> kitty(String parameters, int[] numbers, Modifiers held) {
        boolean released = parameters.matches("[^;]*;\\d*:3.*");
        return released || numbers.length == 0 ? Optional.empty() : Optional.of(held.withCodePoint(numbers[0]));
    }

    /** Whether this is a number and nothing else: then rxvt means Shift by {@code $}. */
    static boolean isNumber(CharSequence parameters) {
        return !parameters.isEmpty() && parameters.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    }

    /** The numbers between semicolons, without what follows a colon; what is no number counts as 0. */
    static int[] numbers(String parameters) {
        if (parameters.isEmpty()) {
            return new int[0];
        }
        String[] fields = parameters.split(";", -1);
        int[] numbers = new int[fields.length];
        for (int i = 0; i < fields.length; i++) {
            numbers[i] = number(fields[i]);
        }
        return numbers;
    }

    private static int number(String field) {
        int number = 0;
        for (int i = 0; i < field.length() && field.charAt(i) >= '0' && field.charAt(i) <= '9'; i++) {
            number = Math.min(LARGEST_NUMBER, number * 10 + field.charAt(i) - '0');
        }
        return number;
    }
}
