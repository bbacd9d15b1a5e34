package dev.egresso.wizard;

import dev.egresso.rollout.ContextEntry;
import dev.egresso.rollout.Plan;
import dev.egresso.rollout.Pod;
import dev.egresso.rollout.Receipt;
import dev.egresso.rollout.Site;
import java.util.ArrayList;
import java.util.List;

/** Lays out the sheets about a cluster. */
final class ClusterPart implements ClusterView.Sheet<Upper.Rows> {
    private final Session session;
    private final Measure measure;
    private final Upper.Rows rows;
    private final int height;
    private final QuestionPart question;
    private final RolloutRows words;
    private final SheetRows sheets;

    ClusterPart(Session session, Upper.Rows rows, QuestionPart question, int height) {
        this.session = session;
        this.measure = session.setup().measure();
        this.rows = rows;
        this.height = height;
        this.question = question;
        this.sheets = new SheetRows(session);
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
        ContextEntry marked = view.marked();
        rows.gap();
        marked.site()
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
    public Upper.Rows choosingNamespace(ChoosingNamespace view) {
        field(session.say("choose-where", "context", view.context().name()), view.typed());
        List<String> fitting = view.fitting();
        int index = Math.max(0, Math.min(view.index(), fitting.size() - 1));
        for (int i : Part.window(fitting.size(), index, height - 5)) {
            boolean here = i == index;
            rows.add(Styled.of(here ? "▸ " : "  ", Ink.MARK).plus(fitting.get(i), here ? Ink.STRONG : Ink.PLAIN));
            rows.target(new Message.Visit(
                    new ChoosingNamespace(view.context(), view.purpose(), view.names(), view.typed(), i, view.back())));
        }
        String other = view.typed().text().strip();
        rows.gap()
                .prose(
                        fitting.isEmpty()
                                ? session.say("choose-where-other", "name", other)
                                : session.say("choose-where-about"),
                        Ink.DIM);
        return rows;
    }

    @Override
    public Upper.Rows looked(Looked view) {
        return below(view.sight().site(), List.of(), sheets.looked(view), view.scroll());
    }

    @Override
    public Upper.Rows planned(Planned view) {
        Plan plan = view.plan();
        return below(plan.site(), plan.namespaces(), sheets.planned(view), view.scroll());
    }

    @Override
    public Upper.Rows rolledOut(RolledOut view) {
        Receipt receipt = view.outcome().receipt();
        return below(receipt.site(), receipt.namespaces(), sheets.rolledOut(view), view.scroll());
    }

    @Override
    public Upper.Rows takingBack(TakingBack view) {
        Receipt receipt = view.undoing().receipt();
        return below(view.undoing().site(), receipt.namespaces(), sheets.takingBack(view), view.scroll());
    }

    @Override
    public Upper.Rows proved(Proved view) {
        Receipt receipt = view.receipt();
        return below(receipt.site(), receipt.namespaces(), sheets.proved(view, rows.width()), view.scroll());
    }

    @Override
    public Upper.Rows choosingPod(ChoosingPod view) {
        List<Pod> fitting = view.fitting();
        int index = Math.max(0, Math.min(view.index(), fitting.size() - 1));
        field(session.say("choose-pod"), view.typed());
        for (int i : Part.window(fitting.size(), index, height - 7)) {
            Pod pod = fitting.get(i);
            boolean here = i == index;
            Styled row = Styled.of(here ? "▸ " : "  ", Ink.MARK)
                    .plus(pod.toString(), here ? Ink.STRONG : Ink.PLAIN)
                    .plus("  " + pod.container().orElse(""), Ink.DIM);
            rows.add(row.width(measure) > rows.width() ? row.fit(rows.width(), measure) : row);
            rows.target(new Message.Visit(view.at(i)));
        }
        String other = view.typed().text().strip();
        rows.gap()
                .prose(
                        view.request()
                                .map(request -> session.say("choose-pod-request", "request", request.toString()))
                                .orElseGet(() -> session.say("choose-pod-silent")),
                        Ink.PLAIN)
                .prose(
                        fitting.isEmpty() && !other.isEmpty()
                                ? session.say("choose-pod-other", "name", other)
                                : session.say("choose-pod-about"),
                        Ink.DIM);
        return rows;
    }

    /** A question, and what is typed below it. */
    private void field(String question, TextField typed) {
        rows.prose(question, Ink.STRONG).add(Styled.of("▸ ", Ink.MARK));
        Styled text = this.question.windowed(rows, typed, rows.width() - 4, 2);
        rows.rows().set(rows.count() - 1, Styled.of("▸ ", Ink.MARK).plus(text));
        rows.gap();
    }

    /** Where, and as whom, stays in sight; what follows is scrolled. */
    private Upper.Rows below(Site site, List<String> namespaces, List<Styled> all, int scroll) {
        loudly(site, namespaces);
        int room = Math.max(1, height - rows.count() - 1);
        List<Styled> folded = new ArrayList<>();
        all.forEach(row -> folded.addAll(Folded.of(row, rows.width(), measure)));
        int from = Math.max(0, Math.min(scroll, folded.size() - room));
        rows.add(rule(from, Math.min(folded.size(), from + room), folded.size()));
        folded.stream().skip(from).limit(room).forEach(rows::add);
        return rows;
    }

    /** Which rows are in sight, where not all of them are. */
    private Styled rule(int from, int to, int of) {
        String sight = to - from == of
                ? ""
                : " " + session.say("pane-rows", "from", "" + (from + 1), "to", "" + to, "of", "" + of) + " ";
        int room = Math.max(0, rows.width() - measure.of(sight) - 1);
        return Styled.of("─".repeat(room), Ink.RULE).plus(sight, Ink.DIM).plus("─", Ink.RULE);
    }

    private void loudly(Site site, List<String> namespaces) {
        for (Styled row : words.site(site, namespaces)) {
            boolean warning = row.spans().stream().anyMatch(span -> span.ink() == Ink.WARNING);
            rows.prose(row.text(), warning ? Ink.WARNING : Ink.STRONG, Styled.of(warning ? "! " : "", Ink.WARNING), 0);
        }
        if (!namespaces.isEmpty()) {
            rows.prose(session.say("site-into", "namespaces", String.join(", ", namespaces)), Ink.STRONG);
        }
    }

    @Override
    public Upper.Rows confirming(Confirming view) {
        loudly(view.site(), List.of());
        rows.gap().prose(view.question(), Ink.PLAIN).gap();
        field("", view.typed());
        rows.prose(session.say("confirm-esc"), Ink.DIM);
        return rows;
    }

    @Override
    public Upper.Rows rolling(Rolling view) {
        loudly(view.site(), List.of());
        rows.gap().prose(WorkWords.of(session), Ink.STRONG).gap();
        sheets.moments(view.act(), view.order(), session.work().progress(), WorkWords.turning(session))
                .forEach(rows::add);
        rows.gap().prose(session.say(session.work().stopping() ? "rolling-stopping" : "rolling-esc"), Ink.DIM);
        return rows;
    }

    @Override
    public Upper.Rows unfinished(Unfinished view) {
        Receipt receipt = view.receipt();
        loudly(receipt.site(), receipt.namespaces());
        String id = receipt.act() == Receipt.Act.UNDO ? "unfinished-undo" : "unfinished-apply";
        rows.gap()
                .prose(
                        session.say(id, "person", receipt.person(), "time", view.time()),
                        Ink.STRONG,
                        Styled.of("! ", Ink.WARNING),
                        0)
                .gap();
        receipt.entries()
                .forEach(entry -> rows.add(Styled.of("  ")
                        .plus(words.object(entry.address()))
                        .plus("  " + session.say("entry-" + word(entry.mark())), Ink.DIM)));
        rows.gap().prose(session.say("unfinished-offer"), Ink.PLAIN);
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
