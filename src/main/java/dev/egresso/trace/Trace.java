package dev.egresso.trace;

import dev.egresso.mesh.Manifest;
import dev.egresso.mesh.Registry;
import dev.egresso.mesh.Surroundings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;

/** Walks one request through a set of resources. Total: any resources, any request, never throws. */
public final class Trace {
    private final Registry shown;
    private final Surroundings surroundings;
    private final Request request;

    private Trace(Registry shown, Surroundings surroundings, Request request) {
        this.shown = shown;
        this.surroundings = surroundings;
        this.request = request;
    }

    public static Journey of(List<Manifest> manifests, Surroundings surroundings, Request request) {
        List<Manifest> named = Unanswered.named(manifests, request.host());
        return new Trace(Registry.of(named), surroundings, request).journey();
    }

    /** The way of most requests; where a rule divides them, the others are branches of it. */
    private Journey journey() {
        Walk walk = new Walk(request);
        Journey followed = walked(walk);
        List<Integer> weights = walk.weights();
        if (weights.size() < 2) {
            return followed;
        }
        int sum = weights.stream().mapToInt(Integer::intValue).sum();
        int chosen = weights.indexOf(Collections.max(weights));
        List<Branch> branches = new ArrayList<>();
        for (int i = 0; i < weights.size(); i++) {
            if (i != chosen) {
                branches.add(new Branch(weights.get(i), sum, walked(new Walk(request, OptionalInt.of(i)))));
            }
        }
        return followed.with(branches);
    }

    private Journey walked(Walk walk) {
        String namespace = Caller.namespace(shown, walk);
        Caller.noteMissingNamespaces(shown, walk);
        Surroundings completed = InternalHosts.completed(surroundings, shown, namespace, walk);
        boolean same = completed.services().isEmpty()
                && completed.rootNamespace().isEmpty()
                && completed.mesh().exports().isEmpty();
        Registry registry = same ? shown : Registry.of(shown.manifests(), completed, namespace);
        Sidecar sidecar = new Sidecar(registry, namespace, completed);
        sidecar.noteCarrier(walk);
        return new NameLookup(sidecar, walk)
                .dial()
                .map(dialled -> sidecar.isAmbient()
                        ? new AmbientWalk(sidecar, walk, dialled).journey()
                        : new Capture(sidecar, walk, dialled).journey())
                .orElseGet(() -> walk.end(Outcome.APP_ERROR));
    }
}
