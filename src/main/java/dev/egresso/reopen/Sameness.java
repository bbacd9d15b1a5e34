package dev.egresso.reopen;

import dev.egresso.mesh.Node;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When two trees say the same: to the letter, or to istiod. */
final class Sameness {
    /** Names and words that istiod reads without regard to case. */
    private static final Set<String> CASELESS = Set.of("protocol", "host", "hosts", "sniHosts", "sni");

    private static final Set<String> DURATIONS = Set.of("timeout", "perTryTimeout");

    /** What the absence of a field comes to. */
    private static final Map<String, String> ABSENT = Map.of(
            "location", "MESH_EXTERNAL",
            "resolution", "NONE",
            "namespace", "default");

    private static final Pattern DURATION_PART = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)(h|ms|m|s)");

    private Sameness() {}

    /** To the letter, wherever the trees came from. */
    static boolean letters(Node one, Node other) {
        if (one instanceof Node.Mapping left && other instanceof Node.Mapping right) {
            return left.fields().size() == right.fields().size()
                    && left.fields().stream().allMatch(field -> right.get(field.key())
                            .filter(value -> letters(field.value(), value))
                            .isPresent());
        }
        if (one instanceof Node.Sequence left && other instanceof Node.Sequence right) {
            return left.items().size() == right.items().size()
                    && java.util.stream.IntStream.range(0, left.items().size())
                            .allMatch(i ->
                                    letters(left.items().get(i), right.items().get(i)));
        }
        if (one instanceof Node.Known left && other instanceof Node.Known right) {
            return left.type() == right.type() && left.text().equals(right.text());
        }
        return one instanceof Node.Hole left
                && other instanceof Node.Hole right
                && left.field().equals(right.field())
                && left.part().equals(right.part());
    }

    static boolean letters(List<? extends Node> ones, List<? extends Node> others) {
        return ones.size() == others.size()
                && java.util.stream.IntStream.range(0, ones.size()).allMatch(i -> letters(ones.get(i), others.get(i)));
    }

    /** Whether two single values mean the same under a key. @param key of the field, or of the list that holds the item */
    static boolean meaning(String key, Node one, Node other) {
        if (!(one instanceof Node.Known left) || !(other instanceof Node.Known right)) {
            return letters(one, other);
        }
        if (left.text().equals(right.text())) {
            return left.type() == right.type() || key.equals("number") || key.equals("port");
        }
        if (CASELESS.contains(key)) {
            return left.text().equalsIgnoreCase(right.text());
        }
        return DURATIONS.contains(key)
                && nanos(left.text()).isPresent()
                && nanos(left.text()).equals(nanos(right.text()));
    }

    /** Whether leaving the field out says the same as this value. */
    static boolean unsaid(String key, Node value) {
        return value instanceof Node.Known known && known.text().equals(ABSENT.get(key));
    }

    private static Optional<Double> nanos(String text) {
        Matcher part = DURATION_PART.matcher(text.toLowerCase(Locale.ROOT));
        double sum = 0;
        int end = 0;
        while (part.find() && part.start() == end) {
            double unit =
                    switch (part.group(2)) {
                        case "h" -> 3_600;
                        case "m" -> 60;
                        case "s" -> 1;
                        default -> 0.001;
                    };
            sum += Double.parseDouble(part.group(1)) * unit;
            end = part.end();
        }
        return end > 0 && end == text.length() ? Optional.of(sum) : Optional.empty();
    }
}
