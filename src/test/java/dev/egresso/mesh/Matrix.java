package dev.egresso.mesh;

import dev.egresso.Resource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every kind of route that the answers can make, each complete: what all of them must hold to, a test walks here. A case
 * stands in {@code src/test/resources/matrix.txt} as its name and its answers, one to a line.
 */
public final class Matrix {
    private static final String TEXT = Resource.text("/matrix.txt");

    private Matrix() {}

    /** One route: a name that is fit for a file, and the answers that make it. */
    public record Case(String name, Answers answers) {
        public Draft draft() {
            return Draft.of(answers, Surroundings.unknown());
        }

        public Bundle bundle() {
            return draft().route()
                    .map(Bundle::of)
                    .orElseThrow(() ->
                            new AssertionError(name + " is not complete: " + draft().problems() + draft().missing()));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    public static Stream<Case> cases() {
        return Stream.of(TEXT.split("\n\n"))
                .map(block ->
                        block.lines().filter(line -> !line.startsWith("#")).toList())
                .filter(lines -> !lines.isEmpty())
                .map(lines -> new Case(lines.get(0), answers(lines.subList(1, lines.size()))));
    }

    public static Case named(String name) {
        return cases().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }

    private static Answers answers(List<String> lines) {
        Map<FieldId, String> texts = lines.stream()
                .map(line -> line.strip().split(": ", 2))
                .collect(Collectors.toMap(pair -> FieldId.named(pair[0]).orElseThrow(), pair -> pair[1]));
        Answers answers = Answers.none();
        for (Map.Entry<FieldId, String> text : texts.entrySet()) {
            answers = answers.with(text.getKey(), text.getValue());
        }
        return answers;
    }
}
