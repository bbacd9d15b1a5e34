package dev.egresso.cli;

import dev.egresso.files.Refused;
import dev.egresso.files.TextFiles;
import dev.egresso.files.TextRead;
import dev.egresso.mesh.Kind;
import dev.egresso.mesh.Manifest;
import dev.egresso.mesh.Origin;
import dev.egresso.reopen.FoundRoute;
import dev.egresso.reopen.OpenedSet;
import dev.egresso.yaml.Limits;
import dev.egresso.yaml.ManifestReader;
import dev.egresso.yaml.ReadSet;
import dev.egresso.yaml.Skipped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The files that {@code --from} names, with the routes that they hold.
 *
 * @param texts by the names as they were given
 */
record OpenedFiles(Map<String, String> texts, ReadSet read, List<FoundRoute> routes) {
    static final String FROM = "--from";
    static final String ROUTE = "--route";
    private static final String STDIN = "-";

    static void addTo(CommandSpec spec) {
        spec.addOption(OptionSpec.builder(FROM)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("1..*")
                .paramLabel("FILE")
                .description("Open files that hold a route, and change it.")
                .build());
        spec.addOption(Egresso.option(
                ROUTE,
                "HOST",
                "With --from, where the files hold several routes: the internal or external host of one."));
    }

    /** @throws Refusal for files that cannot be read, or hold no route */
    static OpenedFiles read(List<String> names, World world) {
        Map<String, String> texts = new LinkedHashMap<>();
        Set<Path> seen = new HashSet<>();
        for (String name : names) {
            if (name.equals(STDIN)) {
                texts.put(STDIN, stdin(world));
                continue;
            }
            for (String file : ResourceFiles.files(name, world)) {
                if (seen.add(world.folder().resolve(file).normalize())) {
                    texts.put(file, text(file, world));
                }
            }
        }
        List<ReadSet> sets = texts.entrySet().stream()
                .map(text -> ManifestReader.read(text.getKey(), text.getValue()))
                .toList();
        return of(texts, ReadSet.all(sets));
    }

    private static String text(String name, World world) {
        TextRead read = TextFiles.read(world.file(name), Limits.FILE_BYTES);
        if (read instanceof TextRead.Text text) {
            return text.text();
        }
        Refused refused = (Refused) read;
        throw new Refusal(
                Exit.BAD_INPUT,
                name + " cannot be opened: " + refused.obstacle().id().replace('-', ' ') + ".",
                "Give a file of UTF-8 text with a ServiceEntry.");
    }

    private static String stdin(World world) {
        try {
            return new String(world.in().readNBytes(Limits.FILE_BYTES), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new Refusal(Exit.BAD_INPUT, "stdin cannot be read.");
        }
    }

    private static OpenedFiles of(Map<String, String> texts, ReadSet read) {
        if (!read.faults().isEmpty()) {
            List<String> rows = new ArrayList<>();
            read.faults().stream().limit(5).forEach(fault -> rows.add(fault.toString()));
            rows.add("Mend it there, then open it again.");
            throw new Refusal(Exit.BAD_INPUT, rows.toArray(String[]::new));
        }
        List<FoundRoute> routes = FoundRoute.in(read.manifests());
        if (routes.isEmpty()) {
            throw new Refusal(Exit.BAD_INPUT, unknown(texts).toArray(String[]::new));
        }
        return new OpenedFiles(texts, read, routes);
    }

    /** What is there instead of a route, and what would be one. */
    private static List<String> unknown(Map<String, String> texts) {
        List<String> rows = new ArrayList<>();
        texts.forEach((name, text) -> rows.addAll(found(name, ManifestReader.read(name, text))));
        List<String> told = new ArrayList<>(rows.subList(0, Math.min(5, rows.size())));
        if (texts.isEmpty()) {
            told.add("There is no YAML or JSON file there.");
        }
        told.add("A route begins with a ServiceEntry: name the file that holds it as well, with --from FILE.");
        return told;
    }

    private static List<String> found(String file, ReadSet read) {
        List<String> rows = new ArrayList<>();
        read.manifests()
                .forEach(manifest -> rows.add(at(manifest) + manifest.kind() + " " + manifest.name()
                        + ", and no ServiceEntry that it leads to."));
        for (Skipped skipped : read.skipped()) {
            String kind = skipped.kind().isEmpty() ? "a document without kind" : skipped.kind() + " " + skipped.name();
            rows.add(file + ":" + skipped.line() + ": " + kind.strip() + ", which is no part of a route.");
        }
        read.neighbours()
                .gateways()
                .forEach(
                        gateway -> rows.add(file + ":1: Gateway " + gateway.name() + ", which is no part of a route."));
        read.neighbours()
                .sidecars()
                .forEach(
                        sidecar -> rows.add(file + ":1: Sidecar " + sidecar.name() + ", which is no part of a route."));
        if (rows.isEmpty()) {
            rows.add(file + ":1: there is no resource in it.");
        }
        return rows;
    }

    private static String at(Manifest manifest) {
        return manifest.root().origin() instanceof Origin.Read read ? read.file() + ":" + read.line() + ": " : "";
    }

    /** The one that is meant. @throws Refusal where several are there, or none is called so */
    OpenedSet chosen(Optional<String> named) {
        List<FoundRoute> meant = routes.stream()
                .filter(route -> named.isEmpty() || isCalled(route, named.get()))
                .toList();
        if (meant.size() == 1) {
            return OpenedSet.of(texts, read, meant.get(0));
        }
        String first = meant.isEmpty()
                ? "No route here is called " + named.orElse("") + "."
                : "The files hold " + meant.size() + " routes"
                        + named.map(name -> " called " + name).orElse("") + ".";
        List<String> rows = new ArrayList<>(List.of(first));
        (meant.isEmpty() ? routes : meant).forEach(route -> rows.add("  " + line(route)));
        rows.add("Choose one: " + ROUTE + " "
                + (meant.isEmpty() ? routes : meant).get(0).id());
        throw new Refusal(meant.isEmpty() ? Exit.BAD_INPUT : Exit.USAGE, rows.toArray(String[]::new));
    }

    private static boolean isCalled(FoundRoute route, String name) {
        return route.names().contains(name);
    }

    /** {@code webserver to api.example.com   ServiceEntry default/partner, routes.yaml:1}. */
    private static String line(FoundRoute route) {
        Manifest entry = route.entry().manifest();
        String from = route.internalHost().isEmpty() ? "" : route.internalHost() + " to ";
        return from + route.externalHost() + "   " + Kind.SERVICE_ENTRY + " " + entry.namespace() + "/" + entry.name()
                + ", " + at(entry).replaceFirst(": $", "");
    }

    /** Every route, each to be worked on by itself. */
    List<OpenedSet> all() {
        return routes.stream().map(route -> OpenedSet.of(texts, read, route)).toList();
    }
}
