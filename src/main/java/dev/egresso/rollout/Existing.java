package dev.egresso.rollout;

import dev.egresso.mesh.Manifest;
import java.util.List;
import java.util.Optional;

/**
 * Resources that are there, as far as this user may see them.
 *
 * @param unseen why none could be seen
 */
public record Existing(List<Manifest> resources, Optional<Trouble> unseen) {
    public Existing {
        resources = List.copyOf(resources);
    }
}
