package dev.egresso.yaml;

import dev.egresso.mesh.Manifest;
import dev.egresso.mesh.Neighbours;
import dev.egresso.mesh.Place;
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
    private final List<Part> parts;
    private final Map<Source, SpanFinder> finders = new IdentityHashMap<>();

    /** What one text came to. */
    private record Part(String file, ReadSet set) {}

    ReadSet(
            String file,
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
        this.parts = List.of(new Part(file, this));
    }

    private ReadSet(List<Part> parts) {
        List<ReadSet> sets = parts.stream().map(Part::set).toList();
        this.parts = List.copyOf(parts);
        this.manifests = sets.stream().flatMap(set -> set.manifests.stream()).toList();
        this.skipped = sets.stream().flatMap(set -> set.skipped.stream()).toList();
        this.faults = sets.stream().flatMap(set -> set.faults.stream()).toList();
        this.neighbours = Neighbours.all(sets.stream().map(ReadSet::neighbours).toList());
        this.sources = new IdentityHashMap<>();
        sets.forEach(set -> sources.putAll(set.sources));
    }

    public static ReadSet empty() {
        return new ReadSet(List.of());
    }

    public static ReadSet all(List<ReadSet> sets) {
        return new ReadSet(sets.stream().flatMap(set -> set.parts.stream()).toList());
    }

    /** The same with other texts in some of the files, by the names that they were read under. */
    public ReadSet with(Map<String, String> texts) {
        return new ReadSet(parts.stream()
                .map(part -> texts.containsKey(part.file())
                        ? new Part(part.file(), ManifestReader.read(part.file(), texts.get(part.file())))
                        : part)
                .toList());
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

    /** All that stands in a file, if a resource was read from it. */
    public Optional<String> text(String file) {
        return manifests.stream()
                .map(sources::get)
                .filter(source -> source.file().equals(file))
                .findFirst()
                .map(Source::text);
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
