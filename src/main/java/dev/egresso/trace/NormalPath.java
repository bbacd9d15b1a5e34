package dev.egresso.trace;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The path as the sidecar sees it: istiod has Envoy normalize it before any route is tried ({@code pathNormalization} of the
 * mesh is {@code BASE} unless set): dot segments are taken away (RFC 3986), backslashes are slashes, and what needs no
 * percent sign is written without. Double slashes stay.
 */
final class NormalPath {
    private NormalPath() {}

    static String of(String path) {
        String plain = path.indexOf('%') < 0 ? path : unescaped(path);
        String slashed = plain.replace('\\', '/');
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

    /** Letters, digits, hyphen, dot, low line and tilde are written as they are. */
    private static String unescaped(String path) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < path.length(); i++) {
            int code = path.charAt(i) == '%' && i + 2 < path.length() ? code(path.substring(i + 1, i + 3)) : -1;
            if (code >= 0 && isUnreserved((char) code)) {
                out.append((char) code);
                i += 2;
            } else {
                out.append(path.charAt(i));
            }
        }
        return out.toString();
    }

    private static int code(String hex) {
        return hex.matches("[0-9a-fA-F]{2}") ? Integer.parseInt(hex, 16) : -1;
    }

    private static boolean isUnreserved(char letter) {
        return letter >= 'a' && letter <= 'z'
                || letter >= 'A' && letter <= 'Z'
                || letter >= '0' && letter <= '9'
                || "-._~".indexOf(letter) >= 0;
    }
}
