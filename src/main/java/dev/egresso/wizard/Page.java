package dev.egresso.wizard;

import java.util.List;
import java.util.Optional;

/**
 * What a session looks like at one size: rows of styled text, where the cursor stands, and what a click means where.
 *
 * @param lines as many as there are rows, each as wide as the page
 */
public record Page(int columns, int rows, List<Styled> lines, Optional<Caret> caret, List<Target> targets) {
    public Page {
        lines = List.copyOf(lines);
        targets = List.copyOf(targets);
    }

    /** A cell, counted from the top left corner and from zero. */
    public record Caret(int column, int row) {}

    /** Cells of one row that do something when clicked; {@code to} is the column after the last. */
    public record Target(int row, int from, int to, Message message) {
        Target movedBy(int columns, int rows) {
            return new Target(row + rows, from + columns, to + columns, message);
        }
    }

    /** The page of a session. Any size gives one. */
    public static Page of(Session session, int columns, int rows) {
        return new PageLayout(session.tryingOut(), columns, rows).page();
    }

    /** What a click on a cell means. */
    public Optional<Message> at(int column, int row) {
        return targets.stream()
                .filter(target -> target.row() == row && target.from() <= column && column < target.to())
                .map(Target::message)
                .findFirst();
    }
}
