package dev.egresso.wizard;

import java.util.Locale;

/** Where a person is. A view takes keys and text, and knows nothing of rows and columns. */
public sealed interface View
        permits Asking,
                MoreQuestions,
                Inspecting,
                Problems,
                Explaining,
                Review,
                Help,
                Saving,
                Overwriting,
                MakingFolder,
                Presets,
                Tracing,
                Waiting,
                Probed,
                ClusterView,
                Differing,
                Routes {
    Step press(Session session, Key key);

    /** Text that was typed or pasted; in a view without a field single letters are commands. */
    Step type(Session session, String text);

    /** The letters that mean the same in every view without a field. */
    default Step letter(Session session, String text) {
        return switch (text) {
            case "k" -> press(session, Key.UP);
            case "j" -> press(session, Key.DOWN);
            case "q" -> press(session, Key.ESCAPE);
            case "?" -> Action.HELP.run(session);
            default -> Step.to(session);
        };
    }

    /** The same view after an answer has changed behind its back. */
    default View holdingAnswer(Session session) {
        return this;
    }

    /** Whether it needs the place of the resources too. */
    default boolean takesThePage() {
        return false;
    }

    /** The end of the id of its keys in the last row. */
    default String keys() {
        return id();
    }

    /** The end of the id of what it is called. */
    default String id() {
        return getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** The same view after the answers have changed behind its back. */
    default View on(Session changed) {
        return this;
    }

    /** Leads to the one who lays out this view. */
    <T> T shown(Shown<T> by);

    /** One method for each view. */
    interface Shown<T> {
        T asking(Asking view);

        T moreQuestions(MoreQuestions view);

        T inspecting(Inspecting view);

        T problems(Problems view);

        T explaining(Explaining view);

        T review(Review view);

        T help(Help view);

        T saving(Saving view);

        T overwriting(Overwriting view);

        T makingFolder(MakingFolder view);

        T presets(Presets view);

        T tracing(Tracing view);

        T waiting(Waiting view);

        T probed(Probed view);

        T cluster(ClusterView view);

        T differing(Differing view);

        T routes(Routes view);
    }
}
