/**
 * Open the terminal with JLine, know its size, its colours and the width of text; let Lanterna draw on it; give it back
 * whole.
 *
 * <p>Start at {@link dev.egresso.terminal.FullScreen}; what is drawn goes through {@link dev.egresso.terminal.Canvas},
 * what is pressed comes out as a {@link dev.egresso.terminal.TerminalEvent}. The parts, from the outside in:
 *
 * <ul>
 *   <li>{@code Tty} asks JLine for the terminal, puts it in raw mode and puts back exactly what it found; {@code Takeover}
 *       knows whose terminal it is at the moment;
 *   <li>{@code Keyboard} reads bytes without ever waiting for long, {@code KeyDecoder} makes events of them;
 *   <li>{@code DeltaScreen} is Lanterna's screen buffer with an encoder of our own, because Lanterna's guesses widths and
 *       writes NUL bytes; {@code Grapheme} decides what of a text may be shown and how many columns it takes.
 * </ul>
 *
 * <p>What the keys mean and what the page looks like is not known here.
 */
package dev.egresso.terminal;
