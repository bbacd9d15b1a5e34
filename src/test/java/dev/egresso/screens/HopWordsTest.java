package dev.egresso.screens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.trace.Hop;
import dev.egresso.trace.Part;
import dev.egresso.trace.Standing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The trace speaks in ids and the screens in sentences; this holds the source of the one against the words of the other. */
class HopWordsTest {
    private static final Path SOURCE = Path.of("src", "main", "java", "dev", "egresso", "trace");
    private static final Pattern ID = Pattern.compile(
            "\"((?:app|sidecar|ztunnel|waypoint|route|rewrite|cluster|dns|connect|tls|send)(?:-[a-z0-9]+)*)\"");
    private static final Pattern ASSUMED = Pattern.compile("assume\\(\\s*\"([a-z0-9-]+)\"");
    private static final Pattern MENTION = Pattern.compile("\\{([^}]*)}");
    /** Words that look like ids: stages and parts, outcomes, flags of Envoy, names of assumptions and of arguments. */
    private static final Set<String> OTHERS = Set.of(
            "app",
            "sidecar",
            "ztunnel",
            "waypoint",
            "route",
            "rewrite",
            "connect",
            "send",
            "app-error",
            "tls-failure",
            "connect-failure",
            "dns-capture",
            "dns",
            "tls");

    private final Map<String, Map<String, String>> hops = entries("hops");
    private final Map<String, Map<String, String>> assumptions = entries("assumptions");

    @Test
    void every_hop_has_words_and_all_words_are_used() {
        Set<String> used = found(ID);
        used.removeAll(OTHERS);
        used.addAll(List.of(
                "sidecar-no-listener-blocked", "sidecar-falls-through-blocked", "sidecar-out-of-scope-blocked"));
        assertThat(used).isEqualTo(hops.keySet());
    }

    @Test
    void every_assumption_has_words_and_all_words_are_used() {
        Set<String> used = found(ASSUMED);
        used.add("labels");
        assertThat(used).isEqualTo(assumptions.keySet());
    }

    @Test
    void whoever_says_what_is_seen_says_why_and_what_to_do() {
        hops.forEach((id, hop) -> assertThat(hop.keySet())
                .as(id)
                .isIn(Set.of("id", "what"), Set.of("id", "what", "sees", "cause", "remedy")));
    }

    @Test
    void a_hop_mentions_only_what_the_trace_tells() {
        String source = source();
        hops.forEach((id, hop) -> hop.values().forEach(text -> {
            Matcher mention = MENTION.matcher(text);
            while (mention.find()) {
                assertThat(source).as(id).contains("\"" + mention.group(1) + "\"");
            }
        }));
    }

    @Test
    void arguments_are_put_in() {
        HopWords words = HopWords.read("hops.yaml", text());
        Hop hop = new Hop(Part.CONNECT, Standing.OK, "connect-port", Map.of("port", "443"), List.of());
        assertThat(words.of(hop).what()).isEqualTo("port 443");
    }

    private static Set<String> found(Pattern pattern) {
        Matcher matcher = pattern.matcher(source());
        Set<String> found = new TreeSet<>();
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static String source() {
        try (Stream<Path> files = Files.list(SOURCE)) {
            return files.map(HopWordsTest::read).collect(Collectors.joining("\n"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text() {
        return read(Path.of("screens", "hops.yaml"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<String, Map<String, String>> entries(String list) {
        Map<String, List<Map<String, String>>> all = new Yaml().load(text());
        Map<String, Map<String, String>> entries = new TreeMap<>();
        all.get(list).forEach(entry -> entries.put(entry.get("id"), entry));
        return entries;
    }
}
