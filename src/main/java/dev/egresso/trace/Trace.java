package dev.egresso.trace;

import dev.egresso.mesh.Manifest;
import dev.egresso.mesh.Registry;
import dev.egresso.mesh.Surroundings;
import java.util.List;

/** Walks one request through a set of resources. Total: any resources, any request, never throws. */
public final class Trace {
    private Trace() {}

    public static Journey of(List<Manifest> manifests, Surroundings surroundings, Request request) {
        Walk walk = new Walk(request);
        Registry shown = Registry.of(manifests);
        String namespace = Caller.namespace(shown, walk);
        Caller.noteMissingNamespaces(shown, walk);
        Surroundings completed = InternalHosts.completed(surroundings, shown, namespace, walk);
        boolean same = completed.services().isEmpty()
                && completed.rootNamespace().isEmpty()
                && completed.mesh().exports().isEmpty();
        Registry registry = same ? shown : Registry.of(manifests, completed, namespace);
        Sidecar sidecar = new Sidecar(registry, namespace, completed);
        sidecar.noteCarrier(walk);
        return new NameLookup(sidecar, walk)
                .dial()
                .map(dialled -> new Capture(sidecar, walk, dialled).journey())
                .orElseGet(() -> walk.end(Outcome.APP_ERROR));
    }
}
