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
 * <p>What it does not know it takes whole. No part of a sequence may end up as typed text, however broken the sequence is
 * and however long.
 */
final class KeyDecoder {
    /** How long the rest of a key may take; a person who presses Escape waits this long. */
    static final Duration KEY_PATIENCE = Duration.ofMillis(50);

    /** How long a paste may pause before it counts as ended without its end mark. */
    static final Duration PASTE_PATIENCE = Duration.ofSeconds(1);

    private static final int ESC = 0x1b;
    private static final int BELL = 0x07;
    private static final int CANCEL = 0x18;
    private static final int SUBSTITUTE = 0x1a;
    private static final int STRING_TERMINATOR = 0x9c;

    private enum State {
        GROUND,
        ESCAPE,
        SEQUENCE,
        /** An answer of the terminal, which ends with ST or BEL. */
        STRING,
        STRING_ESCAPE,
        PASTE
    }

    private final Queue<TerminalEvent> events = new ArrayDeque<>();
    private ControlSequence sequence = ControlSequence.csi();
    private PasteCollector paste = new PasteCollector();
    private State state = State.GROUND;
    /** The second Escape of {@code ESC ESC [ A}: rxvt's way to say Alt. */
    private boolean doubled;
    /** The character after ESC that opened a sequence or string; if nothing follows, it was Alt and that character. */
    private int introducer;

    void accept(CharSequence characters) {
        characters.codePoints().forEach(this::accept);
    }

    /** Takes one code point. */
    void accept(int character) {
        switch (state) {
            case GROUND -> ground(character);
            case ESCAPE -> afterEscape(character);
            case SEQUENCE -> inSequence(character);
            case STRING -> inString(character);
            case STRING_ESCAPE -> afterEscapeInString(character);
            case PASTE -> inPaste(character);
        }
    }

    /** The next event, if one is complete. */
    Optional<TerminalEvent> next() {
        return Optional.ofNullable(events.poll());
    }

    /** How long to wait for the rest of what has begun; empty if nothing has. */
    Optional<Duration> patience() {
        return switch (state) {
            case GROUND -> Optional.empty();
            case PASTE -> Optional.of(PASTE_PATIENCE);
            default -> Optional.of(KEY_PATIENCE);
        };
    }

    /** No character came for as long as {@link #patience()} asked: what has begun is all there is. */
    void nothingMore() {
        boolean onlyOpened = state == State.STRING || (state == State.SEQUENCE && sequence.isEmpty());
        if (state == State.ESCAPE) {
            emitFirstEscape();
            events.add(Key.of(KeyCode.ESCAPE));
        }
        if (onlyOpened && introducer != 0) {
            emitFirstEscape();
            events.add(Key.typing(introducer).withAlt());
        }
        if (state == State.PASTE) {
            emitPaste();
        }
        reset();
    }

    private void ground(int character) {
        switch (character) {
            case ESC -> state = State.ESCAPE;
            case 0x9b -> begin(ControlSequence.csi(), 0);
            case 0x8f -> begin(ControlSequence.ss3(), 0);
            case 0x90, 0x98, 0x9d, 0x9e, 0x9f -> beginString(0);
            default -> KeySequences.single(character).ifPresent(events::add);
        }
    }

    private void afterEscape(int character) {
        switch (character) {
            case ESC -> secondEscape();
            case '[' -> begin(ControlSequence.csi(), character);
            case 'O' -> begin(ControlSequence.ss3(), character);
            case 'P', 'X', ']', '^', '_' -> beginString(character);
            default -> altCharacter(character);
        }
    }

    private void begin(ControlSequence next, int introducedBy) {
        state = State.SEQUENCE;
        sequence = next;
        introducer = introducedBy;
    }

    private void beginString(int introducedBy) {
        state = State.STRING;
        introducer = introducedBy;
    }

    private void secondEscape() {
        emitFirstEscape();
        doubled = true;
    }

    private void altCharacter(int character) {
        emitFirstEscape();
        reset();
        KeySequences.single(character).map(Key::withAlt).ifPresent(events::add);
    }

    /** Of two Escapes, the first is a key of its own if no sequence follows. */
    private void emitFirstEscape() {
        if (doubled) {
            events.add(Key.of(KeyCode.ESCAPE));
        }
    }

    private void inSequence(int character) {
        switch (sequence.accept(character)) {
            case GOES_ON -> {}
            case COMPLETE -> sequenceEnds();
            case BROKEN_OFF -> breakOff(character);
        }
    }

    private void sequenceEnds() {
        boolean alt = doubled;
        sequence.event().ifPresent(event -> events.add(alt && event instanceof Key key ? key.withAlt() : event));
        boolean pasted = sequence.startsPaste();
        reset();
        if (pasted) {
            state = State.PASTE;
        }
    }

    private void breakOff(int character) {
        reset();
        if (character != CANCEL && character != SUBSTITUTE) {
            ground(character);
        }
    }

    private void inString(int character) {
        switch (character) {
            case BELL, STRING_TERMINATOR, CANCEL, SUBSTITUTE -> reset();
            case ESC -> state = State.STRING_ESCAPE;
            default -> introducer = 0;
        }
    }

    private void afterEscapeInString(int character) {
        reset();
        if (character != '\\') {
            state = State.ESCAPE;
            afterEscape(character);
        }
    }

    private void inPaste(int character) {
        if (paste.accept(character)) {
            emitPaste();
            reset();
        }
    }

    private void emitPaste() {
        events.add(new TerminalEvent.Paste(paste.text()));
        paste = new PasteCollector();
    }

    private void reset() {
        state = State.GROUND;
        doubled = false;
        introducer = 0;
    }
}
