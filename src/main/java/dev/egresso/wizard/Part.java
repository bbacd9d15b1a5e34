package dev.egresso.wizard;

import java.util.List;
import java.util.stream.IntStream;

/** What the parts have in common that lay out the upper half of a page. */
abstract class Part {
    final Session session;
    final Measure measure;
    final Upper.Rows left;
    final Upper.Rows right;
    final QuestionPart question;
    final int height;

    /**
     * Where a part writes.
     *
     * @param height the rows that a list on the left may take
     */
    record Desk(Session session, Upper.Rows left, Upper.Rows right, QuestionPart question, int height) {}

    Part(Desk desk) {
        this.session = desk.session();
        this.measure = desk.session().setup().measure();
        this.left = desk.left();
        this.right = desk.right();
        this.question = desk.question();
        this.height = desk.height();
    }

    /** The places of a long list that are in sight, so that the one at the cursor is. */
    static List<Integer> window(int count, int index, int room) {
        int rows = Math.max(1, room);
        int start = Math.max(0, Math.min(index - rows / 2, count - rows));
        return IntStream.range(start, Math.min(count, start + rows)).boxed().toList();
    }
}
