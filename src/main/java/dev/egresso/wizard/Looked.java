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
            case UP -> at(session, scroll - 1);
            case DOWN -> at(session, scroll + 1);
            case PAGE_UP -> at(session, scroll - 10);
            case PAGE_DOWN -> at(session, scroll + 10);
            case ENTER, ESCAPE -> Step.to(session.visiting(back));
            default -> Step.to(session);
        };
    }

    private Step at(Session session, int row) {
        return Step.to(session.showing(new Looked(sight, namespace, Math.max(0, Math.min(row, 200)), back)));
    }

    @Override
    public Step type(Session session, String text) {
        return switch (text) {
            case "k" -> press(session, Key.UP);
            case "j" -> press(session, Key.DOWN);
            case "o" -> Action.LOOK.run(session);
            case "f" -> Action.PROBLEMS.run(session);
            case "q" -> press(session, Key.ESCAPE);
            case "?" -> Action.HELP.run(session);
            default -> Step.to(session);
        };
    }

    @Override
    public <T> T sheet(Sheet<T> by) {
        return by.looked(this);
    }
}
