package dev.egresso.screens;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The mesh speaks in ids and the screens in sentences, and no compiler sees the two together. So this reads the calls
 * that name an id out of the source, and holds them against the words.
 */
class WordsOfTheMeshTest {
    private static final Path ALL_SOURCE = Path.of("src", "main", "java", "dev", "egresso");
    private static final Path MESH = ALL_SOURCE.resolve("mesh");
    private static final int COLUMNS = 78;

    private static final Pattern PROBLEM = Pattern.compile(
            "\\b(?:Reading\\s*\\.\\s*refused|(?:Remark|hearing)\\s*\\.\\s*(?:error|warning|info))\\s*\\(");
    private static final Pattern REASON = Pattern.compile(
            "\\b(?:Reason\\s*\\.\\s*of|Tree\\s*\\.\\s*fixed|Piece\\s*\\.\\s*notNeeded|automatic)\\s*\\(");
    private static final Pattern EXPLICIT =
            Pattern.compile("\\bexplicit\\s*\\(\\s*FieldId\\.\\w+,\\s*\"([a-z0-9-]+)\"");
    private static final Pattern UNSET = Pattern.compile("\\b(?:unset|file)\\s*\\(\\s*FieldId\\.(\\w+)");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z0-9-]+)\"");
    private static final Pattern MENTION = Pattern.compile("\\{([^}]*)}");
    private static final Pattern SCOLDING = Pattern.compile(
            "(?i)\\b(?:invalid|illegal|failed to|oops|please|just|simply|you forgot|obviously|error:)\\b");

    private final Map<String, Set<String>> problems = used(PROBLEM);
    private final Map<String, Set<String>> reasons = used(REASON);
    private final Map<String, String> rulesInWords = words("rules", "what", "remedy");
    private final Map<String, String> reasonsInWords = words("reasons", "text");

    @Test
    void every_problem_of_the_mesh_has_words() {
        assertThat(problems.keySet())
                .filteredOn(id -> !rulesInWords.containsKey(id))
                .isEmpty();
    }

    @Test
    void every_reason_of_the_mesh_has_words() {
        assertThat(reasons.keySet())
                .filteredOn(id -> !reasonsInWords.containsKey(id))
                .isEmpty();
    }

    @Test
    void every_rule_in_words_is_used() {
        assertThat(unused(rulesInWords, problems)).isEmpty();
    }

    @Test
    void every_reason_in_words_is_used() {
        assertThat(unused(reasonsInWords, reasons)).isEmpty();
    }

    @Test
    void a_rule_mentions_only_what_the_mesh_tells() {
        assertThat(untold(rulesInWords, problems)).isEmpty();
    }

    @Test
    void a_reason_mentions_only_what_the_mesh_tells() {
        assertThat(untold(reasonsInWords, reasons)).isEmpty();
    }

    @Test
    void a_problem_and_its_remedy_fit_two_lines() {
        assertThat(rulesInWords)
                .allSatisfy((id, sentences) ->
                        assertThat(lines(sentences)).as(id + ": " + sentences).isLessThanOrEqualTo(2));
    }

    @Test
    void nobody_is_scolded() {
        assertThat(Stream.of(rulesInWords, reasonsInWords).flatMap(words -> words.entrySet().stream()))
                .noneMatch(entry -> SCOLDING.matcher(entry.getValue()).find());
    }

    @Test
    void sentences_end_in_a_full_stop() {
        assertThat(Stream.of(rulesInWords, reasonsInWords).flatMap(words -> words.entrySet().stream()))
                .allMatch(entry -> entry.getValue().endsWith("."));
    }

    /** Ids of words that no call names; the mesh is read closely, of the rest any quoted id will do. */
    private static Set<String> unused(Map<String, String> words, Map<String, Set<String>> used) {
        String elsewhere = sources(ALL_SOURCE)
                .filter(file -> !file.startsWith(MESH))
                .map(WordsOfTheMeshTest::text)
                .collect(Collectors.joining());
        return words.keySet().stream()
                .filter(id -> !used.containsKey(id) && !elsewhere.contains('"' + id + '"'))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Mentions in braces that are not passed at each place where the id is used. */
    private static List<String> untold(Map<String, String> words, Map<String, Set<String>> used) {
        List<String> untold = new ArrayList<>();
        words.forEach((id, sentence) -> MENTION.matcher(sentence)
                .results()
                .map(mention -> mention.group(1))
                .filter(name -> used.containsKey(id) && !used.get(id).contains(name))
                .forEach(name -> untold.add(id + " {" + name + "}")));
        return untold;
    }

    private static long lines(String sentences) {
        int lines = 1;
        int column = 0;
        for (String word : sentences.split(" ")) {
            boolean breaks = column > 0 && column + 1 + word.length() > COLUMNS;
            lines += breaks ? 1 : 0;
            column = breaks || column == 0 ? word.length() : column + 1 + word.length();
        }
        return lines;
    }

    /** The sentences of each entry of a file, joined in the order of their names. */
    private static Map<String, String> words(String name, String... parts) {
        Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        Map<?, ?> file = yaml.load(text(Path.of("screens", name + ".yaml")));
        assertThat(file.get(name)).as(name).isInstanceOf(List.class);
        Map<String, String> words = new LinkedHashMap<>();
        for (Object item : (List<?>) file.get(name)) {
            Map<?, ?> entry = (Map<?, ?>) item;
            assertThat(entry.keySet().stream().map(Object::toString))
                    .as(name + ": " + entry.get("id"))
                    .containsExactlyElementsOf(
                            Stream.concat(Stream.of("id"), Stream.of(parts)).toList());
            String sentences =
                    Stream.of(parts).map(part -> (String) entry.get(part)).collect(Collectors.joining(" "));
            assertThat(words.put((String) entry.get("id"), sentences))
                    .as("second entry for " + entry.get("id"))
                    .isNull();
        }
        return words;
    }

    /** The ids that the mesh names in such calls, each with the arguments that it passes at every one of them. */
    private static Map<String, Set<String>> used(Pattern call) {
        Map<String, Set<String>> used = new TreeMap<>();
        sources(MESH).map(WordsOfTheMeshTest::text).forEach(source -> call.matcher(source)
                .results()
                .map(found -> arguments(source, found))
                .forEach(arguments -> ids(source, arguments.get(0))
                        .forEach(id -> used.merge(id, names(arguments), WordsOfTheMeshTest::inBoth))));
        assertThat(used).isNotEmpty();
        return used;
    }

    /** The arguments of a call from the id on: some calls name a field, a kind or a value before it. */
    private static List<String> arguments(String source, MatchResult call) {
        List<String> arguments = new ArrayList<>(split(source, call.end()));
        boolean idComesLater = Stream.of("hearing", "Piece", "automatic").anyMatch(call.group()::startsWith);
        while (idComesLater && arguments.size() > 1 && !arguments.get(0).contains("\"")) {
            arguments.remove(0);
        }
        return arguments;
    }

    private static Stream<String> ids(String source, String expression) {
        List<String> literals = all(LITERAL, expression);
        if (literals.isEmpty()) {
            assertThat(expression).as("an id that is passed on").matches("\\w+( \\w+)?");
        }
        return literals.stream()
                .flatMap(literal -> literal.startsWith("-")
                        ? beginnings(source, expression).map(beginning -> beginning + literal)
                        : Stream.of(literal));
    }

    /** What the end of an id is joined to: the id of a field, or the word that a caller hands in. */
    private static Stream<String> beginnings(String source, String expression) {
        return expression.startsWith("field.id()")
                ? all(UNSET, source).stream()
                        .map(field -> field.toLowerCase(Locale.ROOT).replace('_', '-'))
                : all(EXPLICIT, source).stream();
    }

    private static Set<String> names(List<String> arguments) {
        Set<String> names = new TreeSet<>();
        for (int i = 1; i < arguments.size(); i += 2) {
            names.addAll(all(LITERAL, arguments.get(i)));
        }
        return names;
    }

    private static Set<String> inBoth(Set<String> one, Set<String> other) {
        return one.stream().filter(other::contains).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).toList();
    }

    /** The arguments of the call whose bracket has just been opened, without the white space around them. */
    private static List<String> split(String source, int start) {
        List<String> arguments = new ArrayList<>();
        int depth = 0;
        int from = start;
        for (int i = start; i < source.length(); i++) {
            char sign = source.charAt(i);
            if (sign == '"' || sign == '\'') {
                i = endOfQuote(source, i);
            } else if (sign == '(') {
                depth++;
            } else if (sign == ',' && depth == 0) {
                arguments.add(source.substring(from, i).strip());
                from = i + 1;
            } else if (sign == ')' && depth-- == 0) {
                arguments.add(source.substring(from, i).strip());
                return arguments;
            }
        }
        throw new AssertionError("a call without an end: " + source.substring(start, start + COLUMNS));
    }

    private static int endOfQuote(String source, int start) {
        int end = start + 1;
        while (source.charAt(end) != source.charAt(start)) {
            end += source.charAt(end) == '\\' ? 2 : 1;
        }
        return end;
    }

    private static Stream<Path> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
