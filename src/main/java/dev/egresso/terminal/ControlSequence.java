package dev.egresso.terminal;

import dev.egresso.terminal.TerminalEvent.Key;
import java.util.Optional;

/**
 * A sequence after {@code ESC [} or {@code ESC O} while it comes in. It remembers only as many parameters as a key can
 * have; what is longer is followed to its end and thrown away.
 */
final class ControlSequence {
    private static final int LONGEST_PARAMETERS = 64;
    private static final int X10_LENGTH = 3;

    /** What a character did to the sequence. */
    enum Progress {
        GOES_ON,
        COMPLETE,
        /** The character cannot stand inside a sequence: the sequence is lost, the character is not. */
        BROKEN_OFF
    }

    private enum Form {
        CSI,
        SS3,
        LINUX_FUNCTION_KEY,
        X10_MOUSE
    }

    private final StringBuilder parameters = new StringBuilder();
    private Form form;
    private boolean tooLong;
    private boolean startsPaste;
    private Optional<? extends TerminalEvent> event = Optional.empty();

    private ControlSequence(Form form) {
        this.form = form;
    }

    static ControlSequence csi() {
        return new ControlSequence(Form.CSI);
    }

    static ControlSequence ss3() {
        return new ControlSequence(Form.SS3);
    }

    Progress accept(int character) {
        return switch (form) {
            case CSI -> inCsi(character);
            case SS3 -> inSs3(character);
            case LINUX_FUNCTION_KEY -> complete(KeySequences.linuxFunctionKey(character));
            case X10_MOUSE -> inX10Mouse(character);
        };
    }

    /** What the complete sequence means, if anything. */
    Optional<? extends TerminalEvent> event() {
        return event;
    }

    /** Whether the complete sequence is the mark before a paste. */
    boolean startsPaste() {
        return startsPaste;
    }

    /** Whether nothing came after what opened it. */
    boolean isEmpty() {
        return parameters.isEmpty() && form != Form.LINUX_FUNCTION_KEY && form != Form.X10_MOUSE;
    }

    private Progress inCsi(int character) {
        if (parameters.isEmpty() && character == '[') {
            form = Form.LINUX_FUNCTION_KEY;
            return Progress.GOES_ON;
        }
        boolean shiftInRxvt = character == '$' && KeySequences.isNumber(parameters);
        if (character >= 0x20 && character <= 0x3f && !shiftInRxvt) {
            return remember(character);
        }
        boolean ends = shiftInRxvt || (character >= 0x40 && character <= 0x7e);
        return ends ? csiEnds((char) character) : Progress.BROKEN_OFF;
    }

    private Progress csiEnds(char last) {
        if (tooLong) {
            return Progress.COMPLETE;
        }
        String given = parameters.toString();
        if (last == 'M' && given.isEmpty()) {
            form = Form.X10_MOUSE;
            return Progress.GOES_ON;
        }
        startsPaste = last == '~' && given.equals("200");
        if (startsPaste) {
            return Progress.COMPLETE;
        }
        return complete(
                given.startsWith("<") ? MouseReport.sgr(given.substring(1), last) : KeySequences.csi(given, last));
    }

    private Progress inSs3(int character) {
        if ((character >= '0' && character <= '9') || character == ';') {
            return remember(character);
        }
        if (character < 0x20 || character > 0x7e) {
            return Progress.BROKEN_OFF;
        }
        Optional<Key> key = tooLong ? Optional.empty() : KeySequences.ss3(parameters.toString(), (char) character);
        return complete(key);
    }

    private Progress inX10Mouse(int character) {
        parameters.append((char) Math.min(character, Character.MAX_VALUE));
        return parameters.length() < X10_LENGTH ? Progress.GOES_ON : complete(MouseReport.x10(parameters));
    }

    private Progress remember(int character) {
        tooLong |= parameters.length() == LONGEST_PARAMETERS;
        if (!tooLong) {
            parameters.append((char) character);
        }
        return Progress.GOES_ON;
    }

    private Progress complete(Optional<? extends TerminalEvent> meaning) {
        event = meaning;
        return Progress.COMPLETE;
    }
}
