package dev.egresso.wizard;

import dev.egresso.screens.Screens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Rows with a label on the left and prose on the right, below a name and what it stands for. */
final class LabelledRows {
    /** As wide as lines are good to read. */
    static final int COLUMNS = 100;

    private static final int LABEL = 13;
    private static final String INDENT = "  ";

    private final Screens screens;
    private final Measure measure;
    private final int columns;
    private final List<Styled> rows = new ArrayList<>();

    LabelledRows(Screens screens, Measure measure) {
        this(screens, measure, COLUMNS);
    }

    LabelledRows(Screens screens, Measure measure, int columns) {
        this.screens = screens;
        this.measure = measure;
        this.columns = Math.min(COLUMNS, columns);
    }

    List<Styled> rows() {
        return rows;
    }

    LabelledRows head(String name, String title) {
        return row(Styled.of(name, Ink.STRONG)).row(Styled.of(title, Ink.KEY)).row(Styled.empty());
    }

    LabelledRows row(Styled row) {
        rows.add(row);
        return this;
    }

    LabelledRows prose(String text) {
        Prose.wrap(text, columns - INDENT.length(), measure).forEach(row -> rows.add(Styled.of(INDENT + row)));
        return this;
    }

    /** @param words of the label */
    LabelledRows labelled(String words, String text) {
        String label = screens.say(words);
        for (String row : Prose.wrap(text, columns - LABEL - INDENT.length(), measure)) {
            rows.add(label(label).plus(row));
            label = "";
        }
        return this;
    }

    /** A label with a list of words and what each of them means. */
    LabelledRows labelled(String words, Map<String, String> meanings) {
        int width = meanings.keySet().stream().mapToInt(measure::of).max().orElse(0) + 2;
        String label = screens.say(words);
        for (Map.Entry<String, String> meaning : meanings.entrySet()) {
            String word = meaning.getKey();
            for (String row : Prose.wrap(meaning.getValue(), columns - INDENT.length() - LABEL - width, measure)) {
                rows.add(label(label).plus(padded(word, width), Ink.STRONG).plus(row));
                label = "";
                word = "";
            }
        }
        return this;
    }

    private Styled label(String label) {
        return Styled.of(INDENT).plus(padded(label, LABEL), Ink.KEY);
    }

    String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - measure.of(text)));
    }
}
