package dev.egresso.terminal;

/**
 * The columns that text takes on the screen: JLine's widths, as {@link Canvas} shows the text. A character that may not be
 * shown counts as the sign that stands for it.
 */
public final class TextWidth {
    private TextWidth() {}

    /** One code point as part of a text; 0 for a mark that sits on the character before it. */
    public static int of(int codePoint) {
        return EastAsianWidth.of(codePoint) == 0 && Character.getType(codePoint) == Character.NON_SPACING_MARK
                ? 0
                : of(Character.toString(codePoint));
    }

    public static int of(String text) {
        return Grapheme.columns(text);
    }
}
