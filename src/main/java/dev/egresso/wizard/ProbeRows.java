package dev.egresso.wizard;

import dev.egresso.mesh.FieldId;
import dev.egresso.mesh.Severity;
import dev.egresso.outside.Fact;
import dev.egresso.outside.Facts;
import dev.egresso.outside.Finding;
import dev.egresso.outside.Found;
import dev.egresso.outside.Judgement;
import dev.egresso.screens.ProbeWords;
import dev.egresso.screens.Screens;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What a probe found as rows: what does not fit first, each with the answer to change, then the facts. */
public final class ProbeRows {
    private static final int LABEL = 13;
    private static final String INDENT = "  ";

    private final Screens screens;
    private final Measure measure;
    private final int columns;
    private final Function<FieldId, String> named;

    /**
     * @param columns how wide a row may be
     * @param named how an answer is called where this is read
     */
    ProbeRows(Screens screens, Measure measure, int columns, Function<FieldId, String> named) {
        this.screens = screens;
        this.measure = measure;
        this.columns = columns;
        this.named = named;
    }

    /** All of it, with answers called as the flags are. @param columns how wide a row may be */
    public static List<Styled> of(Found found, List<Finding> findings, Screens screens, Measure measure, int columns) {
        ProbeRows words = new ProbeRows(screens, measure, columns, field -> "--" + field);
        List<Styled> rows = new ArrayList<>(words.head(found, findings));
        findings.forEach(finding -> rows.addAll(words.finding(finding, false)));
        rows.addAll(words.facts(found, findings));
        return rows;
    }

    /** Who was asked, and what came of it. */
    List<Styled> head(Found found, List<Finding> findings) {
        String asked = Harmless.text(found.aim().host() + " " + found.aim().port());
        return List.of(Styled.of(asked, Ink.STRONG), verdict(found, findings), Styled.empty());
    }

    /** In one row: reached or not, and how much there is to look at. */
    private Styled verdict(Found found, List<Finding> findings) {
        if (found.isCancelled()) {
            return Styled.of(screens.say("probe-cancelled"), Ink.WARNING);
        }
        if (!Judgement.isReached(found)) {
            return Styled.of(screens.say("probe-not-reached"), Ink.ERROR);
        }
        long count = findings.stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .count();
        return count == 0
                ? Styled.of(screens.say("probe-fits"), Ink.OK)
                : Styled.of(screens.say("probe-fits-not", "count", Long.toString(count)), Ink.WARNING);
    }

    /** What does not fit, and what to do. @param marked whether the cursor is at it */
    List<Styled> finding(Finding finding, boolean marked) {
        List<Styled> rows = new ArrayList<>();
        ProbeWords.Advice advice = screens.probes().of(finding);
        String sign = sign(finding.severity());
        for (String row : wrapped(advice.what(), 2)) {
            rows.add(Styled.of(sign + " ", ink(finding.severity())).plus(row, marked ? Ink.STRONG : Ink.PLAIN));
            sign = " ";
        }
        for (String row : wrapped(advice.remedy() + " (" + named.apply(finding.field()) + ")", 4)) {
            rows.add(Styled.of("    ").plus(row, Ink.DIM));
        }
        return rows;
    }

    /** What was found, in the order of a connection. */
    List<Styled> facts(Found found, List<Finding> findings) {
        List<Styled> rows = new ArrayList<>();
        List<Fact> facts = Facts.of(found);
        if (!findings.isEmpty() && !facts.isEmpty()) {
            rows.add(Styled.empty());
        }
        facts.forEach(fact -> rows.addAll(fact(fact)));
        return rows;
    }

    private List<Styled> fact(Fact fact) {
        List<Styled> rows = new ArrayList<>();
        ProbeWords.Said said = screens.probes().of(fact);
        String label = said.label();
        for (String row : wrapped(said.says(), LABEL + 2)) {
            String padded = label + " ".repeat(Math.max(0, LABEL - measure.of(label)));
            rows.add(Styled.of(INDENT).plus(padded, Ink.KEY).plus(row));
            label = "";
        }
        for (String row : wrapped(said.means(), LABEL + 2)) {
            rows.add(Styled.of(" ".repeat(LABEL + 2)).plus(row, Ink.DIM));
        }
        return rows;
    }

    private List<String> wrapped(String text, int taken) {
        return Prose.wrap(Harmless.text(text), columns - taken, measure);
    }

    private static String sign(Severity severity) {
        return switch (severity) {
            case ERROR -> "x";
            case WARNING -> "!";
            case INFO -> "i";
        };
    }

    private static Ink ink(Severity severity) {
        return switch (severity) {
            case ERROR -> Ink.ERROR;
            case WARNING -> Ink.WARNING;
            case INFO -> Ink.INFO;
        };
    }
}
