package dev.egresso.rollout;

import dev.egresso.yaml.YamlScalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What keeps a cluster from doing what it was asked: an id, whose sentence stands in {@code screens/words.yaml} as
 * {@code trouble-ID}, and the arguments that it mentions. Texts of servers are made harmless here, whatever they hold.
 */
public record Trouble(String id, Map<String, String> arguments, List<Conflict> conflicts) {
    /** The server may have done it, and nobody heard. */
    private static final Set<String> UNCLEAR = Set.of("timeout", "cut", "server-fault");

    private static final Set<String> OF_THE_CONNECTION = Set.of(
            "timeout",
            "cut",
            "unreachable",
            "unknown-host",
            "untrusted",
            "untrusted-issuer",
            "other-name",
            "tls-alert",
            "tls-ended",
            "no-tls",
            "proxy-refused",
            "proxy-unreachable",
            "proxy-untrusted",
            "proxy-lost",
            "unauthorized",
            "not-kubernetes",
            "busy");

    private static final int LONGEST = 600;

    public Trouble {
        Map<String, String> harmless = new LinkedHashMap<>();
        arguments.forEach((name, value) -> harmless.put(name, plain(value)));
        arguments = java.util.Collections.unmodifiableMap(harmless);
        conflicts = List.copyOf(conflicts);
    }

    /** @param arguments names and values in turn */
    public static Trouble of(String id, String... arguments) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            named.put(arguments[i], arguments[i + 1]);
        }
        return new Trouble(id, named, List.of());
    }

    public static Trouble conflict(List<Conflict> conflicts) {
        return new Trouble("conflict", Map.of(), conflicts);
    }

    public Trouble with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(arguments);
        more.put(name, value);
        return new Trouble(id, more, conflicts);
    }

    /** Empty if it mentions no such thing. */
    String argument(String name) {
        return arguments.getOrDefault(name, "");
    }

    public String sentenceId() {
        return "trouble-" + id;
    }

    /** Somebody else owns the fields; an explicit word takes them over. */
    public boolean isConflict() {
        return !conflicts.isEmpty();
    }

    public boolean isUnclear() {
        return UNCLEAR.contains(id);
    }

    /** It concerns every request alike, so that there is no use in asking on. */
    public boolean isOfTheConnection() {
        return OF_THE_CONNECTION.contains(id);
    }

    /** On one line, without control characters, and no longer than a person reads. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        text.codePoints().forEach(point -> plain.appendCodePoint(YamlScalar.isShown(point) ? point : ' '));
        String line = plain.toString().strip().replaceAll(" {2,}", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }
}
