package dev.egresso.terminal;

import dev.egresso.terminal.TerminalEvent.Mouse;
import dev.egresso.terminal.TerminalEvent.Mouse.Action;
import java.util.Optional;

/**
 * Reads mouse reports. Asked for is the SGR form, which has no largest coordinate and says which button was released; the
 * old form of three characters is read too, because some terminals know nothing else.
 */
final class MouseReport {
    private static final int BUTTON = 0b11;
    private static final int NO_BUTTON = 3;
    private static final int MOTION = 32;
    private static final int WHEEL = 64;
    private static final int EXTRA_BUTTONS = 128;
    private static final int X10_OFFSET = 32;

    private MouseReport() {}

    /** {@code CSI < buttons ; column ; row M}, or {@code m} for a release. */
    static Optional<Mouse> sgr(String parameters, char last) {
        int[] numbers = KeySequences.numbers(parameters);
        if (numbers.length != 3 || (last != 'M' && last != 'm')) {
            return Optional.empty();
        }
        return event(numbers[0], numbers[1] - 1, numbers[2] - 1, last == 'm');
    }

    /** {@code CSI M} and three characters, each a number plus 32. */
    static Optional<Mouse> x10(CharSequence report) {
        int buttons = report.charAt(0) - X10_OFFSET;
        boolean released = (buttons & WHEEL) == 0 && (buttons & MOTION) == 0 && (buttons & BUTTON) == NO_BUTTON;
        return event(buttons, report.charAt(1) - X10_OFFSET - 1, report.charAt(2) - X10_OFFSET - 1, released);
    }

    private static Optional<Mouse> event(int buttons, int column, int row, boolean released) {
        if (buttons < 0 || column < 0 || row < 0 || (buttons & EXTRA_BUTTONS) != 0) {
            return Optional.empty();
        }
        if ((buttons & WHEEL) != 0) {
            return wheel(buttons & BUTTON).map(action -> new Mouse(action, 0, column, row));
        }
        int button = (buttons & BUTTON) == NO_BUTTON ? 0 : (buttons & BUTTON) + 1;
        if (released) {
            return Optional.of(new Mouse(Action.RELEASE, button, column, row));
        }
        if ((buttons & MOTION) != 0) {
            return button == 0 ? Optional.empty() : Optional.of(new Mouse(Action.DRAG, button, column, row));
        }
        return Optional.of(new Mouse(Action.PRESS, button, column, row));
    }

    /** Wheels that turn sideways mean nothing here. */
    private static Optional<Action> wheel(int direction) {
        return switch (direction) {
            case 0 -> Optional.of(Action.WHEEL_UP);
            case 1 -> Optional.of(Action.WHEEL_DOWN);
            default -> Optional.empty();
        };
    }
}
