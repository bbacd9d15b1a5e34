package dev.egresso.wizard;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A line of text being edited.
 *
 * @param caret index into the text, always between two whole characters as people see them
 */
public record TextField(String text, int caret) {
    private static final int LONGEST = 65_536;
    private static final Pattern CLUSTER = Pattern.compile("\\X");

    public static TextField holding(String text) {
        return new TextField(text, text.length());
    }

    /** The text with more at the caret; line ends and other control characters become blanks. */
    public TextField insert(String typed) {
        String clean = typed.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
        clean = text.isEmpty() ? clean.stripLeading() : clean;
        if (text.length() + clean.length() > LONGEST) {
            clean = clean.substring(0, Math.max(0, Math.min(clean.length(), LONGEST - text.length())));
            clean = clean.isEmpty() || !Character.isHighSurrogate(clean.charAt(clean.length() - 1))
                    ? clean
                    : clean.substring(0, clean.length() - 1);
        }
        return new TextField(text.substring(0, caret) + clean + text.substring(caret), caret + clean.length());
    }

    /** The field after a key, if the key edits or moves the caret. */
    public Optional<TextField> press(Key key) {
        return switch (key) {
            case LEFT -> Optional.of(at(before(caret)));
            case RIGHT -> Optional.of(at(after(caret)));
            case HOME -> Optional.of(at(0));
            case END -> Optional.of(at(text.length()));
            case WORD_LEFT -> Optional.of(at(wordBefore()));
            case WORD_RIGHT -> Optional.of(at(wordAfter()));
            case BACKSPACE -> Optional.of(without(before(caret), caret));
            case DELETE -> Optional.of(without(caret, after(caret)));
            case DELETE_WORD -> Optional.of(without(wordBefore(), caret));
            case DELETE_WORD_AFTER -> Optional.of(without(caret, wordAfter()));
            case CLEAR_BEFORE -> Optional.of(without(0, caret));
            case CLEAR_AFTER -> Optional.of(without(caret, text.length()));
            default -> Optional.empty();
        };
    }

    private TextField at(int index) {
        return new TextField(text, index);
    }

    private TextField without(int from, int to) {
        return new TextField(text.substring(0, from) + text.substring(to), from);
    }

    private int before(int index) {
        if (index == 0) {
            return 0;
        }
        return isPlain()
                ? index - 1
                : edges().filter(edge -> edge < index).max().orElse(0);
    }

    private int after(int index) {
        if (index == text.length()) {
            return index;
        }
        return isPlain()
                ? index + 1
                : edges().filter(edge -> edge > index).min().orElse(text.length());
    }

    private boolean isPlain() {
        return text.chars().allMatch(character -> character < 0x80);
    }

    /** Where whole characters end, those that are joined from several counted as one. */
    private IntStream edges() {
        return CLUSTER.matcher(text).results().mapToInt(MatchResult::end);
    }

    private int wordBefore() {
        int index = caret;
        while (index > 0 && !isWord(index - 1)) {
            index--;
        }
        while (index > 0 && isWord(index - 1)) {
            index--;
        }
        return index;
    }

    private int wordAfter() {
        int index = caret;
        while (index < text.length() && !isWord(index)) {
            index++;
        }
        while (index < text.length() && isWord(index)) {
            index++;
        }
        return index;
    }

    private boolean isWord(int index) {
        char character = text.charAt(index);
        return Character.isLetterOrDigit(character) || Character.isSurrogate(character) || character == '_';
    }
}
