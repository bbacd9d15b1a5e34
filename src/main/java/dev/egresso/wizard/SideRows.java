package dev.egresso.wizard;

import dev.egresso.mesh.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** One side of the review, row by row: what can be done and by which key, labelled facts, resources, further keys. */
final class SideRows {
    private static final int LABEL = 10;
    private static final int INDENT = 2;
    private static final int KIND = 1
            + Arrays.stream(Kind.values())
                    .mapToInt(kind -> kind.word().length())
                    .max()
                    .orElse(0);

    private final Session session;
    private final Measure measure;
    private final Upper.Rows rows;

    SideRows(Session session, int width) {
        this.session = session;
        this.measure = session.setup().measure();
        this.rows = new Upper.Rows(width, measure);
    }

    List<Styled> rows() {
        return rows.rows();
    }

    /** A resource, and what is said in front of it. */
    record Named(Styled word, Kind kind, String namespace, String name) {}

    /** @param words of what can be done */
    SideRows head(String words, String key) {
        Styled title = Styled.of(session.say(words), Ink.STRONG);
        Styled press = Styled.of(session.say("review-press") + " ", Ink.DIM).plus(key, Ink.MARK);
        int room = rows.width() - press.width(measure) - 1;
        rows.add(title.fit(Math.max(title.width(measure) + 1, room), measure).plus(press));
        return this;
    }

    /** @param words of the label */
    SideRows fact(String words, String text) {
        return fact(words, text, Ink.PLAIN);
    }

    SideRows fact(String words, String text, Ink ink) {
        String label = session.say(words);
        rows.prose(text, ink, Styled.of(label + " ".repeat(Math.max(1, LABEL - measure.of(label))), Ink.KEY), INDENT);
        return this;
    }

    /** The words that stand behind a sign. */
    SideRows said(Styled sign, String text, Ink ink) {
        rows.prose(text, ink, sign, INDENT);
        return this;
    }

    SideRows row(Styled row) {
        rows.add(Styled.of(" ".repeat(INDENT)).plus(row));
        return this;
    }

    /** One below the other; with their namespaces where there is room for all of them. */
    SideRows resources(List<Named> resources) {
        int words = resources.stream()
                .mapToInt(named -> named.word().width(measure))
                .max()
                .orElse(0);
        boolean roomy = resources.stream()
                .allMatch(named -> 2 * INDENT + words + KIND + measure.of(path(named)) < rows.width());
        for (Named named : resources) {
            rows.add(Styled.of(" ".repeat(2 * INDENT))
                    .plus(named.word().fit(words, measure))
                    .plus(
                            String.format(
                                    Locale.ROOT, "%-" + KIND + "s", named.kind().word()),
                            Ink.KEY)
                    .plus(roomy ? path(named) : named.name()));
        }
        return this;
    }

    private static String path(Named named) {
        return named.namespace() + "/" + named.name();
    }

    /** Further keys, each with what it does: as many as there is room for. @param words of them, a line each */
    SideRows keys(String words) {
        Styled row = Styled.of(" ".repeat(INDENT));
        for (String key : session.say(words).lines().toList()) {
            int space = key.indexOf(' ');
            Styled next = Styled.of(key.substring(0, space), Ink.MARK).plus(key.substring(space) + "   ", Ink.DIM);
            if (row.width(measure) + next.width(measure) - 3 <= rows.width()) {
                row = row.plus(next);
            }
        }
        rows.add(row);
        return this;
    }
}
