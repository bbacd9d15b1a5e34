package dev.egresso.cluster;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What was told of credentials, and is not to be seen again where a server or a proxy repeats it in its refusal. */
final class Secrets {
    /** Shorter ones would take harmless words out of every sentence. */
    private static final int SHORTEST = 4;

    private final Set<String> secrets = ConcurrentHashMap.newKeySet();

    /** @param authorization what stands in a header: a scheme and what it proves */
    void add(String authorization) {
        String proof = authorization.substring(authorization.indexOf(' ') + 1);
        secret(proof);
        if (authorization.startsWith("Basic ")) {
            addNameAndPassword(new String(Base64.getDecoder().decode(proof), StandardCharsets.UTF_8));
        }
    }

    void addNameAndPassword(String both) {
        secret(both.substring(both.indexOf(':') + 1));
        secret(Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8)));
    }

    private void secret(String text) {
        if (text.length() >= SHORTEST) {
            secrets.add(text);
        }
    }

    /** The longest first, so that nothing is left of one that another is a part of. */
    String hiddenIn(String text) {
        return secrets.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .reduce(text, (left, secret) -> left.replace(secret, "…"));
    }
}
