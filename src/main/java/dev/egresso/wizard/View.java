package dev.egresso.wizard;

/** Where a person is. A view takes keys and text, and knows nothing of rows and columns. */
public sealed interface View
        permits Asking,
                MoreQuestions,
                Inspecting,
                Problems,
                Review,
                Help,
                Saving,
                Overwriting,
                MakingFolder,
                Presets,
                Tracing {
    Step press(Session session, Key key);

    /** Text that was typed or pasted; in a view without a field single letters are commands. */
    Step type(Session session, String text);

    /** Leads to the one who lays out this view. */
    <T> T shown(Shown<T> by);

    /** One method for each view. */
    interface Shown<T> {
        T asking(Asking view);

        T moreQuestions(MoreQuestions view);

        T inspecting(Inspecting view);

        T problems(Problems view);

        T review(Review view);

        T help(Help view);

        T saving(Saving view);

        T overwriting(Overwriting view);

        T makingFolder(MakingFolder view);

        T presets(Presets view);

        T tracing(Tracing view);
    }
}
