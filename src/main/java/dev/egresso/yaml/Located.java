package dev.egresso.yaml;

import dev.egresso.mesh.FieldPath;
import java.util.Optional;

/** A part of a document with the way that leads to it. */
record Located(Spot spot, Optional<Located> above, FieldPath.Step step) {

    static Located root(Spot root) {
        return new Located(root, Optional.empty(), null);
    }

    /** The part below it, if it is there. */
    Optional<Located> below(FieldPath.Step next) {
        Optional<Spot> below = next instanceof FieldPath.Index index
                ? spot.item(index.index())
                : spot.entry(SpanFinder.name(next)).map(Spot.Entry::value);
        return below.map(found -> new Located(found, Optional.of(this), next));
    }

    /** @throws Unchangeable of the root, which stands in nothing */
    Spot container() {
        return above.orElseThrow(() -> new Unchangeable("it is the whole document"))
                .spot();
    }

    /** The key that it stands under. */
    Spot.Word key() {
        return container().entry(SpanFinder.name(step)).orElseThrow().key();
    }

    int index() {
        return step instanceof FieldPath.Index index
                ? index.index()
                : Writing.parts(container()).indexOf(key());
    }

    boolean isItem() {
        return step instanceof FieldPath.Index;
    }

    /** Whether it stands in lines of its own below a key or behind a hyphen. */
    boolean isInBlock() {
        return above.map(container -> container.spot().isBlock()).orElse(false);
    }
}
