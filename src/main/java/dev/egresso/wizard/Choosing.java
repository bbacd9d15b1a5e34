package dev.egresso.wizard;

import dev.egresso.rollout.ContextEntry;
import java.util.List;
import java.util.Optional;

/**
 * Choosing the context of the kubeconfig, and with it the cluster and the user.
 *
 * @param contexts the one that kubectl would take first
 */
public record Choosing(Purpose purpose, List<ContextEntry> contexts, int index, View back) implements ClusterView {

    /** What the cluster is wanted for. */
    public enum Purpose {
        LOOK {
            @Override
            Errand errand(Session session, Optional<String> context, String named) {
                return new ClusterErrand.Look(
                        context, session.lookedAt(named), session.draft().internalHost());
            }
        };

        /** What to ask it. @param named the namespace of the context, if it names one */
        abstract Errand errand(Session session, Optional<String> context, String named);
    }

    public Choosing {
        contexts = List.copyOf(contexts);
    }

    @Override
    public Step press(Session session, Key key) {
        return switch (key) {
            case UP, BACK_TAB -> at(session, index - 1);
            case DOWN, TAB -> at(session, index + 1);
            case PAGE_UP, HOME -> at(session, 0);
            case PAGE_DOWN, END -> at(session, contexts.size() - 1);
            case ENTER -> taken(session);
            case ESCAPE -> Step.to(session.visiting(back));
            default -> Step.to(session);
        };
    }

    private Step at(Session session, int wanted) {
        int next = Math.max(0, Math.min(wanted, contexts.size() - 1));
        return Step.to(session.showing(new Choosing(purpose, contexts, next, back)));
    }

    private Step taken(Session session) {
        ContextEntry chosen = contexts.get(Math.min(index, contexts.size() - 1));
        Session there = session.with(session.live().in(chosen.name()));
        return there.asking(purpose.errand(there, Optional.of(chosen.name()), chosen.namespace()), back);
    }

    @Override
    public Step type(Session session, String text) {
        return switch (text) {
            case "k" -> press(session, Key.UP);
            case "j" -> press(session, Key.DOWN);
            case "q" -> press(session, Key.ESCAPE);
            case "?" -> Action.HELP.run(session);
            default -> Step.to(session);
        };
    }

    @Override
    public <T> T sheet(Sheet<T> by) {
        return by.choosing(this);
    }
}
