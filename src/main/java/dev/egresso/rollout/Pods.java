package dev.egresso.rollout;

import java.util.List;
import java.util.Optional;

/**
 * Pods that were asked for.
 *
 * @param trouble why they could not be seen
 */
public record Pods(List<Pod> pods, Optional<Trouble> trouble) {
    public Pods {
        pods = List.copyOf(pods);
    }

    public static Pods unseen(Trouble why) {
        return new Pods(List.of(), Optional.of(why));
    }

    /** Those that can be asked from, and whose sidecar can be asked. */
    public List<Pod> usable() {
        return pods.stream()
                .filter(pod ->
                        pod.running() && pod.sidecar() && !pod.containers().isEmpty())
                .toList();
    }
}
