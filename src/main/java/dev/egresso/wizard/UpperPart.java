package dev.egresso.wizard;

import dev.egresso.yaml.Layout;
import java.util.List;

/** Lays out the upper part of the page for each view. */
final class UpperPart implements View.Shown<Upper> {
    private final Session session;
    private final Measure measure;
    private final boolean stacked;
    private final int wholeWidth;
    private final int height;
    private final Part.Desk desk;

    /** @param stacked whether the right part comes below the left one, so that a list has to leave room for it */
    UpperPart(Session session, int leftWidth, int rightWidth, int wholeWidth, int height, boolean stacked) {
        this.session = session;
        this.measure = session.setup().measure();
        this.stacked = stacked;
        this.wholeWidth = wholeWidth;
        this.height = height;
        this.desk = new Part.Desk(
                session,
                new Upper.Rows(leftWidth, measure),
                new Upper.Rows(rightWidth, measure),
                new QuestionPart(session),
                stacked ? Math.max(5, height * 3 / 5) : height);
    }

    @Override
    public Upper asking(Asking view) {
        desk.question().write(desk.left(), view, stacked);
        desk.question().explain(desk.right(), session.setup().screens().question(view.field()));
        return Upper.of(desk.left(), desk.right());
    }

    @Override
    public Upper moreQuestions(MoreQuestions view) {
        return new MorePart(desk).write(view);
    }

    @Override
    public Upper inspecting(Inspecting view) {
        return new WalkPart(desk).write(view, stacked);
    }

    @Override
    public Upper problems(Problems view) {
        return new ProblemsPart(desk).write(view);
    }

    /** As far down as there is something to read. */
    @Override
    public Upper explaining(Explaining view) {
        Upper.Rows whole = new Upper.Rows(wholeWidth, measure);
        List<Styled> rows = view.rows(session, wholeWidth);
        rows.stream()
                .skip(Math.max(0, Math.min(view.scroll(), rows.size() - height)))
                .limit(height)
                .forEach(whole::add);
        return whole(whole);
    }

    @Override
    public Upper review(Review view) {
        ReviewPart part = new ReviewPart(desk, new Upper.Rows(wholeWidth, measure), height);
        return stacked ? part.stacked() : part.sideBySide();
    }

    @Override
    public Upper help(Help view) {
        return new HelpPart(desk).write(view);
    }

    @Override
    public Upper presets(Presets view) {
        return new PresetsPart(desk).write(view);
    }

    @Override
    public Upper saving(Saving view) {
        return new SavePart(desk).saving(view);
    }

    @Override
    public Upper overwriting(Overwriting view) {
        Upper.Rows whole = new Upper.Rows(wholeWidth, measure);
        whole.prose(session.say("overwrite-title", "path", view.spec().path()), Ink.STRONG);
        view.difference().stream()
                .skip(view.scroll())
                .limit(Math.max(1, height - 1))
                .forEach(whole::add);
        return whole(whole);
    }

    @Override
    public Upper makingFolder(MakingFolder view) {
        Upper.Rows whole = new Upper.Rows(wholeWidth, measure);
        whole.prose(session.say("folder-title", "folder", view.folder()), Ink.STRONG)
                .blank();
        whole.prose(session.say("folder-question"), Ink.PLAIN);
        return whole(whole);
    }

    private static Upper whole(Upper.Rows rows) {
        return new Upper(rows.rows(), List.of(), rows.caret(), rows.targets(), true);
    }

    @Override
    public Upper tracing(Tracing view) {
        return new TracingPart(desk).write(view, stacked);
    }

    @Override
    public Upper waiting(Waiting view) {
        Upper.Rows whole = new Upper.Rows(wholeWidth, measure);
        whole.blank().prose(WorkWords.of(session), Ink.STRONG);
        session.work().progress().stream()
                .flatMap(progress -> progress.row(session).stream())
                .forEach(whole::add);
        whole.gap().prose(session.say("work-esc"), Ink.DIM);
        return whole(whole);
    }

    @Override
    public Upper probed(Probed view) {
        Upper.Rows whole = new Upper.Rows(wholeWidth, measure);
        return whole(new ProbedPart(session, whole, height).write(view));
    }

    @Override
    public Upper cluster(ClusterView view) {
        Upper.Rows whole = new Upper.Rows(wholeWidth, measure);
        return whole(view.sheet(new ClusterPart(session, whole, desk.question(), height)));
    }

    @Override
    public Upper differing(Differing view) {
        Upper.Rows whole = new Upper.Rows(wholeWidth, measure);
        whole.prose(session.say("differing-title"), Ink.STRONG);
        view.rows().stream().skip(view.scroll()).limit(Math.max(1, height - 1)).forEach(whole::add);
        return whole(whole);
    }

    @Override
    public Upper routes(Routes view) {
        return new RoutesPart(desk).write(view);
    }

    static String layoutName(Session session, Layout layout) {
        return session.say("layout-" + layout.word());
    }
}
