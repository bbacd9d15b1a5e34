package dev.egresso.yaml;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.Chunk;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What would change in a text, line by line, as a value: a screen lays it out, a log prints it as a unified diff.
 *
 * @param rows every line of both texts, in the order in which a reader meets them; of a change, what goes stands first
 */
public record TextDifference(List<Row> rows) {
    /** What {@code diff -u} shows around a change. */
    public static final int CONTEXT = 3;

    /** The effort grows with the square of what differs; two texts that share so little are better read apart. */
    private static final int MOST_LINES_COMPARED = 10_000;

    public TextDifference {
        rows = List.copyOf(rows);
    }

    /** Whether a line stays, goes or comes. */
    public enum Kind {
        SAME(' '),
        REMOVED('-'),
        ADDED('+');

        private final char sign;

        Kind(char sign) {
            this.sign = sign;
        }

        public char sign() {
            return sign;
        }
    }

    /**
     * One line, of the old text, the new one, or both.
     *
     * @param oldLine counted from 1; 0 for a line that is only in the new text
     * @param newLine counted from 1; 0 for a line that is only in the old text
     * @param text without the line feed; a carriage return before it is part of the text
     * @param ended false for the last line of a text that does not end in a line feed
     */
    public record Row(Kind kind, int oldLine, int newLine, String text, boolean ended) {
        public Row(Kind kind, int oldLine, int newLine, String text) {
            this(kind, oldLine, newLine, text, true);
        }

        private static Row of(Kind kind, int oldLine, int newLine, String line) {
            boolean ended = line.endsWith("\n");
            return new Row(kind, oldLine, newLine, ended ? line.substring(0, line.length() - 1) : line, ended);
        }
    }

    public static TextDifference between(String oldText, String newText) {
        List<String> olds = lines(oldText);
        List<String> news = lines(newText);
        BitSet gone = new BitSet();
        BitSet come = new BitSet();
        mark(olds, news, gone, come);
        List<Row> rows = new ArrayList<>(Math.max(olds.size(), news.size()));
        int oldAt = 0;
        int newAt = 0;
        while (oldAt < olds.size() || newAt < news.size()) {
            if (gone.get(oldAt)) {
                rows.add(Row.of(Kind.REMOVED, oldAt + 1, 0, olds.get(oldAt++)));
            } else if (come.get(newAt)) {
                rows.add(Row.of(Kind.ADDED, 0, newAt + 1, news.get(newAt++)));
            } else {
                rows.add(Row.of(Kind.SAME, oldAt + 1, newAt + 1, olds.get(oldAt++)));
                newAt++;
            }
        }
        return new TextDifference(rows);
    }

    /** Nothing would change. */
    public boolean isEmpty() {
        return rows.stream().allMatch(row -> row.kind() == Kind.SAME);
    }

    public long count(Kind kind) {
        return rows.stream().filter(row -> row.kind() == kind).count();
    }

    /** The changes, each with up to so many unchanged lines around it; changes that are close stand in one hunk. */
    public List<List<Row>> hunks(int context) {
        List<List<Row>> hunks = new ArrayList<>();
        int from = -1;
        int to = -1;
        for (int at = 0; at < rows.size(); at++) {
            if (rows.get(at).kind() == Kind.SAME) {
                continue;
            }
            if (from >= 0 && at - context > to) {
                hunks.add(rows.subList(from, to));
                from = -1;
            }
            from = from < 0 ? Math.max(0, at - context) : from;
            to = Math.min(rows.size(), at + 1 + context);
        }
        if (from >= 0) {
            hunks.add(rows.subList(from, to));
        }
        return hunks;
    }

    /** As {@code diff -u} writes it, fit for {@code patch}; nothing if nothing would change. */
    public String unified(String oldName, String newName) {
        if (isEmpty()) {
            return "";
        }
        return "--- " + inOneLine(oldName) + "\n+++ " + inOneLine(newName) + "\n"
                + hunks(CONTEXT).stream().map(TextDifference::unified).collect(Collectors.joining());
    }

    private static String unified(List<Row> hunk) {
        StringBuilder text = new StringBuilder("@@ -")
                .append(range(hunk.stream()
                        .mapToInt(Row::oldLine)
                        .filter(line -> line > 0)
                        .toArray()))
                .append(" +")
                .append(range(hunk.stream()
                        .mapToInt(Row::newLine)
                        .filter(line -> line > 0)
                        .toArray()))
                .append(" @@\n");
        for (Row row : hunk) {
            text.append(row.kind().sign()).append(row.text()).append('\n');
            text.append(row.ended() ? "" : "\\ No newline at end of file\n");
        }
        return text.toString();
    }

    /** A hunk holds no line of a text only if that text is empty, since otherwise it has lines around the change. */
    private static String range(int[] lines) {
        if (lines.length == 0) {
            return "0,0";
        }
        return lines.length == 1 ? "" + lines[0] : lines[0] + "," + lines.length;
    }

    /** A file name may hold a line feed, and would begin a line of the diff with it. */
    private static String inOneLine(String name) {
        return name.replaceAll("\\p{Cntrl}", "?");
    }

    /** Which old lines go and which new ones come. */
    private static void mark(List<String> olds, List<String> news, BitSet gone, BitSet come) {
        int head = sharedHead(olds, news);
        int tail = sharedTail(olds.subList(head, olds.size()), news.subList(head, news.size()));
        List<String> oldMiddle = olds.subList(head, olds.size() - tail);
        List<String> newMiddle = news.subList(head, news.size() - tail);
        if (oldMiddle.size() + newMiddle.size() > MOST_LINES_COMPARED) {
            gone.set(head, head + oldMiddle.size());
            come.set(head, head + newMiddle.size());
            return;
        }
        DiffUtils.diff(oldMiddle, newMiddle, new MyersDiffWithLinearSpace<>())
                .getDeltas()
                .forEach(delta -> {
                    mark(gone, head, delta.getSource());
                    mark(come, head, delta.getTarget());
                });
    }

    private static void mark(BitSet lines, int head, Chunk<String> chunk) {
        int from = head + chunk.getPosition();
        lines.set(from, from + chunk.size());
    }

    private static int sharedHead(List<String> olds, List<String> news) {
        int most = Math.min(olds.size(), news.size());
        int shared = 0;
        while (shared < most && olds.get(shared).equals(news.get(shared))) {
            shared++;
        }
        return shared;
    }

    private static int sharedTail(List<String> olds, List<String> news) {
        int most = Math.min(olds.size(), news.size());
        int shared = 0;
        while (shared < most && olds.get(olds.size() - 1 - shared).equals(news.get(news.size() - 1 - shared))) {
            shared++;
        }
        return shared;
    }

    /** Lines keep their line feed, so that a last line without one differs from one with it. */
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
            lines.add(text.substring(from, end + 1));
            from = end + 1;
        }
        if (from < text.length()) {
            lines.add(text.substring(from));
        }
        return lines;
    }
}
