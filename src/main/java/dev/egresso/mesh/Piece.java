package dev.egresso.mesh;

import java.util.Optional;

/**
 * One of the resources that a route may need: written, or not needed with the reason why.
 *
 * @param manifest possibly with holes
 */
public record Piece(Kind kind, Optional<Manifest> manifest, Optional<Reason> notNeeded) {
    static Piece written(Manifest manifest) {
        return new Piece(manifest.kind(), Optional.of(manifest), Optional.empty());
    }

    static Piece notNeeded(Kind kind, String reason, String... arguments) {
        return new Piece(kind, Optional.empty(), Optional.of(Reason.of(reason, arguments)));
    }
}
