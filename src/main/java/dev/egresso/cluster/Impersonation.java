package dev.egresso.cluster;

import dev.egresso.mesh.Node;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** In whose name is asked (Kubernetes documentation, "User impersonation"), as headers of each request. */
record Impersonation(List<Header> headers) {
    record Header(String name, String value) {}

    static Impersonation none() {
        return new Impersonation(List.of());
    }

    /** @throws Troubled for parts of a person who is not named, as kubectl refuses them */
    static Impersonation of(Section user) {
        List<Header> headers = new ArrayList<>();
        if (user.has("as")) {
            headers.add(new Header("Impersonate-User", user.text("as")));
        }
        if (user.has("as-uid")) {
            headers.add(new Header("Impersonate-Uid", user.text("as-uid")));
        }
        user.texts("as-groups").forEach(group -> headers.add(new Header("Impersonate-Group", group)));
        user.section("as-user-extra").ifPresent(extra -> extra.fields().fields().stream()
                .map(Node.Field::key)
                .forEach(key -> extra.texts(key)
                        .forEach(value -> headers.add(new Header("Impersonate-Extra-" + escaped(key), value)))));
        if (!headers.isEmpty() && !user.has("as")) {
            throw user.trouble("as-nobody", "as");
        }
        return new Impersonation(List.copyOf(headers));
    }

    /** What a header's name cannot hold is told by its number, and the server reads it back. */
    private static String escaped(String key) {
        return URLEncoder.encode(key, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }
}
