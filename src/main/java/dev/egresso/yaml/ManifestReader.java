package dev.egresso.yaml;

import dev.egresso.mesh.Manifest;
import dev.egresso.mesh.Neighbours;
import dev.egresso.mesh.Node;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads resources out of YAML or JSON as people, Helm and {@code kubectl get -o yaml} write it: several documents, lists of
 * resources, any versions of the API. Total: what cannot be read is a {@link Fault}, never an exception.
 */
public final class ManifestReader {
    private final String file;
    private final String text;
    private final List<Manifest> manifests = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final List<Neighbours> neighbours = new ArrayList<>();
    private final Map<Manifest, Source> sources = new IdentityHashMap<>();

    private ManifestReader(String file, String text) {
        this.file = file;
        this.text = text;
    }

    /** @param file what to call the text in faults and findings */
    public static ReadSet read(String file, String text) {
        ManifestReader reader = new ManifestReader(file, text);
        reader.readAll();
        return new ReadSet(
                file,
                reader.manifests,
                reader.skipped,
                reader.faults,
                Neighbours.all(reader.neighbours),
                reader.sources);
    }

    /** Bytes that should be UTF-8. */
    public static ReadSet read(String file, byte[] bytes) {
        if (bytes.length > Limits.FILE_BYTES) {
            return refused(file, 1, "larger than the " + Limits.FILE_BYTES / 1024 / 1024 + " MB that are read");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(in, out, true);
        String text = out.flip().toString();
        return result.isError() ? refused(file, lineAt(text, text.length()), "not UTF-8 text") : read(file, text);
    }

    private static ReadSet refused(String file, int line, String what) {
        return new ReadSet(
                file,
                List.of(),
                List.of(),
                List.of(new Fault(file, line, what)),
                Neighbours.none(),
                new IdentityHashMap<>());
    }

    private static int lineAt(String text, int index) {
        return 1
                + (int) text.substring(0, index)
                        .chars()
                        .filter(sign -> sign == '\n')
                        .count();
    }

    private void readAll() {
        int nul = text.indexOf('\0');
        if (nul >= 0) {
            fault(lineAt(text, nul) - 1, "holds a NUL character, so it is no text");
            return;
        }
        if (looksLikeJson() && readJson()) {
            return;
        }
        List<YamlDocuments.Slice> slices = YamlDocuments.slices(text);
        if (slices.size() > Limits.DOCUMENTS) {
            fault(0, "more than the " + Limits.DOCUMENTS + " documents that are read");
            return;
        }
        slices.forEach(this::read);
    }

    private boolean looksLikeJson() {
        String start = text.substring(0, Math.min(text.length(), 200))
                .replace("\uFEFF", "")
                .stripLeading();
        return start.startsWith("{") || start.startsWith("[") && file.endsWith(".json");
    }

    /** Whether it is JSON; an object in YAML's short form begins the same, and is left to YAML. */
    private boolean readJson() {
        String json = text.startsWith("\uFEFF") ? text.substring(1) : text;
        try {
            int skipped = text.length() - json.length();
            for (JsonTree.Document document : JsonTree.read(file, json)) {
                int from = skipped + document.from();
                int to = skipped + document.to();
                sort(document.node(), new Source(file, text, from, to, document.line(), 0, -1, true));
            }
            return true;
        } catch (Unreadable broken) {
            if (file.endsWith(".json")) {
                fault(broken.line(), broken.getMessage());
                return true;
            }
            return false;
        }
    }

    private void read(YamlDocuments.Slice slice) {
        if (slice.to() - slice.from() > Limits.DOCUMENT_CHARACTERS) {
            fault(
                    slice.line(),
                    "a document of more than the " + Limits.DOCUMENT_CHARACTERS / 1024 / 1024 + " MB that are read");
            return;
        }
        String part = text.substring(slice.from(), slice.to());
        if (YamlDocuments.isBlank(part)) {
            return;
        }
        try {
            List<org.yaml.snakeyaml.nodes.Node> composed = YamlDocuments.compose(part);
            for (int i = 0; i < composed.size(); i++) {
                Node node = new YamlTree(file, slice.line()).read(composed.get(i));
                sort(node, new Source(file, text, slice.from(), slice.to(), slice.line(), i, -1, false));
            }
        } catch (Unreadable broken) {
            String template = part.contains("{{") ? "; it holds {{, so render the template first" : "";
            fault(slice.line() + broken.line(), broken.getMessage() + template);
        }
    }

    private void sort(Node document, Source source) {
        Sorted.of(document, file, source).forEach(sorted -> {
            sorted.manifest().ifPresent(manifest -> {
                manifests.add(manifest);
                sources.put(manifest, sorted.source());
            });
            sorted.neighbours().ifPresent(neighbours::add);
            sorted.skipped().ifPresent(skipped::add);
            sorted.fault().ifPresent(faults::add);
        });
    }

    /** @param line counted from zero */
    private void fault(int line, String what) {
        faults.add(new Fault(file, line + 1, what));
    }
}
