package dev.egresso.screens;

import static org.assertj.core.api.Assertions.assertThat;

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

/** A probe's finds are ids and their sentences stand in the screens; this holds the one against the other. */
class ProbeWordsTest {
    private static final Path SOURCE = Path.of("src", "main", "java", "dev", "egresso", "outside");
    private static final Pattern WORD = Pattern.compile("\"([a-z]+[a-z0-9]*(?:-[a-z0-9]+)*)\"");
    private static final Pattern MENTION = Pattern.compile("\\{([^}]*)}");

    private final Map<String, Map<String, String>> facts = entries("facts");
    private final Map<String, Map<String, String>> findings = entries("findings");

    @Test
    void all_words_are_used() {
        Set<String> used = new TreeSet<>();
        Matcher word = WORD.matcher(source());
        while (word.find()) {
            used.add(word.group(1));
        }
        assertThat(used).containsAll(facts.keySet()).containsAll(findings.keySet());
    }

    @Test
    void every_id_has_words() {
        Set<String> ids = new TreeSet<>(facts.keySet());
        ids.addAll(findings.keySet());
        Matcher said = Pattern.compile("say\\(\\s*(?:[a-zA-Z().]+ \\? )?\"([a-z0-9-]+)\"")
                .matcher(source());
        Set<String> met = new TreeSet<>();
        while (said.find()) {
            met.add(said.group(1));
        }
        assertThat(met).hasSizeGreaterThan(25);
        assertThat(ids).containsAll(met);
        Matcher chosen = Pattern.compile("String id =[^;]*;").matcher(source());
        while (chosen.find()) {
            Matcher word = Pattern.compile("[?:>]\\s*\"([a-z0-9-]+)\"").matcher(chosen.group());
            while (word.find()) {
                assertThat(ids).contains(word.group(1));
            }
        }
    }

    @Test
    void a_sentence_mentions_only_what_the_code_tells() {
        String source = source();
        Stream.of(facts, findings)
                .forEach(all -> all.forEach((id, entry) -> entry.values().forEach(text -> {
                    Matcher mention = MENTION.matcher(text);
                    while (mention.find()) {
                        assertThat(source).as(id).contains("\"" + mention.group(1) + "\"");
                    }
                })));
    }

    private static String source() {
        try (Stream<Path> files = Files.list(SOURCE)) {
            return files.map(ProbeWordsTest::read).collect(Collectors.joining("\n"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<String, Map<String, String>> entries(String list) {
        Map<String, List<Map<String, String>>> all = new Yaml().load(read(Path.of("screens", "probe.yaml")));
        Map<String, Map<String, String>> entries = new TreeMap<>();
        all.get(list).forEach(entry -> entries.put(entry.get("id"), entry));
        return entries;
    }
}
