package dev.egresso.wizard;

/** Lays out where and how to save. */
final class SavePart extends Part {
    SavePart(Desk desk) {
        super(desk);
    }

    Upper saving(Saving view) {
        left.add(Styled.of(session.say("save-title"), Ink.STRONG)).blank();
        line(
                view,
                Saving.LAYOUT,
                session.say("save-layout"),
                UpperPart.layoutName(session, view.spec().layout()));
        path(view);
        line(
                view,
                Saving.COMMENTS,
                session.say("save-comments"),
                tick(view.spec().comments()));
        line(view, Saving.ANSWERS, session.say("save-answers"), tick(view.spec().answers()));
        session.notice()
                .ifPresent(notice -> right.prose(notice.text(), notice.ink()).gap());
        right.prose(session.say("save-about-" + about(view.row())), Ink.PLAIN);
        return Upper.of(left, right);
    }

    private static String about(int row) {
        return switch (row) {
            case Saving.LAYOUT -> "layout";
            case Saving.PATH -> "path";
            case Saving.COMMENTS -> "comments";
            default -> "answers";
        };
    }

    private void line(Saving view, int row, String name, String value) {
        boolean here = view.row() == row;
        left.add(Styled.of(here ? "▸ " : "  ", Ink.MARK)
                .plus(name + "  ", here ? Ink.STRONG : Ink.PLAIN)
                .plus(value, Ink.PLAIN));
        if (here) {
            left.caretAt(0);
        }
        left.target(new Message.Visit(new Saving(view.spec(), view.path(), row, view.back())));
    }

    private void path(Saving view) {
        String name = session.say("save-path") + "  ";
        boolean here = view.row() == Saving.PATH;
        Styled head = Styled.of(here ? "▸ " : "  ", Ink.MARK).plus(name, here ? Ink.STRONG : Ink.PLAIN);
        int column = head.width(session.setup().measure());
        left.add(head);
        Styled text = Styled.of(session.writing().usualPath(view.spec()), Ink.DIM);
        if (here) {
            Styled typed = question.windowed(left, view.path(), Math.max(8, left.width() - column - 1), column);
            text = view.path().text().isEmpty() ? text : typed;
        } else if (!view.path().text().isEmpty()) {
            text = Styled.of(view.path().text());
        }
        left.rows().set(left.count() - 1, head.plus(text));
        left.target(new Message.Visit(new Saving(view.spec(), view.path(), Saving.PATH, view.back())));
    }

    private static String tick(boolean on) {
        return on ? "[x]" : "[ ]";
    }
}
