package dev.egresso.screens;

import dev.egresso.mesh.FieldId;
import java.util.List;
import java.util.Optional;

/**
 * One question in words.
 *
 * @param main asked on the way; the others wait behind one key
 * @param title its name in lists
 * @param ask the question itself
 * @param hint answers that it would take; empty for a choice
 * @param about the heading of its explanation
 */
public record Question(
        FieldId field,
        boolean main,
        String title,
        String ask,
        String hint,
        String about,
        String means,
        String breaks,
        List<Choice> choices) {
    public Question {
        choices = List.copyOf(choices);
    }

    /** One of the answers that a question takes. */
    public record Choice(String value, String brief, String means, String breaks) {}

    public boolean isChoice() {
        return !choices.isEmpty();
    }

    public Optional<Choice> choice(String value) {
        return choices.stream()
                .filter(choice -> choice.value().equalsIgnoreCase(value))
                .findFirst();
    }

    static List<Question> readAll(String file, String text) {
        YamlText top = YamlText.of(file, text);
        List<Question> questions =
                top.list("questions").stream().map(Question::read).toList();
        top.end();
        return questions;
    }

    private static Question read(YamlText entry) {
        String id = entry.required("id");
        FieldId field = FieldId.named(id).orElseThrow(() -> entry.fault("there is no field " + id));
        String group = entry.required("group");
        if (!group.equals("main") && !group.equals("more")) {
            throw entry.fault("group is main or more, not " + group);
        }
        List<Choice> choices =
                entry.list("choices").stream().map(Question::choice).toList();
        Question question = new Question(
                field,
                group.equals("main"),
                entry.required("title"),
                entry.required("ask"),
                entry.optional("hint").orElse(""),
                entry.required("about"),
                entry.required("means"),
                entry.required("breaks"),
                choices);
        entry.end();
        return question;
    }

    private static Choice choice(YamlText entry) {
        Choice choice = new Choice(
                entry.required("value"), entry.required("short"), entry.required("means"), entry.required("breaks"));
        entry.end();
        return choice;
    }
}
