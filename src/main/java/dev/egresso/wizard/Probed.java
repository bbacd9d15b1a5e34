package dev.egresso.wizard;

import dev.egresso.outside.Aim;
import dev.egresso.outside.Finding;
import dev.egresso.outside.Found;
import java.util.List;
import java.util.Optional;

/**
 * What the external service said, and what does not fit the answers. It is about the answers as they were when it was asked.
 *
 * @param index of the finding at the cursor
 */
public record Probed(Found found, List<Finding> findings, int index, int scroll, View back) implements View {
    private static final int FURTHEST = 200;

    public Probed {
        findings = List.copyOf(findings);
    }

    /** What the answers would ask, if they are far enough. */
    static Optional<Aim> aim(Session session) {
        return Aim.of(session.draft(), session.journey().map(journey -> journey.upstream()), false);
    }

    @Override
    public Step press(Session session, Key key) {
        return switch (key) {
            case UP, BACK_TAB -> findings.isEmpty() ? scrolled(session, -1) : at(session, index - 1);
            case DOWN, TAB -> findings.isEmpty() ? scrolled(session, 1) : at(session, index + 1);
            case PAGE_UP -> scrolled(session, -10);
            case PAGE_DOWN -> scrolled(session, 10);
            case ENTER ->
                Step.to(session.visiting(finding()
                        .<View>map(finding -> session.way().at(finding.field()))
                        .orElse(back)));
            case ESCAPE -> Step.to(session.visiting(back));
            default -> Step.to(session);
        };
    }

    /** The one at the cursor. */
    Optional<Finding> finding() {
        return findings.isEmpty() ? Optional.empty() : Optional.of(findings.get(Math.min(index, findings.size() - 1)));
    }

    /** The finding at the cursor is brought into view. */
    private Step at(Session session, int wanted) {
        int next = Math.max(0, Math.min(wanted, findings.size() - 1));
        return Step.to(session.showing(new Probed(found, findings, next, 0, back)));
    }

    private Step scrolled(Session session, int rows) {
        int next = Math.max(0, Math.min(FURTHEST, scroll + rows));
        return Step.to(session.showing(new Probed(found, findings, index, next, back)));
    }

    @Override
    public Step type(Session session, String text) {
        return switch (text) {
            case "r" -> Action.PROBE.run(session.visiting(back));
            default -> letter(session, text);
        };
    }

    @Override
    public boolean takesThePage() {
        return true;
    }

    @Override
    public <T> T shown(Shown<T> by) {
        return by.probed(this);
    }
}
