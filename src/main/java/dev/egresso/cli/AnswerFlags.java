package dev.egresso.cli;

import dev.egresso.mesh.Answers;
import dev.egresso.mesh.FieldId;
import dev.egresso.screens.AnswersFile;
import dev.egresso.screens.Question;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * The answers of a command line: a preset, then an answers file over it, then a flag for each field over both. The flags
 * are made from the questions, so that they cannot drift apart.
 */
final class AnswerFlags {
    private static final int LARGEST_FILE = 1024 * 1024;

    private AnswerFlags() {}

    static void addTo(CommandSpec spec, Bundled bundled) {
        spec.addOption(Egresso.option("--preset", "NAME", "Begin with ready answers; see egresso presets."));
        spec.addOption(Egresso.option("--answers", "FILE", "Answers from a file, - for stdin."));
        for (Question question : bundled.screens().questions()) {
            spec.addOption(Egresso.option("--" + question.field().id(), label(question), help(question)));
        }
    }

    private static String label(Question question) {
        return question.isChoice() ? "WORD" : "TEXT";
    }

    /** Percent signs would be format specifiers to picocli. */
    private static String help(Question question) {
        String allowed = question.isChoice()
                ? question.choices().stream().map(Question.Choice::value).collect(Collectors.joining(", "))
                : question.hint();
        return (allowed.isEmpty() ? question.ask() : question.ask() + " " + allowed).replace("%", "%%");
    }

    static Answers of(ParseResult parsed, Bundled bundled) {
        return of(Flags.of(parsed), bundled);
    }

    static Answers of(Flags flags, Bundled bundled) {
        return of(flags, bundled, Answers.none());
    }

    /** Over answers that were there before; an empty flag takes one of them away. */
    static Answers of(Flags flags, Bundled bundled, Answers before) {
        Answers answers = before;
        if (flags.has("--preset")) {
            answers = answers.overlaidBy(
                    bundled.preset(flags.value("--preset", "")).answers());
        }
        if (flags.has("--answers")) {
            answers = answers.overlaidBy(read(flags.value("--answers", ""), bundled.world()));
        }
        for (FieldId field : FieldId.all()) {
            String flag = "--" + field.id();
            if (flags.has(flag)) {
                answers = answers.with(field, flags.value(flag, ""));
            }
        }
        return answers;
    }

    private static Answers read(String name, World world) {
        try {
            if (name.equals("-")) {
                byte[] bytes = world.in().readNBytes(LARGEST_FILE);
                return AnswersFile.read("stdin", new String(bytes, StandardCharsets.UTF_8))
                        .answers();
            }
            Path file = world.file(name);
            if (!Files.exists(file)) {
                throw new Refusal(Exit.BAD_INPUT, "There is no file " + name + ".");
            }
            if (Files.isDirectory(file) || Files.size(file) > LARGEST_FILE) {
                throw new Refusal(Exit.BAD_INPUT, name + " is not an answers file: a folder, or larger than 1 MB.");
            }
            return AnswersFile.read(name, Files.readString(file)).answers();
        } catch (IOException unreadable) {
            throw new Refusal(Exit.BAD_INPUT, name + " cannot be read as UTF-8 text.", "Give an answers file.");
        }
    }
}
