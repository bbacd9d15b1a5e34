package dev.egresso.terminal;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One character as a person counts them, in the form in which it may be shown, and the columns that it takes.
 *
 * <p>Two rules. Nothing is shown that the terminal would obey or that nobody would see: control characters, changes of
 * writing direction, characters without width; a sign stands in their place. And nothing is shown whose width terminals
 * disagree about (families and flags built from several emoji, letters built from several letters): one wrong guess would
 * shift the rest of the row.
 */
record Grapheme(String shown, int columns) {
    private static final Pattern EXTENDED_CLUSTER = Pattern.compile("\\X");
    private static final Grapheme REPLACEMENT = new Grapheme("\ufffd", 1);
    static final Grapheme SPACE = new Grapheme(" ", 1);
    private static final List<Grapheme> ASCII = IntStream.rangeClosed(' ', '~')
            .mapToObj(character -> new Grapheme(Character.toString(character), 1))
            .toList();
    private static final int CONTROL_PICTURES = 0x2400;
    private static final int DELETE_PICTURE = 0x2421;
    private static final int MOST_MARKS = 4;

    /** The pieces of a text, in their order. */
    static List<Grapheme> of(String text) {
        List<Grapheme> graphemes = new ArrayList<>(text.length());
        if (isPrintableAscii(text)) {
            text.chars().forEach(character -> graphemes.add(ASCII.get(character - ' ')));
            return graphemes;
        }
        Matcher clusters = EXTENDED_CLUSTER.matcher(text);
        while (clusters.find()) {
            add(clusters.group(), graphemes);
        }
        return graphemes;
    }

    /** The columns of a text, without building its pieces where they are one column each. */
    static int columns(String text) {
        if (isPrintableAscii(text)) {
            return text.length();
        }
        return of(text).stream().mapToInt(Grapheme::columns).sum();
    }

    /** The same for a terminal that shows ASCII only: a question mark per column. */
    static List<Grapheme> inAscii(String text) {
        return of(text).stream()
                .flatMap(grapheme -> isPrintableAscii(grapheme.shown)
                        ? Stream.of(grapheme)
                        : Stream.generate(() -> ASCII.get('?' - ' ')).limit(grapheme.columns))
                .toList();
    }

    private static boolean isPrintableAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character < ' ' || character > '~') {
                return false;
            }
        }
        return true;
    }

    private static void add(String cluster, List<Grapheme> graphemes) {
        if (cluster.equals("\r\n")) {
            graphemes.add(single('\r'));
            graphemes.add(single('\n'));
            return;
        }
        graphemes.add(cluster.length() == 1 ? single(cluster.charAt(0)) : ofCluster(cluster));
    }

    private static Grapheme ofCluster(String cluster) {
        String composed = Normalizer.normalize(withoutVariationSelectors(cluster), Normalizer.Form.NFC);
        if (composed.isEmpty()) {
            return REPLACEMENT;
        }
        int base = composed.codePointAt(0);
        int marks = composed.codePointCount(0, composed.length()) - 1;
        Grapheme alone = single(base);
        if (marks == 0 || alone.equals(REPLACEMENT)) {
            return alone;
        }
        boolean onlyMarks = composed.codePoints().skip(1).allMatch(Grapheme::isMark);
        return onlyMarks && marks <= MOST_MARKS ? new Grapheme(composed, alone.columns()) : REPLACEMENT;
    }

    /** Whether a sign is meant as text or as a picture is up to the terminal; its width must not be. */
    private static String withoutVariationSelectors(String cluster) {
        return cluster.replace("\ufe0e", "").replace("\ufe0f", "");
    }

    private static boolean isMark(int codePoint) {
        return EastAsianWidth.of(codePoint) == 0
                && Character.getType(codePoint) != Character.FORMAT
                && !isEmojiModifier(codePoint);
    }

    private static Grapheme single(int codePoint) {
        if (codePoint < ' ') {
            return new Grapheme(Character.toString(CONTROL_PICTURES + codePoint), 1);
        }
        if (codePoint == 0x7f) {
            return new Grapheme(Character.toString(DELETE_PICTURE), 1);
        }
        int columns = EastAsianWidth.of(codePoint);
        boolean visible = columns > 0 && !isHidden(codePoint) && !isPartOfAFlag(codePoint);
        return visible ? new Grapheme(Character.toString(codePoint), columns) : REPLACEMENT;
    }

    private static boolean isHidden(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.COMBINING_SPACING_MARK -> true;
            default -> isBlankLetter(codePoint);
        };
    }

    /** Letters that look like nothing at all or only make sense inside others: Hangul fillers and parts, blank Braille. */
    private static boolean isBlankLetter(int codePoint) {
        return switch (codePoint) {
            case 0x115f, 0x1160, 0x2800, 0x3164, 0xffa0 -> true;
            default -> codePoint >= 0xd7b0 && codePoint <= 0xd7fb;
        };
    }

    private static boolean isPartOfAFlag(int codePoint) {
        return codePoint >= 0x1f1e6 && codePoint <= 0x1f1ff;
    }

    private static boolean isEmojiModifier(int codePoint) {
        return codePoint >= 0x1f3fb && codePoint <= 0x1f3ff;
    }
}
