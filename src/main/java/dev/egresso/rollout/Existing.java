package dev.egresso.rollout;

import dev.egresso.mesh.Manifest;
import java.util.List;
import java.util.Optional;

/**
 * Resources that are there, as far as this user may see them.
 *
 * @param unseen why not all of them could be
 */
public record Existing(List<Manifest> resources, Optional<Trouble> unseen) {
    public Existing {
        resources = List.copyOf(resources);
    }
}
