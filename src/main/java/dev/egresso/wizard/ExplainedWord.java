package dev.egresso.wizard;

import dev.egresso.mesh.Kind;
import dev.egresso.schema.Schema;
import dev.egresso.screens.Screens;
import dev.egresso.screens.Words;
import java.util.List;

/** What there is to say about a rule by its id, about a term, and about asking at all. */
public final class ExplainedWord {
    private static final List<String> WAYS = List.of("field", "kubectl", "part", "rule", "term", "file");
    private static final int WAY = 54;
    private static final int KIND = 18;

    private ExplainedWord() {}

    /** A rule that checks resources; what a finding fills in stands in angle brackets. */
    public static List<Styled> rule(String id, Screens screens, Measure measure) {
        return rule(id, screens, measure, LabelledRows.COLUMNS);
    }

    static List<Styled> rule(String id, Screens screens, Measure measure, int columns) {
        Words.Check check = screens.words().check(id);
        return new LabelledRows(screens, measure, columns)
                .head(id, check.title())
                .labelled("explain-says", open(check.what()))
                .labelled("explain-why", open(check.why()))
                .labelled("explain-remedy", open(check.remedy()))
                .labelled("explain-peer", peer(check.peer(), screens))
                .rows();
    }

    private static String peer(String code, Screens screens) {
        if (code.equals("none") || code.equals("webhook")) {
            return screens.say("explain-peer-" + code);
        }
        return screens.say(code.startsWith("KIA") ? "explain-peer-kiali" : "explain-peer-istioctl", "code", code);
    }

    /** A sentence about answers. */
    public static List<Styled> problem(String id, Words.Sentence sentence, Screens screens, Measure measure) {
        return problem(id, sentence, screens, measure, LabelledRows.COLUMNS);
    }

    static List<Styled> problem(String id, Words.Sentence sentence, Screens screens, Measure measure, int columns) {
        return new LabelledRows(screens, measure, columns)
                .head(id, screens.say("explain-problem"))
                .labelled("explain-says", open(sentence.what()))
                .labelled("explain-remedy", open(sentence.remedy()))
                .rows();
    }

    /** A term of the glossary. */
    public static List<Styled> term(String term, String text, Screens screens, Measure measure) {
        return new LabelledRows(screens, measure)
                .row(Styled.of(term, Ink.STRONG))
                .row(Styled.empty())
                .prose(text)
                .rows();
    }

    /** The kinds, and how to ask. */
    public static List<Styled> kinds(Screens screens, Measure measure) {
        LabelledRows rows = new LabelledRows(screens, measure);
        rows.row(Styled.of(screens.say("explain-kinds"), Ink.STRONG));
        for (Kind kind : Kind.values()) {
            rows.row(Styled.of("  ")
                    .plus(rows.padded(kind.word(), KIND), Ink.KEY)
                    .plus(screens.say("pane-" + kind))
                    .plus(count(kind, screens), Ink.DIM));
        }
        rows.row(Styled.empty()).row(Styled.of(screens.say("explain-how"), Ink.STRONG));
        WAYS.forEach(way -> rows.row(Styled.of("  ")
                .plus(rows.padded(screens.say("explain-how-" + way), WAY), Ink.KEY)
                .plus(screens.say("explain-how-" + way + "-means"))));
        return rows.rows();
    }

    private static String count(Kind kind, Screens screens) {
        return Schema.of(kind)
                .map(schema -> screens.say(
                        "explain-count",
                        "count",
                        Integer.toString(schema.fields().size())))
                .orElse("");
    }

    /** Names that a finding fills in. */
    private static String open(String text) {
        return text.replaceAll("\\{([a-z-]+)}", "<$1>");
    }
}
