package dev.egresso.wizard;

import dev.egresso.screens.Screens;
import dev.egresso.yaml.Line;
import java.util.List;
import java.util.Optional;

/**
 * Reading all there is to say about a field or a rule.
 *
 * @param subject an open path, such as {@code VirtualService/spec.http[].timeout}, or the id of a rule
 * @param scroll how many rows lie above what is shown
 */
public record Explaining(String subject, int scroll, View back) implements View {
    private static final int FURTHEST = 200;

    /** The line under the cursor, or the first that the question in focus feeds. */
    static Optional<View> line(Session session) {
        Optional<Line> at = session.view() instanceof Inspecting walk
                ? walk.line(session)
                : session.focus().flatMap(session.preview()::first);
        return at.map(line -> new Explaining(line.path().pattern(), 0, session.view()));
    }

    /** The rule that a concern is of, or the line that it is about. */
    static View rule(Session session, Concern concern) {
        return new Explaining(concern.id(), 0, session.view());
    }

    List<Styled> rows(Session session, int columns) {
        Screens screens = session.setup().screens();
        Measure measure = session.setup().measure();
        if (subject.contains("/")) {
            return ExplainedField.of(subject, screens, measure, columns);
        }
        return Optional.ofNullable(screens.words().rules().get(subject))
                .map(problem -> ExplainedWord.problem(subject, problem, screens, measure, columns))
                .orElseGet(() -> ExplainedWord.rule(subject, screens, measure, columns));
    }

    @Override
    public Step press(Session session, Key key) {
        return switch (key) {
            case UP, DOWN, PAGE_UP, PAGE_DOWN, HOME -> scrolled(session, key.moved(scroll));
            case ESCAPE, ENTER -> Step.to(session.visiting(back));
            default -> Step.to(session);
        };
    }

    private Step scrolled(Session session, int wanted) {
        return Step.to(session.showing(new Explaining(subject, Math.max(0, Math.min(FURTHEST, wanted)), back)));
    }

    @Override
    public Step type(Session session, String text) {
        return switch (text) {
            case "k" -> press(session, Key.UP);
            case "j" -> press(session, Key.DOWN);
            case "q", "?" -> press(session, Key.ESCAPE);
            default -> Step.to(session);
        };
    }

    @Override
    public boolean takesThePage() {
        return true;
    }

    @Override
    public <T> T shown(Shown<T> by) {
        return by.explaining(this);
    }
}
