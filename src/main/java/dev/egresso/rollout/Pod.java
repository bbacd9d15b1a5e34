package dev.egresso.rollout;

import dev.egresso.mesh.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A pod, as far as it matters for asking from it.
 *
 * @param containers that apps may run in, without the sidecar
 * @param usual the container that its annotation names for such things
 * @param sidecar whether Istio's proxy runs beside them
 */
public record Pod(
        String namespace,
        String name,
        List<String> containers,
        Optional<String> usual,
        boolean sidecar,
        boolean running) {
    /** What Istio calls the container of its sidecar, also where it is one of the init containers. */
    public static final String SIDECAR = "istio-proxy";

    private static final String DEFAULT = "kubectl.kubernetes.io/default-container";

    public Pod {
        containers = List.copyOf(containers);
    }

    public static Pod of(LiveObject pod) {
        List<String> containers = new ArrayList<>(names(pod.itemsAt("spec", "containers")));
        boolean sidecar = containers.remove(SIDECAR)
                | names(pod.itemsAt("spec", "initContainers")).contains(SIDECAR);
        return new Pod(
                pod.textAt("metadata", "namespace"),
                pod.textAt("metadata", "name"),
                containers,
                Optional.of(pod.textAt("metadata", "annotations", DEFAULT)).filter(containers::contains),
                sidecar,
                pod.textAt("status", "phase").equals("Running") && !pod.isGoing());
    }

    private static List<String> names(List<Node> containers) {
        return containers.stream()
                .filter(Node.Mapping.class::isInstance)
                .map(container -> new LiveObject((Node.Mapping) container).textAt("name"))
                .toList();
    }

    /** The one to ask from: the usual one, or else the first. */
    public Optional<String> container() {
        return usual.or(() -> containers.stream().findFirst());
    }

    @Override
    public String toString() {
        return namespace + "/" + name;
    }
}
