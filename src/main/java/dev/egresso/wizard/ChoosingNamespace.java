package dev.egresso.wizard;

import dev.egresso.mesh.FieldId;
import dev.egresso.rollout.ContextEntry;
import java.util.ArrayList;
import java.util.List;

/**
 * Choosing where the resources go. Typing narrows the list down; a name that is not in it can be typed as well, since not
 * everybody may list namespaces.
 *
 * @param names the likeliest first
 */
public record ChoosingNamespace(
        ContextEntry context, Choosing.Purpose purpose, List<String> names, TextField typed, int index, View back)
        implements ClusterView {
    public ChoosingNamespace {
        names = List.copyOf(names);
    }

    /** With the namespace of the answers first, then that of the context. */
    static ChoosingNamespace of(Session session, Choosing.Purpose purpose, List<String> found) {
        ContextEntry context = session.live().context().orElseThrow();
        List<String> names = new ArrayList<>(
                List.of(session.draft().setting(FieldId.NAMESPACE).text()));
        names.add(context.namespace());
        names.addAll(found);
        List<String> distinct =
                names.stream().filter(name -> !name.isEmpty()).distinct().toList();
        return new ChoosingNamespace(
                context, purpose, distinct, TextField.holding(""), 0, ClusterView.behind(session.view()));
    }

    /** Those that what was typed fits. */
    List<String> fitting() {
        String wanted = typed.text().strip();
        return names.stream().filter(name -> name.contains(wanted)).toList();
    }

    /** What Enter takes: the marked name, or the typed one where no other fits. */
    private String chosen() {
        List<String> fitting = fitting();
        return fitting.isEmpty() ? typed.text().strip() : fitting.get(Math.min(index, fitting.size() - 1));
    }

    @Override
    public Step press(Session session, Key key) {
        return switch (key) {
            case UP, BACK_TAB, DOWN, TAB, PAGE_UP, PAGE_DOWN -> at(session, key.moved(index));
            case ENTER -> taken(session);
            case ESCAPE -> Step.to(session.visiting(back));
            default -> typed.press(key).map(next -> narrowed(session, next)).orElse(Step.to(session));
        };
    }

    private Step at(Session session, int wanted) {
        int next = Math.max(0, Math.min(wanted, fitting().size() - 1));
        return Step.to(session.showing(new ChoosingNamespace(context, purpose, names, typed, next, back)));
    }

    private Step narrowed(Session session, TextField next) {
        return Step.to(session.showing(new ChoosingNamespace(context, purpose, names, next, 0, back)));
    }

    private Step taken(Session session) {
        Session there = session.answering(FieldId.NAMESPACE, chosen());
        if (Form.obstacle(there, FieldId.NAMESPACE).isPresent()) {
            return Step.to(session.noting(Ink.WARNING, session.say("namespace-unfit", "name", chosen())));
        }
        if (purpose == Choosing.Purpose.APPLY && !there.isComplete()) {
            return Step.to(there.unfinished());
        }
        return there.asking(purpose.errand(there, context), back);
    }

    @Override
    public Step type(Session session, String text) {
        return narrowed(session, typed.insert(text));
    }

    @Override
    public <T> T sheet(Sheet<T> by) {
        return by.choosingNamespace(this);
    }
}
