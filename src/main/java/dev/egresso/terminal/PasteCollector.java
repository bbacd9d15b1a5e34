package dev.egresso.terminal;

/**
 * Gathers a bracketed paste up to its end mark. Everything in between is text, also what looks like a key: that is the
 * point of the brackets.
 */
final class PasteCollector {
    /** Far above anything one means to paste here; a terminal gone mad cannot fill the memory. */
    static final int LONGEST = 4_000_000;

    private static final String END = "\u001b[201~";

    private final StringBuilder text = new StringBuilder();
    private int matched;

    /** Takes one character and says whether it completed the end mark. */
    boolean accept(int character) {
        if (character == END.charAt(matched)) {
            matched++;
            return matched == END.length();
        }
        keep(END, matched);
        matched = character == END.charAt(0) ? 1 : 0;
        if (matched == 0 && text.length() < LONGEST) {
            text.appendCodePoint(character);
        }
        return false;
    }

    /** What came so far, its lines ended by {@code \n} whatever the terminal made of them. */
    String text() {
        return text.toString().replace("\r\n", "\n").replace('\r', '\n');
    }

    private void keep(String characters, int count) {
        if (text.length() + count <= LONGEST) {
            text.append(characters, 0, count);
        }
    }
}
