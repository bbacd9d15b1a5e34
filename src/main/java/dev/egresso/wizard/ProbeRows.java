package dev.egresso.wizard;

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
import java.util.stream.Collectors;

/** What a probe found as rows: what does not fit first, each with the answer to change, then the facts. */
public final class ProbeRows {
    private static final int LABEL = 13;
    private static final String INDENT = "  ";

    private final Screens screens;
    private final Measure measure;
    private final int columns;
    private final List<Styled> rows = new ArrayList<>();

    private ProbeRows(Screens screens, Measure measure, int columns) {
        this.screens = screens;
        this.measure = measure;
        this.columns = columns;
    }

    /** @param columns how wide a row may be */
    public static List<Styled> of(Found found, List<Finding> findings, Screens screens, Measure measure, int columns) {
        ProbeRows made = new ProbeRows(screens, measure, columns);
        made.head(found, findings);
        findings.forEach(made::finding);
        List<Fact> facts = Facts.of(found);
        if (!findings.isEmpty() && !facts.isEmpty()) {
            made.rows.add(Styled.empty());
        }
        facts.forEach(made::fact);
        return made.rows;
    }

    private void head(Found found, List<Finding> findings) {
        String url = shown(found.aim().host() + " " + found.aim().port());
        rows.add(Styled.of(url, Ink.STRONG));
        rows.add(verdict(found, findings, screens));
        rows.add(Styled.empty());
    }

    /** In one row: reached or not, and how much there is to look at. */
    static Styled verdict(Found found, List<Finding> findings, Screens screens) {
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

    private void finding(Finding finding) {
        ProbeWords.Advice advice = screens.probes().of(finding);
        String sign = sign(finding.severity());
        for (String row : wrapped(advice.what(), 2)) {
            rows.add(Styled.of(sign + " ", ink(finding.severity())).plus(row));
            sign = " ";
        }
        for (String row : wrapped(advice.remedy() + " (" + finding.field() + ")", 4)) {
            rows.add(Styled.of("    " + row, Ink.DIM));
        }
    }

    private void fact(Fact fact) {
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
    }

    private List<String> wrapped(String text, int taken) {
        return Prose.wrap(shown(text), columns - taken, measure);
    }

    static String sign(Severity severity) {
        return switch (severity) {
            case ERROR -> "x";
            case WARNING -> "!";
            case INFO -> "i";
        };
    }

    static Ink ink(Severity severity) {
        return switch (severity) {
            case ERROR -> Ink.ERROR;
            case WARNING -> Ink.WARNING;
            case INFO -> Ink.INFO;
        };
    }

    /** Texts of certificates and servers, with nothing in them that a terminal would obey. */
    static String shown(String text) {
        return text.codePoints()
                .mapToObj(letter -> isObeyed(letter) ? "?" : Character.toString(letter))
                .collect(Collectors.joining());
    }

    private static boolean isObeyed(int letter) {
        int type = Character.getType(letter);
        return Character.isISOControl(letter)
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
