package dev.egresso.wizard;

import dev.egresso.proof.Proof;
import dev.egresso.rollout.Receipt;
import dev.egresso.trace.Request;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a pod and its sidecar said, beside what was foretold.
 *
 * @param request that was sent, or would have been
 */
public record Proved(Receipt receipt, Proof proof, Optional<Request> request, int scroll, View back)
        implements ClusterView {
    @Override
    public String keys() {
        return proof.commands().isEmpty() ? id() : "proved-by-hand";
    }

    @Override
    public Step press(Session session, Key key) {
        return switch (key) {
            case UP, DOWN, PAGE_UP, PAGE_DOWN, HOME -> at(session, key.moved(scroll));
            case ENTER, ESCAPE -> Step.to(session.visiting(back));
            default -> Step.to(session);
        };
    }

    private Step at(Session session, int row) {
        int kept = Math.max(0, Math.min(row, SheetRows.length(this, session)));
        return Step.to(session.showing(new Proved(receipt, proof, request, kept, back)));
    }

    @Override
    public Step type(Session session, String text) {
        return switch (text) {
            case "r" -> again(session);
            case "p" -> otherPod(session);
            case "c" -> copied(session);
            default -> letter(session, text);
        };
    }

    private ClusterErrand pods() {
        return new ClusterErrand.Pods(receipt.site().context(), Optional.of(receipt), request);
    }

    /** Where no pod was seen, one can still be named. */
    private Step otherPod(Session session) {
        return proof.pod().isPresent()
                ? session.asking(pods(), back)
                : Step.to(session.visiting(ChoosingPod.of(receipt, List.of(), request, back)));
    }

    private Step again(Session session) {
        return session.asking(
                proof.pod()
                        .<ClusterErrand>map(
                                pod -> new ClusterErrand.Prove(receipt, pod.namespace(), pod.name(), request))
                        .orElseGet(this::pods),
                back);
    }

    private Step copied(Session session) {
        String lines = proof.commands().stream().map(ProofRows::line).collect(Collectors.joining("\n"));
        return lines.isEmpty() ? Step.to(session) : Step.to(session, new Effect.Copy(lines));
    }

    @Override
    public <T> T sheet(Sheet<T> by) {
        return by.proved(this);
    }
}
