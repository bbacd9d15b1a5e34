package dev.egresso.yaml;

/** Finds the way over what carries no value: blanks, line ends and comments. */
final class Blank {
    private Blank() {}

    /** The first sign at or behind an index that is neither blank nor in a comment. */
    static int behind(String text, int from) {
        int at = from;
        while (at < text.length()) {
            if (text.charAt(at) == '#' && (at == 0 || Character.isWhitespace(text.charAt(at - 1)))) {
                at = lineEnd(text, at);
            } else if (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '\uFEFF') {
                at++;
            } else {
                return at;
            }
        }
        return at;
    }

    /** Where the line ends that an index is on: at its carriage return, its line feed, or the end of the text. */
    static int lineEnd(String text, int from) {
        int end = text.indexOf('\n', from);
        if (end < 0) {
            return text.length();
        }
        return end > from && text.charAt(end - 1) == '\r' ? end - 1 : end;
    }

    /** Where the next line begins, or the end of the text. */
    static int nextLine(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end + 1;
    }

    /** A byte order mark is no part of its line. */
    static int lineStart(String text, int from) {
        int start = text.lastIndexOf('\n', from - 1) + 1;
        return start == 0 && text.startsWith("\uFEFF") ? 1 : start;
    }

    /** Whether only blanks stand before an index on its line. */
    static boolean leads(String text, int index) {
        return text.substring(lineStart(text, index), index).isBlank();
    }

    static int column(String text, int index) {
        return index - lineStart(text, index);
    }
}
