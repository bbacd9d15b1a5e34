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

/** Asks a cluster for what a proof needs: the objects, what is around them, a pod, its sidecar. Changes nothing there. */
final class Proving {
    /** The head of an answer, and the beginning of its body. */
    private static final int ANSWER = 64 * 1024;
    /** Meshes with thousands of services have dumps of tens of megabytes. */
    private static final int DUMP = 32 * 1024 * 1024;

    private static final List<String> CONFIG_DUMP = List.of("pilot-agent", "request", "GET", "config_dump");

    private final Cluster cluster;
    private final Receipt receipt;

    Proving(Cluster cluster, Receipt receipt) {
        this.cluster = cluster;
        this.receipt = receipt;
    }

    Proof ofObjects() {
        return Proof.ofObjects(cluster.status(receipt));
    }

    /** @param wanted the container to ask from; the pod's usual one if empty */
    Proof from(Pod pod, Optional<String> wanted, Request request) {
        Sight sight = cluster.look(namespace(), host(request.host()));
        Journey journey = Trace.of(manifests(sight), sight.surroundings(), request.from(pod.namespace()));
        Proof proof = ofObjects().from(pod, journey);
        proof = sidecar(proof, pod);
        Optional<String> container = wanted.or(pod::container);
        Asked asked = container
                .map(name -> asked(pod, name, request))
                .orElse(new Asked(Spoken.not(Trouble.of("no-container", "pod", pod.toString())), false));
        proof = proof.withAnswer(asked.spoken());
        boolean all = proof.unseen().isEmpty();
        ByHand byHand = new ByHand(cluster.site().context(), pod);
        return all ? proof : proof.byHand(byHand.commands(journey, asked.possible() ? container : Optional.empty()));
    }

    private Proof sidecar(Proof proof, Pod pod) {
        return pod.sidecar()
                ? proof.withSidecar(cluster.run(pod, Pod.SIDECAR, CONFIG_DUMP, DUMP))
                : proof.without(Trouble.of("no-sidecar", "pod", pod.toString()));
    }

    /** @param possible whether the container has a program for it */
    private record Asked(Spoken spoken, boolean possible) {}

    /** By curl, or by wget where there is none. */
    private Asked asked(Pod pod, String container, Request request) {
        Optional<List<String>> curl = RequestTry.curl(request);
        if (curl.isEmpty()) {
            return new Asked(Spoken.not(Trouble.of("not-http")), true);
        }
        Spoken spoken = cluster.run(pod, container, curl.get(), ANSWER);
        Optional<List<String>> wget = RequestTry.wget(request);
        if (spoken.isWithoutProgram() && wget.isPresent()) {
            spoken = cluster.run(pod, container, wget.get(), ANSWER);
        }
        return spoken.isWithoutProgram()
                ? new Asked(Spoken.not(Trouble.of("no-curl", "container", container, "pod", pod.toString())), false)
                : new Asked(spoken, true);
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
