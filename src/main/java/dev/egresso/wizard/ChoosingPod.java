package dev.egresso.wizard;

import dev.egresso.rollout.Pod;
import dev.egresso.rollout.Receipt;
import dev.egresso.trace.Request;
import java.util.List;
import java.util.Optional;

/**
 * Choosing the pod that a request is sent from, to prove what was applied. Typing narrows the list down; a pod that is not
 * in it can be typed as well, since it may run in another namespace, and not everybody may list pods.
 *
 * @param pods with a sidecar, as far as they are seen
 * @param request that is sent; none if the set does not tell of one
 */
public record ChoosingPod(
        Receipt receipt, List<Pod> pods, Optional<Request> request, TextField typed, int index, View back)
        implements ClusterView {
    private static final String NAME = "[a-z0-9]([a-z0-9.-]*[a-z0-9])?";

    public ChoosingPod {
        pods = List.copyOf(pods);
    }

    static ChoosingPod of(Receipt receipt, List<Pod> pods, Optional<Request> request, View back) {
        return new ChoosingPod(receipt, pods, request, TextField.holding(""), 0, back);
    }

    /** Those that what was typed fits. */
    List<Pod> fitting() {
        String wanted = typed.text().strip();
        return pods.stream().filter(pod -> pod.toString().contains(wanted)).toList();
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
        return Step.to(session.showing(at(wanted)));
    }

    /** With the cursor at another one of those that fit. */
    ChoosingPod at(int wanted) {
        int next = Math.max(0, Math.min(wanted, fitting().size() - 1));
        return new ChoosingPod(receipt, pods, request, typed, next, back);
    }

    private Step narrowed(Session session, TextField next) {
        return Step.to(session.showing(new ChoosingPod(receipt, pods, request, next, 0, back)));
    }

    /** The marked pod, or the typed one where no other fits. */
    private Step taken(Session session) {
        List<Pod> fitting = fitting();
        if (!fitting.isEmpty()) {
            Pod pod = fitting.get(Math.min(index, fitting.size() - 1));
            return asking(session, pod.namespace(), pod.name());
        }
        String name = typed.text().strip();
        if (!name.matches("(" + NAME + "/)?" + NAME)) {
            return Step.to(session.noting(Ink.WARNING, session.say("pod-unfit", "name", name)));
        }
        int slash = name.indexOf('/');
        String namespace = slash < 0 ? receipt.namespaces().get(0) : name.substring(0, slash);
        return asking(session, namespace, name.substring(slash + 1));
    }

    private Step asking(Session session, String namespace, String name) {
        return session.asking(new ClusterErrand.Prove(receipt, namespace, name, request), back);
    }

    @Override
    public Step type(Session session, String text) {
        return narrowed(session, typed.insert(text));
    }

    @Override
    public <T> T sheet(Sheet<T> by) {
        return by.choosingPod(this);
    }
}
