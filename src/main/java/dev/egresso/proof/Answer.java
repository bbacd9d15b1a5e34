package dev.egresso.proof;

import dev.egresso.rollout.Spoken;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a request from a pod was answered.
 *
 * @param status 0 if no answer came
 * @param bySidecar whether the sidecar answered by itself, as far as the answer shows that
 * @param detail the beginning of a body that says what is wrong, or what the program said that asked
 */
public record Answer(int status, Optional<Boolean> bySidecar, Optional<String> server, String detail) {
    private static final Pattern HEAD = Pattern.compile("HTTP/[0-9.]+ ([1-9][0-9]{2})[^\\n]*");
    /** What Envoy writes when it has no answer to pass on ({@code source/common/router}, "upstream connect error"). */
    private static final Pattern ENVOYS_OWN = Pattern.compile(
            "^(?:upstream connect error|no healthy upstream|upstream request timeout|RBAC: access denied)");

    private static final int LONGEST = 300;

    /** Reads what {@code curl -i} or {@code wget -S} wrote. */
    static Answer of(Spoken spoken) {
        boolean headOnErr = !HEAD.matcher(spoken.out()).lookingAt();
        String[] parts = headOnErr ? new String[] {spoken.err(), spoken.out()} : lastHead(spoken.out());
        Matcher head = HEAD.matcher(parts[0]);
        int status = 0;
        while (head.find()) {
            status = Integer.parseInt(head.group(1));
        }
        if (status == 0) {
            return new Answer(0, Optional.empty(), Optional.empty(), start(spoken.err()));
        }
        Map<String, String> fields = fields(parts[0]);
        String body = status >= 400 ? start(parts.length > 1 ? parts[1] : "") : "";
        return new Answer(status, bySidecar(fields, body), Optional.ofNullable(fields.get("server")), body);
    }

    /** Interim answers come before the last one. */
    private static String[] lastHead(String out) {
        String rest = out;
        while (true) {
            String[] parts = rest.split("\\r?\\n\\r?\\n", 2);
            boolean interim = parts[0].matches("(?s)HTTP/[0-9.]+ 1[0-9]{2}.*");
            if (!interim || parts.length < 2) {
                return parts;
            }
            rest = parts[1];
        }
    }

    private static Map<String, String> fields(String head) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String line : head.split("\\r?\\n")) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                fields.put(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return fields;
    }

    /** Envoy notes how long the other side took, unless the mesh turned that off. */
    private static Optional<Boolean> bySidecar(Map<String, String> fields, String body) {
        if (fields.containsKey("x-envoy-upstream-service-time")) {
            return Optional.of(false);
        }
        boolean envoy = "envoy".equals(fields.get("server"));
        return envoy || ENVOYS_OWN.matcher(body).find() ? Optional.of(true) : Optional.empty();
    }

    private static String start(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
