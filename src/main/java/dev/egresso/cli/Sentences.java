package dev.egresso.cli;

import dev.egresso.mesh.FieldPath;
import dev.egresso.mesh.Problem;
import dev.egresso.mesh.Severity;
import dev.egresso.screens.Words;
import dev.egresso.wizard.Concern;
import java.util.Locale;

/** Problems as rows of plain text. */
final class Sentences {
    private Sentences() {}

    static String of(Problem problem, Bundled bundled) {
        return row(
                problem.severity(),
                "--" + problem.field(),
                bundled.screens().words().of(problem));
    }

    static String of(Concern concern, Bundled bundled) {
        String subject = concern.line()
                .map(FieldPath::toString)
                .or(() -> concern.field().map(field -> "--" + field))
                .orElse(concern.id());
        return row(
                concern.severity(), subject, concern.sentence(bundled.screens().words()));
    }

    private static String row(Severity severity, String subject, Words.Sentence sentence) {
        return severity.name().toLowerCase(Locale.ROOT) + ": " + subject + ": " + sentence.what() + " "
                + sentence.remedy();
    }
}
