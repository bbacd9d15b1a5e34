package dev.egresso.wizard;

import dev.egresso.mesh.Setting;
import dev.egresso.mesh.Standing;
import dev.egresso.screens.Question;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Lays out the questions that nobody has to answer, and what there is to say about the one at the cursor. */
final class MorePart extends Part {
    MorePart(Desk desk) {
        super(desk);
    }

    Upper write(MoreQuestions view) {
        List<Question> questions = session.way().more();
        int index = Math.max(0, questions.stream().map(Question::field).toList().indexOf(view.field()));
        int titles = questions.stream()
                .mapToInt(each -> measure.of(each.title()))
                .max()
                .orElse(0);
        left.add(Styled.of(session.say("more-title"), Ink.STRONG));
        window(questions.size(), index, height - 1).forEach(i -> {
            Question each = questions.get(i);
            Setting setting = session.draft().setting(each.field());
            String title = each.title() + " ".repeat(titles - measure.of(each.title()));
            boolean here = i == index;
            Styled row = Styled.of(here ? "▸ " : "  ", Ink.MARK).plus(title + "  ", here ? Ink.STRONG : Ink.PLAIN);
            int room = Math.max(8, left.width() - row.width(measure) - 14);
            left.add(row);
            Styled value = value(
                    setting,
                    here && !each.isChoice() ? Optional.of(view.editor()) : Optional.empty(),
                    room,
                    row.width(measure));
            if (here && each.isChoice()) {
                left.caretAt(row.width(measure));
            }
            left.rows()
                    .set(left.count() - 1, row.plus(value.fit(room, measure)).plus("  " + standing(setting), Ink.DIM));
            left.target(new Message.Visit(
                    new MoreQuestions(each.field(), Form.editor(session, each.field()), view.back())));
        });
        Question here = session.setup().screens().question(view.field());
        right.add(Styled.of(here.ask(), Ink.STRONG));
        if (here.isChoice()) {
            String words = here.choices().stream()
                    .map(Question.Choice::value)
                    .reduce((a, b) -> a + "  " + b)
                    .orElse("");
            right.prose(words, Ink.DIM).gap();
        } else {
            right.prose(here.hint(), Ink.DIM).gap();
        }
        question.problems(right, view.field(), true);
        right.gap();
        question.explain(right, here);
        return Upper.of(left, right);
    }

    private Styled value(Setting setting, Optional<TextField> editor, int room, int column) {
        if (editor.isPresent() && !editor.get().text().isEmpty()) {
            return question.windowed(left, editor.get(), room, column);
        }
        if (editor.isPresent()) {
            left.caretAt(column);
        }
        String text = setting.text().isEmpty() ? session.say("value-unset") : setting.text();
        return Styled.of(text, setting.standing() == Standing.ANSWERED ? Ink.PLAIN : Ink.DIM);
    }

    private String standing(Setting setting) {
        boolean asRead = setting.standing() == Standing.ANSWERED
                && session.setup()
                        .opened()
                        .filter(opened -> !opened.changed(session.answers()).contains(setting.field()))
                        .isPresent();
        return asRead
                ? session.say("standing-read")
                : session.say("standing-" + setting.standing().name().toLowerCase(Locale.ROOT));
    }
}
