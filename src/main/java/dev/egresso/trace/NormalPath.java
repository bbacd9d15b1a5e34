package dev.egresso.trace;

import java.util.ArrayDeque;
import java.util.Deque;

/** The path as the sidecar sees it: istiod has Envoy take dot segments away (RFC 3986) before any route is tried. */
final class NormalPath {
    private NormalPath() {}

    static String of(String path) {
        String slashed = path.replace('\\', '/');
        if (!slashed.contains("/.")) {
            return slashed;
        }
        Deque<String> kept = new ArrayDeque<>();
        String[] segments = slashed.substring(1).split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            boolean last = i == segments.length - 1;
            if (segments[i].equals("..")) {
                kept.pollLast();
            }
            boolean dots = segments[i].equals(".") || segments[i].equals("..");
            if (!dots) {
                kept.addLast(segments[i]);
            } else if (last) {
                kept.addLast("");
            }
        }
        return "/" + String.join("/", kept);
    }
}
