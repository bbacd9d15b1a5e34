package dev.egresso.wizard;

import dev.egresso.rollout.ContextEntry;
import dev.egresso.rollout.Site;
import java.util.ArrayList;
import java.util.List;

/** Lays out the sheets about a cluster. */
final class ClusterPart implements ClusterView.Sheet<Upper.Rows> {
    private final Session session;
    private final Measure measure;
    private final Upper.Rows rows;
    private final int height;
    private final RolloutRows words;

    ClusterPart(Session session, Upper.Rows rows, int height) {
        this.session = session;
        this.measure = session.setup().measure();
        this.rows = rows;
        this.height = height;
        this.words = new RolloutRows(session.setup().screens());
    }

    @Override
    public Upper.Rows choosing(Choosing view) {
        rows.add(Styled.of(session.say("choose-" + word(view.purpose())), Ink.STRONG))
                .blank();
        int names = longest(view.contexts().stream().map(ContextEntry::name).toList());
        int index = Math.min(view.index(), view.contexts().size() - 1);
        for (int i : Part.window(view.contexts().size(), index, height - 6)) {
            ContextEntry entry = view.contexts().get(i);
            boolean here = i == index;
            Styled row = Styled.of(here ? "▸ " : "  ", Ink.MARK)
                    .plus(padded(entry.name(), names), here ? Ink.STRONG : Ink.PLAIN)
                    .plus("  " + entry.server(), Ink.PLAIN)
                    .plus(
                            entry.namespace().isEmpty()
                                    ? ""
                                    : "  " + session.say("choose-namespace", "namespace", entry.namespace()),
                            Ink.DIM)
                    .plus(entry.current() ? "  " + session.say("choose-current") : "", Ink.DIM);
            rows.add(row.width(measure) > rows.width() ? row.fit(rows.width(), measure) : row);
            rows.target(new Message.Visit(new Choosing(view.purpose(), view.contexts(), i, view.back())));
            if (here) {
                rows.caretAt(0);
            }
        }
        ContextEntry marked = view.contexts().get(index);
        rows.gap();
        new Site(marked.name(), marked.cluster(), marked.server(), marked.user(), true)
                .looksLikeProduction(List.of())
                .ifPresent(name -> rows.prose(
                        session.say("production", "name", name), Ink.WARNING, Styled.of("! ", Ink.WARNING), 0));
        rows.prose(session.say("choose-about-" + word(view.purpose())), Ink.DIM);
        return rows;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private int longest(List<String> texts) {
        return texts.stream().mapToInt(measure::of).max().orElse(0);
    }

    private String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - measure.of(text)));
    }

    @Override
    public Upper.Rows looked(Looked view) {
        List<Styled> all = new ArrayList<>(words.site(view.sight().site(), List.of()));
        all.add(Styled.empty());
        all.addAll(SightRows.of(view.sight(), view.namespace(), session.setup().screens()));
        all.add(Styled.empty());
        all.addAll(AdaptedRows.of(session));
        return scrolled(all, view.scroll(), height);
    }

    /** As many rows as there is room for, each as wide as the sheet, from where the person has scrolled to. */
    private Upper.Rows scrolled(List<Styled> all, int scroll, int room) {
        List<Styled> folded = new ArrayList<>();
        for (Styled row : all) {
            folded.addAll(Folded.of(row, rows.width(), measure));
        }
        int from = Math.max(0, Math.min(scroll, folded.size() - room));
        folded.stream().skip(from).limit(room).forEach(rows::add);
        return rows;
    }

    @Override
    public Upper.Rows hindered(Hindered view) {
        rows.blank().prose(words.sentence(view.trouble()), Ink.STRONG, Styled.of("× ", Ink.ERROR), 0);
        rows.gap().prose(session.say("hindered-nothing"), Ink.PLAIN);
        view.command().ifPresent(line -> {
            rows.gap().prose(session.say("hindered-command"), Ink.DIM);
            rows.prose(line, Ink.PLAIN, Styled.empty(), 2);
        });
        return rows;
    }
}
