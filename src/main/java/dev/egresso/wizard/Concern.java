package dev.egresso.wizard;

import dev.egresso.check.Finding;
import dev.egresso.mesh.FieldId;
import dev.egresso.mesh.FieldPath;
import dev.egresso.mesh.Problem;
import dev.egresso.mesh.Severity;
import dev.egresso.screens.Words;
import dev.egresso.yaml.Line;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One thing to say: about an answer, or about a line of the resources.
 *
 * @param field the question that can mend it, if there is one
 * @param line the line that it is about, if it is about one
 */
public record Concern(
        Severity severity,
        String id,
        Optional<FieldId> field,
        Optional<FieldPath> line,
        Optional<Problem> problem,
        Optional<Finding> finding) {
    /** The question that answers a finding, where it is another than the one that set the line. */
    private static final Map<String, FieldId> MENDING = Map.of(
            "x-int-no-service", FieldId.INTERNAL_SERVICE,
            "x-dr-scope-double-tls", FieldId.SHAPE,
            "x-tcp-port-clash", FieldId.EXTERNAL_URL,
            "dr-ca-unset", FieldId.CA_CERTIFICATES);

    static Concern of(Problem problem) {
        return new Concern(
                problem.severity(),
                problem.id(),
                Optional.of(problem.field()),
                Optional.empty(),
                Optional.of(problem),
                Optional.empty());
    }

    static Concern of(Finding finding, Preview preview) {
        FieldPath path = finding.place().nearest().path();
        Optional<FieldId> field = Optional.ofNullable(MENDING.get(finding.rule()))
                .or(() -> preview.panes().stream()
                        .flatMap(pane -> pane.lines().stream())
                        .filter(line -> line.path().equals(path))
                        .findFirst()
                        .map(Line::origin)
                        .flatMap(Focus::question));
        return new Concern(
                finding.severity(), finding.rule(), field, Optional.of(path), Optional.empty(), Optional.of(finding));
    }

    /** About a resource of the cluster that the set comes to stand beside. */
    static Concern elsewhere(Finding finding) {
        return new Concern(
                finding.severity(),
                finding.rule(),
                Optional.ofNullable(MENDING.get(finding.rule())),
                Optional.empty(),
                Optional.empty(),
                Optional.of(finding));
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** What is to be said, and what to do. */
    public Words.Sentence sentence(Words words) {
        return problem.map(words::of).orElseGet(() -> sentence(words.of(finding.orElseThrow())));
    }

    private static Words.Sentence sentence(Words.Check check) {
        String what = check.what().isEmpty()
                ? ""
                : check.what().substring(0, 1).toUpperCase(Locale.ROOT)
                        + check.what().substring(1) + ". ";
        return new Words.Sentence(what + check.why(), check.remedy());
    }
}
