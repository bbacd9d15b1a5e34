package dev.egresso.wizard;

import dev.egresso.mesh.Kind;
import dev.egresso.schema.Schema;
import dev.egresso.screens.Screens;
import dev.egresso.screens.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What there is to say about a rule by its id, about a term, and about asking at all. */
public final class ExplainedWord {
    private static final int COLUMNS = 100;
    private static final int LABEL = 12;

    private final Screens screens;
    private final Measure measure;
    private final List<Styled> rows = new ArrayList<>();

    private ExplainedWord(Screens screens, Measure measure) {
        this.screens = screens;
        this.measure = measure;
    }

    /** A rule that checks resources; what a finding fills in stands in brackets. */
    public static List<Styled> rule(String id, Screens screens, Measure measure) {
        Words.Check check = screens.words().check(id);
        ExplainedWord said = new ExplainedWord(screens, measure);
        said.head(id, check.title());
        said.labelled("explain-says", open(check.what()));
        said.labelled("explain-why", open(check.why()));
        said.labelled("explain-remedy", open(check.remedy()));
        said.labelled("explain-peer", said.peer(check.peer()));
        return said.rows;
    }

    private String peer(String code) {
        if (code.equals("none")) {
            return screens.say("explain-peer-none");
        }
        if (code.equals("webhook")) {
            return screens.say("explain-peer-webhook");
        }
        return screens.say(code.startsWith("KIA") ? "explain-peer-kiali" : "explain-peer-istioctl", "code", code);
    }

    /** A sentence about answers. */
    public static List<Styled> problem(String id, Words.Sentence sentence, Screens screens, Measure measure) {
        ExplainedWord said = new ExplainedWord(screens, measure);
        said.head(id, screens.say("explain-problem"));
        said.labelled("explain-says", open(sentence.what()));
        said.labelled("explain-remedy", open(sentence.remedy()));
        return said.rows;
    }

    /** A term of the glossary. */
    public static List<Styled> term(String term, String text, Screens screens, Measure measure) {
        ExplainedWord said = new ExplainedWord(screens, measure);
        said.rows.add(Styled.of(term, Ink.STRONG));
        said.rows.add(Styled.empty());
        Prose.wrap(text, COLUMNS - 2, measure).forEach(row -> said.rows.add(Styled.of("  " + row)));
        return said.rows;
    }

    /** The kinds, and how to ask. */
    public static List<Styled> kinds(Screens screens, Measure measure) {
        ExplainedWord said = new ExplainedWord(screens, measure);
        said.rows.add(Styled.of(screens.say("explain-kinds"), Ink.STRONG));
        for (Kind kind : Kind.values()) {
            Optional<Schema> schema = Schema.of(kind);
            String count = schema.map(fields -> screens.say(
                            "explain-count",
                            "count",
                            Integer.toString(fields.fields().size())))
                    .orElse("");
            said.rows.add(Styled.of("  ")
                    .plus(said.padded(kind.word(), LABEL + 6), Ink.KEY)
                    .plus(screens.say("pane-" + kind))
                    .plus(count, Ink.DIM));
        }
        said.rows.add(Styled.empty());
        said.rows.add(Styled.of(screens.say("explain-how"), Ink.STRONG));
        List.of("field", "kubectl", "part", "rule", "term", "file")
                .forEach(way -> said.rows.add(Styled.of("  ")
                        .plus(said.padded(screens.say("explain-how-" + way), 52), Ink.KEY)
                        .plus(screens.say("explain-how-" + way + "-means"))));
        return said.rows;
    }

    private void head(String id, String title) {
        rows.add(Styled.of(id, Ink.STRONG));
        rows.add(Styled.of(title, Ink.KEY));
        rows.add(Styled.empty());
    }

    private void labelled(String words, String text) {
        String label = screens.say(words);
        for (String row : Prose.wrap(text, COLUMNS - LABEL - 2, measure)) {
            rows.add(Styled.of("  ").plus(padded(label, LABEL), Ink.KEY).plus(row));
            label = "";
        }
    }

    private String padded(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - measure.of(text)));
    }

    /** Names that a finding fills in. */
    private static String open(String text) {
        return text.replaceAll("\\{([a-z-]+)}", "<$1>");
    }
}
