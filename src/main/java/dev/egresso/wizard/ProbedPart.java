package dev.egresso.wizard;

import dev.egresso.outside.Finding;
import java.util.ArrayList;
import java.util.List;

/** Lays out what a probe found: the findings to go through, the one at the cursor with what to do, and all facts below. */
final class ProbedPart {
    private final Session session;
    private final Upper.Rows rows;
    private final int height;

    ProbedPart(Session session, Upper.Rows rows, int height) {
        this.session = session;
        this.rows = rows;
        this.height = height;
    }

    Upper.Rows write(Probed view) {
        ProbeRows words = new ProbeRows(
                session.setup().screens(),
                session.setup().measure(),
                Math.min(100, rows.width() - 2),
                field -> session.setup().screens().question(field).title());
        List<Styled> all = new ArrayList<>(words.head(view.found(), view.findings()));
        int cursor = 0;
        for (Finding finding : view.findings()) {
            boolean here = view.finding().filter(finding::equals).isPresent();
            cursor = here ? all.size() : cursor;
            String mark = here ? "▸ " : "  ";
            for (Styled row : words.finding(finding, here)) {
                all.add(Styled.of(mark, Ink.MARK).plus(row));
                mark = "  ";
            }
        }
        all.addAll(words.facts(view.found(), view.findings()));
        int room = Math.max(1, height);
        int top = Math.max(0, cursor + 4 - room);
        int from = Math.max(0, Math.min(top + view.scroll(), all.size() - room));
        all.stream().skip(from).limit(room).forEach(rows::add);
        return rows;
    }
}
