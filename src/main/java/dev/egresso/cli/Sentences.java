package dev.egresso.cli;

import dev.egresso.mesh.Problem;
import dev.egresso.screens.Words;
import java.util.Locale;

/** Problems as rows of plain text. */
final class Sentences {
    private Sentences() {}

    static String of(Problem problem, Bundled bundled) {
        Words.Sentence sentence = bundled.screens().words().of(problem);
        return problem.severity().name().toLowerCase(Locale.ROOT) + ": --" + problem.field() + ": " + sentence.what()
                + " " + sentence.remedy();
    }
}
