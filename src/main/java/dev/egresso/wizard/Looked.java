package dev.egresso.wizard;

import dev.egresso.rollout.Sight;

/**
 * What a look at a cluster found, and what it changed in the answers that nobody gave.
 *
 * @param namespace that was looked at
 */
public record Looked(Sight sight, String namespace, int scroll, View back) implements ClusterView {
    @Override
    public Step press(Session session, Key key) {
        return switch (key) {
            case UP, DOWN, PAGE_UP, PAGE_DOWN, HOME -> at(session, key.moved(scroll));
            case ENTER, ESCAPE -> Step.to(session.visiting(back));
            default -> Step.to(session);
        };
    }

    private Step at(Session session, int row) {
        return Step.to(session.showing(
                new Looked(sight, namespace, Math.max(0, Math.min(row, SheetRows.length(this, session))), back)));
    }

    @Override
    public Step type(Session session, String text) {
        return switch (text) {
            case "o" -> Action.LOOK.run(session);
            case "n" ->
                session.asking(new ClusterErrand.Namespaces(sight.site().context(), Choosing.Purpose.LOOK), back);
            case "f" -> Action.PROBLEMS.run(session);
            default -> letter(session, text);
        };
    }

    @Override
    public <T> T sheet(Sheet<T> by) {
        return by.looked(this);
    }
}
