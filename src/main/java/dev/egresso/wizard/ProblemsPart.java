package dev.egresso.wizard;

import java.util.List;

/** Lays out what there is to know, and in full the one at the cursor. */
final class ProblemsPart extends Part {
    ProblemsPart(Desk desk) {
        super(desk);
    }

    Upper write(Problems view) {
        List<Concern> concerns = session.concerns();
        left.add(Styled.of(session.say("problems-title"), Ink.STRONG)).blank();
        if (concerns.isEmpty()) {
            left.prose(session.say("problems-none"), Ink.OK);
            return Upper.of(left, right);
        }
        int index = Math.min(view.index(), concerns.size() - 1);
        window(concerns.size(), index, height - 2).forEach(i -> {
            Concern concern = concerns.get(i);
            Styled row = Styled.of(i == index ? "▸ " : "  ", Ink.MARK)
                    .plus(QuestionPart.sign(concern.severity()))
                    .plus(subject(concern) + "  ", i == index ? Ink.STRONG : Ink.PLAIN)
                    .plus(concern.id(), Ink.DIM);
            left.add(row.width(measure) > left.width() ? row.fit(left.width(), measure) : row);
            left.target(new Message.Visit(new Problems(i, view.back())));
        });
        left.caretAt(0);
        question.sentence(right, concerns.get(index), 0);
        concerns.get(index).field().ifPresent(field -> right.gap()
                .prose(
                        session.say(
                                "enter-goes-to",
                                "question",
                                session.setup().screens().question(field).title()),
                        Ink.DIM));
        return Upper.of(left, right);
    }

    /** What a concern is about: the line, or the question. */
    private String subject(Concern concern) {
        return concern.line()
                .map(line -> line.kind() + " " + line.field())
                .or(() -> concern.field()
                        .map(field -> session.setup().screens().question(field).title()))
                .or(() -> concern.finding().map(finding -> finding.place().resource()))
                .orElse("");
    }
}
