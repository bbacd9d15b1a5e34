package dev.egresso.wizard;

import java.util.List;

/** Lays out what can be done and what words mean, narrowed down by what was typed. */
final class HelpPart extends Part {
    HelpPart(Desk desk) {
        super(desk);
    }

    Upper write(Help view) {
        List<Help.Entry> entries = view.entries(session);
        left.add(Styled.of("▸ ", Ink.MARK));
        Styled query = question.windowed(left, view.query(), left.width() - 4, 2);
        left.rows()
                .set(
                        0,
                        Styled.of("▸ ", Ink.MARK)
                                .plus(query.isBlank() ? Styled.of(session.say("help-hint"), Ink.DIM) : query));
        left.add(Styled.of("─".repeat(left.width()), Ink.RULE));
        int index = Math.min(view.index(), Math.max(0, entries.size() - 1));
        window(entries.size(), index, height - 2).forEach(i -> {
            Help.Entry entry = entries.get(i);
            String detail = entry.action().isPresent() ? entry.detail() : "";
            int room = Math.max(10, left.width() - measure.of(detail) - 4);
            left.add(Styled.of(i == index ? "▸ " : "  ", Ink.MARK)
                    .plus(Styled.of(entry.title(), i == index ? Ink.STRONG : Ink.PLAIN)
                            .fit(room, measure))
                    .plus("  " + detail, Ink.DIM));
        });
        boolean word = !entries.isEmpty() && entries.get(index).action().isEmpty();
        if (word) {
            right.add(Styled.of(entries.get(index).title(), Ink.STRONG))
                    .prose(entries.get(index).detail(), Ink.PLAIN)
                    .gap();
        }
        right.add(Styled.of(session.say("help-signs-title"), Ink.STRONG));
        session.say("help-signs").lines().forEach(sign -> right.prose(sign, Ink.PLAIN));
        right.gap().prose(session.say("help-words"), Ink.DIM);
        return Upper.of(left, right);
    }
}
