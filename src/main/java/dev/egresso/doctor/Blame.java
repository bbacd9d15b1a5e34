package dev.egresso.doctor;

import dev.egresso.mesh.Origin;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.SidecarScope;
import java.util.Optional;

/**
 * What to look at in the resources.
 *
 * @param resource kind, namespace and name with slashes between
 * @param path of the field in it, also of one that is missing there
 * @param read the file and line, if the resource was read from one
 * @param place the field itself, unless the resource is of a kind that is only looked at from outside
 */
public record Blame(String resource, String path, Optional<Origin.Read> read, Optional<Place> place) {
    static Blame of(Place place) {
        return new Blame(place.resource(), place.path().field(), place.read(), Optional.of(place));
    }

    static Blame of(SidecarScope sidecar) {
        return new Blame(
                "Sidecar/" + sidecar.namespace() + "/" + sidecar.name(),
                "spec.egress[0].hosts",
                sidecar.read(),
                Optional.empty());
    }
}
