package dev.egresso.wizard;

import dev.egresso.check.Finding;
import dev.egresso.mesh.Origin;
import dev.egresso.mesh.Severity;
import dev.egresso.screens.Screens;
import dev.egresso.yaml.ReadSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Findings laid out below each other: where, in the form that editors jump to, then the lines, then what to do. */
public final class FindingRows {
    private static final int WIDEST_NUMBER = 5;

    private final ReadSet set;
    private final Screens screens;
    private final Map<String, List<String>> linesOf = new HashMap<>();

    private FindingRows(ReadSet set, Screens screens) {
        this.set = set;
        this.screens = screens;
    }

    /** @param files how many were read */
    public static List<Styled> of(List<Finding> findings, ReadSet set, int files, Screens screens) {
        FindingRows rows = new FindingRows(set, screens);
        List<Styled> all = new ArrayList<>();
        findings.forEach(finding -> all.addAll(rows.of(finding)));
        all.add(rows.summary(findings, files));
        all.addAll(rows.further(findings));
        return all;
    }

    private List<Styled> of(Finding finding) {
        Said said = Said.of(finding, screens.words());
        List<Styled> rows = new ArrayList<>();
        rows.add(Styled.of(where(finding), Ink.STRONG)
                .plus(severity(finding.severity()) + ": ", ink(finding.severity()))
                .plus(Visible.of(said.what()), Ink.STRONG)
                .plus(" [" + finding.rule() + said.peer().map(FindingRows::peer).orElse("") + "]", Ink.DIM));
        rows.addAll(excerpt(finding));
        rows.add(Styled.of("   " + Visible.of(said.why())));
        rows.add(Styled.of("   ").plus(screens.say("check-fix") + " ", Ink.KEY).plus(Visible.of(said.remedy())));
        rows.add(Styled.empty());
        return rows;
    }

    private static String peer(String code) {
        if (code.startsWith("KIA")) {
            return ", Kiali " + code;
        }
        return code.startsWith("IST") ? ", istioctl " + code : "";
    }

    private String where(Finding finding) {
        Optional<Origin.Read> read = finding.place().read();
        int column =
                set.span(finding.place()).map(dev.egresso.yaml.Span::column).orElse(1);
        return read.map(origin -> Visible.of(origin.file()) + ":" + origin.line() + ":" + column + ": ")
                .orElseGet(() -> finding.place() + ": ");
    }

    /** The line, the one before it, and a mark below the field. */
    private List<Styled> excerpt(Finding finding) {
        Optional<dev.egresso.yaml.Span> span = set.span(finding.place());
        List<String> lines = lines(finding);
        if (span.isEmpty() || span.get().line() > lines.size()) {
            return List.of();
        }
        int line = span.get().line();
        List<Styled> rows = new ArrayList<>();
        if (line > 1 && !lines.get(line - 2).isBlank()) {
            rows.add(numbered(line - 1, lines.get(line - 2)));
        }
        String text = lines.get(line - 1);
        rows.add(numbered(line, text));
        int from = Math.min(span.get().column() - 1, text.length());
        int length =
                Math.max(1, Visible.row(text.substring(from)).stripTrailing().length());
        String missing = finding.place().exists()
                ? ""
                : " " + screens.say("check-missing", "field", finding.place().key());
        rows.add(Styled.of(" ".repeat(WIDEST_NUMBER) + " | ", Ink.DIM)
                .plus(" ".repeat(Visible.row(text.substring(0, from)).length()))
                .plus("^".repeat(length), ink(finding.severity()))
                .plus(Visible.of(missing), Ink.DIM));
        return rows;
    }

    private List<String> lines(Finding finding) {
        String file = finding.place().read().map(Origin.Read::file).orElse("");
        return linesOf.computeIfAbsent(
                file,
                name -> set.text(finding.place().manifest()).orElse("").lines().toList());
    }

    private static Styled numbered(int line, String text) {
        return Styled.of(String.format("%" + WIDEST_NUMBER + "d | ", line), Ink.DIM)
                .plus(Visible.row(text));
    }

    private Styled summary(List<Finding> findings, int files) {
        String counts = screens.say(
                "check-summary",
                "files",
                Counted.of(files, "file"),
                "resources",
                Counted.of(set.manifests().size(), "resource"),
                "errors",
                Counted.of(count(findings, Severity.ERROR), "error"),
                "warnings",
                Counted.of(count(findings, Severity.WARNING), "warning"),
                "notes",
                Counted.of(count(findings, Severity.INFO), "note"));
        return Styled.of(counts, Ink.STRONG);
    }

    /** Where to read on, and what can be done at once. */
    private List<Styled> further(List<Finding> findings) {
        List<Styled> rows = new ArrayList<>();
        long mendable =
                findings.stream().filter(finding -> finding.fix().isPresent()).count();
        if (mendable > 0) {
            rows.add(Styled.of(screens.say("check-mendable", "count", Long.toString(mendable))));
        }
        findings.stream()
                .findFirst()
                .ifPresent(first -> rows.add(Styled.of(screens.say("check-learn", "rule", first.rule()))));
        return rows;
    }

    private static int count(List<Finding> findings, Severity severity) {
        return (int) findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    private static String severity(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
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
