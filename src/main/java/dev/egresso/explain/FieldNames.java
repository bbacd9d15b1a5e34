package dev.egresso.explain;

import dev.egresso.mesh.Kind;
import dev.egresso.schema.Nearest;
import dev.egresso.schema.Schema;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds fields by what people call them: as Egresso spells them ({@code VirtualService/spec.http[0].rewrite}), as kubectl
 * does ({@code vs.spec.http.rewrite}), or by their last names alone ({@code rewrite.authority}).
 */
public final class FieldNames {
    private static final int FEW = 5;
    private static final String POLICY =
            "^(DestinationRule/spec)(?:\\.subsets\\[])?\\.trafficPolicy\\.(?:portLevelSettings\\[]\\.)?";
    private static final Map<String, Kind> KINDS = kinds();

    /** A field that can be asked for, and the names that lead to it. */
    private record Known(String pattern, Kind kind, List<String> steps) {}

    private final List<Known> all;

    /** The fields of the schemas and all others that have a text, without the items of lists. */
    public FieldNames(Explanations explanations) {
        Stream<String> bySchema = Stream.of(Kind.values()).flatMap(kind -> Schema.of(kind).stream()
                .flatMap(schema -> schema.fields().stream().map(field -> kind + "/" + field.path())));
        Stream<String> byText = explanations.all().stream().map(Explanation::path);
        all = Stream.concat(bySchema, byText)
                .filter(pattern -> !pattern.endsWith("[]"))
                .distinct()
                .map(FieldNames::known)
                .toList();
    }

    /** Every field as kubectl spells it: {@code virtualservice.spec.http.rewrite}. */
    public List<String> spelled() {
        return all.stream()
                .map(known -> known.kind().word().toLowerCase(Locale.ROOT) + "." + String.join(".", known.steps()))
                .distinct()
                .sorted()
                .toList();
    }

    /** The open paths that a text means: none, one, or several if it does not name the kind. */
    public List<String> find(String text) {
        Optional<Kind> kind = kind(text);
        List<String> steps = steps(kind.isPresent() ? behindKind(text) : text);
        if (steps.isEmpty()) {
            return kind.stream().map(found -> found + "/kind").toList();
        }
        List<Known> candidates = candidates(kind);
        return Stream.<Predicate<Known>>of(
                        known -> fit(steps, known.steps()),
                        known -> known.steps().get(0).equals("spec")
                                && fit(
                                        steps,
                                        known.steps().subList(1, known.steps().size())),
                        known -> endsWith(known.steps(), steps))
                .map(test ->
                        candidates.stream().filter(test).map(Known::pattern).toList())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .map(FieldNames::withoutRepeats)
                .orElse(List.of());
    }

    /** What is said of connections may stand in four places; the first stands for all that hold the same. */
    private static List<String> withoutRepeats(List<String> found) {
        return found.stream()
                .filter(path -> {
                    String first = path.replaceFirst(POLICY, "$1.trafficPolicy.");
                    return first.equals(path) || !found.contains(first);
                })
                .toList();
    }

    /** A few paths that are spelled much like the text, the likest first. */
    public List<String> near(String text) {
        Optional<Kind> kind = kind(text);
        List<String> steps = steps(kind.isPresent() ? behindKind(text) : text);
        String asked = String.join(".", steps);
        int allowed = Math.max(2, asked.length() / 3);
        if (asked.isEmpty() || asked.length() > 200) {
            return List.of();
        }
        Map<String, Integer> distances = new LinkedHashMap<>();
        candidates(kind).forEach(known -> distances.put(known.pattern(), distance(asked, steps.size(), known)));
        int best = distances.values().stream().min(Comparator.naturalOrder()).orElse(allowed);
        List<String> likest = withoutRepeats(distances.entrySet().stream()
                .filter(entry -> entry.getValue() <= Math.min(allowed, best + 1))
                .sorted(Comparator.comparingInt((Map.Entry<String, Integer> entry) -> entry.getValue())
                        .thenComparing(entry -> entry.getKey().length()))
                .map(Map.Entry::getKey)
                .toList());
        return likest.subList(0, Math.min(FEW, likest.size()));
    }

    private static int distance(String asked, int steps, Known known) {
        return Math.min(
                Nearest.distance(asked, String.join(".", known.steps())),
                Nearest.distance(asked, String.join(".", tail(known.steps(), steps))));
    }

    private List<Known> candidates(Optional<Kind> kind) {
        return all.stream()
                .filter(known -> kind.isEmpty() || kind.get() == known.kind())
                .toList();
    }

    private static List<String> tail(List<String> steps, int count) {
        return steps.subList(Math.max(0, steps.size() - count), steps.size());
    }

    private static boolean fit(List<String> asked, List<String> known) {
        if (asked.size() != known.size()) {
            return false;
        }
        for (int i = 0; i < asked.size(); i++) {
            if (!known.get(i).equals("*") && !known.get(i).equalsIgnoreCase(asked.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** A key of a person's own is no name to look for. */
    private static boolean endsWith(List<String> known, List<String> asked) {
        List<String> end = tail(known, asked.size());
        return !end.contains("*") && fit(asked, end);
    }

    private static Known known(String pattern) {
        int slash = pattern.indexOf('/');
        return new Known(
                pattern,
                Kind.of(pattern.substring(0, slash)).orElseThrow(),
                List.of(pattern.substring(slash + 1).replace("[]", "").split("\\.")));
    }

    private static Optional<Kind> kind(String text) {
        return Optional.ofNullable(KINDS.get(text.split("[/.]", 2)[0].toLowerCase(Locale.ROOT)));
    }

    private static String behindKind(String text) {
        String[] parts = text.split("[/.]", 2);
        return parts.length < 2 ? "" : parts[1];
    }

    /** An index says nothing about the field, and a key in quotes is a person's own. */
    private static List<String> steps(String text) {
        String open = text.replaceAll("\\[[\"'][^\\]]*[\"']\\]", ".*").replaceAll("\\[[0-9]*\\]", "");
        return Arrays.stream(open.split("\\."))
                .map(String::strip)
                .filter(step -> !step.isEmpty())
                .toList();
    }

    private static Map<String, Kind> kinds() {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        kinds.put("serviceentries", Kind.SERVICE_ENTRY);
        for (Kind kind : Kind.values()) {
            kinds.put(kind.word().toLowerCase(Locale.ROOT), kind);
            kinds.put(kind.word().toLowerCase(Locale.ROOT) + "s", kind);
        }
        kinds.put("se", Kind.SERVICE_ENTRY);
        kinds.put("vs", Kind.VIRTUAL_SERVICE);
        kinds.put("dr", Kind.DESTINATION_RULE);
        kinds.put("svc", Kind.SERVICE);
        return kinds;
    }
}
