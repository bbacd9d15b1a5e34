package dev.egresso.wizard;

import dev.egresso.mesh.FieldId;
import dev.egresso.mesh.Origin;
import dev.egresso.outside.Finding;
import dev.egresso.yaml.Line;
import java.util.Optional;

/** Which question each view is about. */
final class Focus implements View.Shown<Optional<FieldId>> {
    private final Session session;

    Focus(Session session) {
        this.session = session;
    }

    @Override
    public Optional<FieldId> asking(Asking view) {
        return Optional.of(view.field());
    }

    @Override
    public Optional<FieldId> moreQuestions(MoreQuestions view) {
        return Optional.of(view.field());
    }

    @Override
    public Optional<FieldId> inspecting(Inspecting view) {
        return view.line(session).map(Line::origin).flatMap(Focus::question);
    }

    /** The question behind a line: the one that was answered, or the first that it was worked out from. */
    static Optional<FieldId> question(Origin origin) {
        return origin.fields().stream().findFirst();
    }

    @Override
    public Optional<FieldId> problems(Problems view) {
        return view.concern(session).flatMap(Concern::field);
    }

    @Override
    public Optional<FieldId> review(Review view) {
        return Optional.empty();
    }

    @Override
    public Optional<FieldId> help(Help view) {
        return Optional.empty();
    }

    @Override
    public Optional<FieldId> saving(Saving view) {
        return Optional.empty();
    }

    @Override
    public Optional<FieldId> overwriting(Overwriting view) {
        return Optional.empty();
    }

    @Override
    public Optional<FieldId> makingFolder(MakingFolder view) {
        return Optional.empty();
    }

    @Override
    public Optional<FieldId> presets(Presets view) {
        return Optional.empty();
    }

    @Override
    public Optional<FieldId> tracing(Tracing view) {
        return Optional.empty();
    }

    @Override
    public Optional<FieldId> waiting(Waiting view) {
        return Optional.empty();
    }

    @Override
    public Optional<FieldId> probed(Probed view) {
        return view.finding().map(Finding::field);
    }

    @Override
    public Optional<FieldId> cluster(ClusterView view) {
        return Optional.empty();
    }

    @Override
    public Optional<FieldId> differing(Differing view) {
        return Optional.empty();
    }

    @Override
    public Optional<FieldId> routes(Routes view) {
        return Optional.empty();
    }
}
