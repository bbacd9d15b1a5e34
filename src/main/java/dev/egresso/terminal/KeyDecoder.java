package dev.egresso.terminal;

import dev.egresso.terminal.TerminalEvent.Key;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/**
 * Turns what a keyboard sends into events. Pure: it is told the characters, and it is told when no more came for as long
 * as {@link #patience()} asks, since only silence tells the Escape key from the start of a longer sequence.
 *
 * <p>What it does not know it takes whole. No byte of a sequence may end up as typed text, however broken the sequence is
 * and however long.
 */
final class KeyDecoder {
    /** How long the rest of a key may take; a person who presses Escape waits this long. */
    static final Duration KEY_PATIENCE = Duration.ofMillis(50);

    /** How long a paste may pause before it counts as ended without its end mark. */
    static final Duration PASTE_PATIENCE = Duration.ofSeconds(1);

    private static final int LONGEST_PARAMETERS = 64;
    private static final int X10_LENGTH = 3;
    private static final char ESC = 0x1b;

    private enum State {
        GROUND,
        ESCAPE,
        CSI,
        SS3,
        LINUX_FUNCTION_KEY,
        X10_MOUSE,
        STRING,
        STRING_ESCAPE,
        PASTE
    }

    private final Queue<TerminalEvent> events = new ArrayDeque<>();
    private final StringBuilder parameters = new StringBuilder();
    private PasteCollector paste = new PasteCollector();
    private State state = State.GROUND;
    /** The second Escape of {@code ESC ESC [ A}: rxvt's way to say Alt. */
    private boolean doubled;
    /** The character after ESC that opened a sequence; if nothing follows, it was Alt and that character. */
    private char introducer;

    private boolean tooLong;
    private char highSurrogate;
    private boolean altWithSurrogate;

    void accept(CharSequence characters) {
        characters.chars().forEach(character -> accept((char) character));
    }

    void accept(char character) {
        switch (state) {
            case GROUND -> ground(character);
            case ESCAPE -> afterEscape(character);
            case CSI -> csi(character);
            case SS3 -> ss3(character);
            case LINUX_FUNCTION_KEY -> finish(KeySequences.linuxFunctionKey(character));
            case X10_MOUSE -> x10Mouse(character);
            case STRING -> string(character);
            case STRING_ESCAPE -> afterEscapeInString(character);
            case PASTE -> paste(character);
        }
    }

    /** The next event, if one is complete. */
    Optional<TerminalEvent> next() {
        return Optional.ofNullable(events.poll());
    }

    /** How long to wait for the rest of what has begun; empty if nothing has. */
    Optional<Duration> patience() {
        return switch (state) {
            case GROUND -> highSurrogate == 0 ? Optional.empty() : Optional.of(KEY_PATIENCE);
            case PASTE -> Optional.of(PASTE_PATIENCE);
            default -> Optional.of(KEY_PATIENCE);
        };
    }

    /** No character came for as long as {@link #patience()} asked: what has begun is all there is. */
    void nothingMore() {
        switch (state) {
            case ESCAPE -> emitEscapes();
            case CSI, SS3, STRING -> emitAltIntroducer();
            case PASTE -> emitPaste();
            default -> {}
        }
        reset();
    }

    private void ground(char character) {
        switch (character) {
            case ESC -> begin(State.ESCAPE, (char) 0);
            case 0x9b -> begin(State.CSI, (char) 0);
            case 0x8f -> begin(State.SS3, (char) 0);
            case 0x90, 0x98, 0x9d, 0x9e, 0x9f -> begin(State.STRING, (char) 0);
            default -> plain(character, false);
        }
    }

    private void afterEscape(char character) {
        switch (character) {
            case ESC -> secondEscape();
            case '[' -> begin(State.CSI, character);
            case 'O' -> begin(State.SS3, character);
            case 'P', 'X', ']', '^', '_' -> begin(State.STRING, character);
            default -> altCharacter(character);
        }
    }

    private void begin(State next, char introducedBy) {
        if (next == State.ESCAPE) {
            doubled = false;
        }
        state = next;
        introducer = introducedBy;
        parameters.setLength(0);
        tooLong = false;
    }

    private void secondEscape() {
        if (doubled) {
            events.add(Key.of(KeyCode.ESCAPE));
        }
        doubled = true;
    }

    private void altCharacter(char character) {
        if (doubled) {
            events.add(Key.of(KeyCode.ESCAPE));
        }
        reset();
        plain(character, true);
    }

    private void plain(char character, boolean alt) {
        if (Character.isHighSurrogate(character)) {
            highSurrogate = character;
            altWithSurrogate = alt;
            return;
        }
        char high = highSurrogate;
        highSurrogate = 0;
        if (Character.isLowSurrogate(character)) {
            if (high != 0) {
                emit(Key.typing(Character.toCodePoint(high, character)), altWithSurrogate);
            }
            return;
        }
        KeySequences.single(character).ifPresent(key -> emit(key, alt));
    }

    private void emit(Key key, boolean alt) {
        events.add(alt ? key.withAlt() : key);
    }

    private void csi(char character) {
        if (parameters.isEmpty() && character == '[') {
            state = State.LINUX_FUNCTION_KEY;
            return;
        }
        boolean shiftInRxvt = character == '$' && KeySequences.isNumber(parameters);
        if (character >= 0x20 && character <= 0x3f && !shiftInRxvt) {
            remember(character);
            return;
        }
        if (shiftInRxvt || (character >= 0x40 && character <= 0x7e)) {
            csiEnds(character);
            return;
        }
        breakOff(character);
    }

    private void csiEnds(char last) {
        if (tooLong) {
            reset();
            return;
        }
        String given = parameters.toString();
        if (last == 'M' && given.isEmpty()) {
            state = State.X10_MOUSE;
            return;
        }
        if (last == '~' && given.equals("200")) {
            paste = new PasteCollector();
            state = State.PASTE;
            return;
        }
        finish(
                given.startsWith("<")
                        ? MouseReport.sgr(given.substring(1), last)
                        : KeySequences.csi(given, last).map(this::altIfDoubled));
    }

    private void ss3(char character) {
        if ((character >= '0' && character <= '9') || character == ';') {
            remember(character);
            return;
        }
        if (character >= 0x20 && character <= 0x7e) {
            finish(
                    tooLong
                            ? Optional.empty()
                            : KeySequences.ss3(parameters.toString(), character).map(this::altIfDoubled));
            return;
        }
        breakOff(character);
    }

    private Key altIfDoubled(Key key) {
        return doubled ? key.withAlt() : key;
    }

    private void remember(char character) {
        if (parameters.length() == LONGEST_PARAMETERS) {
            tooLong = true;
            return;
        }
        parameters.append(character);
    }

    /** A character that cannot stand inside a sequence: the sequence is lost, the character is not. */
    private void breakOff(char character) {
        reset();
        boolean cancels = character == 0x18 || character == 0x1a;
        if (!cancels) {
            ground(character);
        }
    }

    private void x10Mouse(char character) {
        parameters.append(character);
        if (parameters.length() == X10_LENGTH) {
            finish(MouseReport.x10(parameters));
        }
    }

    private void string(char character) {
        switch (character) {
            case 0x07, 0x9c, 0x18, 0x1a -> reset();
            case ESC -> state = State.STRING_ESCAPE;
            default -> introducer = 0;
        }
    }

    private void afterEscapeInString(char character) {
        begin(State.ESCAPE, (char) 0);
        if (character == '\\') {
            reset();
            return;
        }
        afterEscape(character);
    }

    private void paste(char character) {
        if (paste.accept(character)) {
            emitPaste();
            reset();
        }
    }

    private void finish(Optional<? extends TerminalEvent> event) {
        event.ifPresent(events::add);
        reset();
    }

    private void emitEscapes() {
        if (doubled) {
            events.add(Key.of(KeyCode.ESCAPE));
        }
        events.add(Key.of(KeyCode.ESCAPE));
    }

    private void emitAltIntroducer() {
        if (introducer == 0 || !parameters.isEmpty()) {
            return;
        }
        if (doubled) {
            events.add(Key.of(KeyCode.ESCAPE));
        }
        events.add(Key.typing(introducer).withAlt());
    }

    private void emitPaste() {
        events.add(new TerminalEvent.Paste(paste.text()));
        paste = new PasteCollector();
    }

    private void reset() {
        state = State.GROUND;
        doubled = false;
        introducer = 0;
        highSurrogate = 0;
        parameters.setLength(0);
        tooLong = false;
    }
}
