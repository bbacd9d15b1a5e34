package dev.egresso.wizard;

import java.util.stream.Collectors;

/** Text that came from outside, of files, requests, pods and servers, with nothing in it that a terminal would obey. */
final class Harmless {
    private Harmless() {}

    /** A question mark for each control, format, surrogate and separator character. */
    static String text(String text) {
        return text.codePoints()
                .mapToObj(letter -> isObeyed(letter) ? "?" : Character.toString(letter))
                .collect(Collectors.joining());
    }

    private static boolean isObeyed(int letter) {
        int type = Character.getType(letter);
        return Character.isISOControl(letter)
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
