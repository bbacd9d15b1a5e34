package dev.egresso.yaml;

import dev.egresso.mesh.Manifest;
import dev.egresso.mesh.Neighbours;
import dev.egresso.mesh.Place;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What texts came to: resources, what was passed over, and what could not be read. Texts that were read apart can be put
 * together.
 */
public final class ReadSet {
    private final List<Manifest> manifests;
    private final List<Skipped> skipped;
    private final List<Fault> faults;
    private final Neighbours neighbours;
    private final Map<Manifest, Source> sources;
    private final Map<Source, SpanFinder> finders = new IdentityHashMap<>();

    ReadSet(
            List<Manifest> manifests,
            List<Skipped> skipped,
            List<Fault> faults,
            Neighbours neighbours,
            Map<Manifest, Source> sources) {
        this.manifests = List.copyOf(manifests);
        this.skipped = List.copyOf(skipped);
        this.faults = List.copyOf(faults);
        this.neighbours = neighbours;
        this.sources = sources;
    }

    public static ReadSet empty() {
        return new ReadSet(List.of(), List.of(), List.of(), Neighbours.none(), new IdentityHashMap<>());
    }

    public static ReadSet all(List<ReadSet> sets) {
        List<Manifest> manifests = new ArrayList<>();
        List<Skipped> skipped = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        List<Neighbours> neighbours = new ArrayList<>();
        Map<Manifest, Source> sources = new IdentityHashMap<>();
        for (ReadSet set : sets) {
            manifests.addAll(set.manifests);
            skipped.addAll(set.skipped);
            faults.addAll(set.faults);
            neighbours.add(set.neighbours);
            sources.putAll(set.sources);
        }
        return new ReadSet(manifests, skipped, faults, Neighbours.all(neighbours), sources);
    }

    /** In the order of the texts. */
    public List<Manifest> manifests() {
        return manifests;
    }

    public List<Skipped> skipped() {
        return skipped;
    }

    public List<Fault> faults() {
        return faults;
    }

    /** What the texts tell of the mesh around their resources. */
    public Neighbours neighbours() {
        return neighbours;
    }

    /** The text that a resource was read from, as it was given. */
    public Optional<String> text(Manifest manifest) {
        return Optional.ofNullable(sources.get(manifest)).map(Source::text);
    }

    Optional<Source> source(Manifest manifest) {
        return Optional.ofNullable(sources.get(manifest));
    }

    /** The document that holds this resource and nothing else, as it was given; empty if it shares its text. */
    public Optional<String> document(Manifest manifest) {
        Source source = sources.get(manifest);
        boolean alone = source != null
                && source.item() < 0
                && sources.values().stream()
                                .filter(other -> other.text().equals(source.text()) && other.from() == source.from())
                                .count()
                        == 1;
        return alone ? Optional.of(source.slice()) : Optional.empty();
    }

    /**
     * Where a field stands in its text, or the nearest one around it that is there. Found by reading the document again,
     * so that nothing is kept for the many fields that nobody asks about.
     */
    public Optional<Span> span(Place place) {
        Source source = sources.get(place.manifest());
        return source == null
                ? Optional.empty()
                : finders.computeIfAbsent(source, SpanFinder::new)
                        .find(place.nearest().path());
    }
}
