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
            ClusterErrand errand(Session session, ContextEntry chosen) {
                return new ClusterErrand.Look(
                        chosen.name(),
                        session.clusters().lookedAt(chosen.namespace()),
                        session.draft().internalHost());
            }
        },
        APPLY {
            @Override
            ClusterErrand errand(Session session, ContextEntry chosen) {
                return session.clusters().rehearsal(chosen.name(), Optional.empty());
            }
        },
        TAKE_BACK {
            @Override
            ClusterErrand errand(Session session, ContextEntry chosen) {
                return new ClusterErrand.Foresee(chosen.name(), Optional.empty());
            }
        },
        PROVE {
            @Override
            ClusterErrand errand(Session session, ContextEntry chosen) {
                return new ClusterErrand.Pods(chosen.name(), Optional.empty(), Optional.empty());
            }
        };

        /** What to ask of the cluster that was chosen. */
        abstract ClusterErrand errand(Session session, ContextEntry chosen);
    }

    public Choosing {
        contexts = List.copyOf(contexts);
    }

    /** What the cursor is at. */
    ContextEntry marked() {
        return contexts.get(Math.min(index, contexts.size() - 1));
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
        if (purpose == Purpose.APPLY && !session.isComplete()) {
            return Step.to(session.unfinished());
        }
        Session there = session.with(session.live().in(marked()));
        return there.asking(purpose.errand(there, marked()), back);
    }

    @Override
    public Step type(Session session, String text) {
        return letter(session, text);
    }

    @Override
    public <T> T sheet(Sheet<T> by) {
        return by.choosing(this);
    }
}
