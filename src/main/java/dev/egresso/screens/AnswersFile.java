package dev.egresso.screens;

import dev.egresso.mesh.Answers;
import dev.egresso.mesh.FieldId;
import dev.egresso.yaml.YamlScalar;
import java.util.Map;
import java.util.Optional;

/**
 * Answers as a file: {@code egresso: 1}, then {@code answers:} by field id. A preset is the same with a title, a summary
 * and notes.
 */
public record AnswersFile(Answers answers, Optional<String> title, Optional<String> summary, Optional<String> notes) {

    /** @throws BadText with file and line for anything that is not of this form */
    public static AnswersFile read(String file, String text) {
        YamlText top = YamlText.of(file, text);
        String version = top.required("egresso");
        if (!version.equals("1")) {
            throw top.fault(top.lineOf("egresso"), "egresso: " + version + " is not a form known here; this is 1");
        }
        AnswersFile read = new AnswersFile(
                answers(top, "answers"), top.optional("title"), top.optional("summary"), top.optional("notes"));
        top.end();
        return read;
    }

    /** The answers below a key. */
    static Answers answers(YamlText top, String key) {
        Answers answers = Answers.none();
        for (Map.Entry<String, String> entry : top.texts(key).entrySet()) {
            FieldId field = FieldId.named(entry.getKey())
                    .orElseThrow(
                            () -> top.fault(top.lineOf(key, entry.getKey()), "there is no field " + entry.getKey()));
            answers = answers.with(field, entry.getValue());
        }
        return answers;
    }

    /** The text of a file that gives these answers again; user name and password in a URL are left out. */
    public static String text(Answers answers) {
        return "egresso: 1\n" + text("answers", answers);
    }

    /** Answers below a key. */
    static String text(String key, Answers answers) {
        StringBuilder text = new StringBuilder(key + (answers.isEmpty() ? ": {}\n" : ":\n"));
        answers.withoutCredentials().asMap().forEach((field, answer) -> text.append("  ")
                .append(field.id())
                .append(": ")
                .append(YamlScalar.of(answer))
                .append('\n'));
        return text.toString();
    }
}
