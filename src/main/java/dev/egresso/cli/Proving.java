package dev.egresso.cli;

import dev.egresso.cluster.Cluster;
import dev.egresso.mesh.Answers;
import dev.egresso.mesh.Draft;
import dev.egresso.mesh.FieldId;
import dev.egresso.mesh.InternalHost;
import dev.egresso.mesh.Kind;
import dev.egresso.mesh.KnownService;
import dev.egresso.mesh.Manifest;
import dev.egresso.mesh.Surroundings;
import dev.egresso.proof.ByHand;
import dev.egresso.proof.Proof;
import dev.egresso.proof.RequestTry;
import dev.egresso.rollout.Pod;
import dev.egresso.rollout.Receipt;
import dev.egresso.rollout.Sight;
import dev.egresso.rollout.Spoken;
import dev.egresso.rollout.Trouble;
import dev.egresso.trace.Journey;
import dev.egresso.trace.Request;
import dev.egresso.trace.Trace;
import dev.egresso.yaml.ManifestReader;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Asks a cluster for what a proof needs: the objects, what is around them, a pod, its sidecar. Changes nothing there. */
final class Proving {
    /** The head of an answer, and the beginning of its body. */
    private static final int ANSWER = 64 * 1024;
    /** Meshes with thousands of services have dumps of tens of megabytes. */
    private static final int DUMP = 32 * 1024 * 1024;

    private static final List<String> CONFIG_DUMP = List.of("pilot-agent", "request", "GET", "config_dump");

    /** Hears what is being done, since that takes its time. */
    interface Steps {
        /** @param words the id of what is said about it */
        void begun(String words, String about);
    }

    private final Cluster cluster;
    private final Receipt receipt;
    private final Steps steps;

    Proving(Cluster cluster, Receipt receipt, Steps steps) {
        this.cluster = cluster;
        this.receipt = receipt;
        this.steps = steps;
    }

    Proof ofObjects() {
        steps.begun("prove-step-objects", "");
        return Proof.ofObjects(cluster.status(receipt));
    }

    /** Where there is no pod to ask from. */
    Proof withoutPod(Trouble why, Optional<Request> request) {
        Proof proof = ofObjects().without(why);
        return request.map(asked -> proof.byHand(
                        ByHand.fromAnyPod(cluster.site().context(), namespace(), journey(asked, namespace()))))
                .orElse(proof);
    }

    /** @param wanted the container to ask from; any that has the program if empty */
    Proof from(Pod pod, Optional<String> wanted, Request request) {
        Journey journey = journey(request, pod.namespace());
        Proof proof = sidecar(ofObjects().from(pod, journey), pod);
        List<String> containers = wanted.map(List::of).orElseGet(() -> containers(pod));
        Asked asked = containers.isEmpty()
                ? Asked.not(Trouble.of("no-container", "pod", pod.toString()))
                : asked(pod, containers, request);
        proof = proof.withAnswer(asked.spoken());
        boolean all = proof.unseen().isEmpty();
        ByHand byHand = new ByHand(cluster.site().context(), pod);
        return all ? proof : proof.byHand(byHand.commands(journey, asked.container()));
    }

    private Journey journey(Request request, String from) {
        Sight sight = cluster.look(namespace(), host(request.host()));
        return Trace.of(manifests(sight), sight.surroundings(), request.from(from));
    }

    private Proof sidecar(Proof proof, Pod pod) {
        if (!pod.sidecar()) {
            return proof.without(Trouble.of("no-sidecar", "pod", pod.toString()));
        }
        steps.begun("prove-step-sidecar", pod.toString());
        return proof.withSidecar(cluster.run(pod, Pod.SIDECAR, CONFIG_DUMP, DUMP));
    }

    /** The usual one first; the others speak through the same sidecar. */
    private static List<String> containers(Pod pod) {
        return Stream.concat(pod.container().stream(), pod.containers().stream())
                .distinct()
                .toList();
    }

    /** @param container that asked, or could; none if it has no program for it */
    private record Asked(Spoken spoken, Optional<String> container) {
        static Asked not(Trouble why) {
            return new Asked(Spoken.not(why), Optional.empty());
        }
    }

    /** By curl, or by wget where there is none, in the first container that has one. */
    private Asked asked(Pod pod, List<String> containers, Request request) {
        Optional<List<String>> curl = RequestTry.curl(request);
        if (curl.isEmpty()) {
            return Asked.not(Trouble.of("not-http"));
        }
        Optional<List<String>> wget = RequestTry.wget(request);
        for (String container : containers) {
            steps.begun("prove-step-request", pod + ", " + container);
            Spoken spoken = cluster.run(pod, container, curl.get(), ANSWER);
            if (spoken.isWithoutProgram() && wget.isPresent()) {
                spoken = cluster.run(pod, container, wget.get(), ANSWER);
            }
            if (!spoken.isWithoutProgram()) {
                return new Asked(spoken, Optional.of(container));
            }
        }
        return Asked.not(Trouble.of("no-curl", "containers", String.join(", ", containers), "pod", pod.toString()));
    }

    private String namespace() {
        return receipt.namespaces().get(0);
    }

    /** As the wizard would read it. */
    private static Optional<InternalHost> host(String name) {
        return Draft.of(Answers.none().with(FieldId.INTERNAL_HOST, name), Surroundings.unknown())
                .internalHost();
    }

    /** What the cluster shows, or what was applied where it may not be seen. */
    private List<Manifest> manifests(Sight sight) {
        return sight.resources().isEmpty() ? applied() : sight.resources();
    }

    private List<Manifest> applied() {
        return receipt.entries().stream()
                .flatMap(entry -> ManifestReader.read(receipt.id(), entry.text()).manifests().stream())
                .toList();
    }

    /** The request that an app makes which uses the set, as far as the set tells. */
    Optional<Request> usualRequest() {
        Optional<String> host =
                first(Kind.VIRTUAL_SERVICE, "spec.hosts[0]").or(() -> first(Kind.SERVICE_ENTRY, "spec.hosts[0]"));
        return host.flatMap(name -> {
            Sight sight = cluster.look(namespace(), host(name));
            List<Integer> ports = sight.surroundings().services().stream()
                    .map(KnownService::port)
                    .toList();
            String port = ports.isEmpty() || ports.contains(80) ? "" : ":" + ports.get(0);
            return Request.read("GET http://" + name + port + "/");
        });
    }

    private Optional<String> first(Kind kind, String path) {
        return applied().stream()
                .filter(manifest -> manifest.kind() == kind)
                .flatMap(manifest -> manifest.text(path).stream())
                .findFirst();
    }
}
