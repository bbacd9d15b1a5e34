package dev.egresso.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Puts the lines of a log entry together again that a narrow terminal or a mail program broke. A break in the middle of a
 * word leaves no space behind, one between words does.
 */
final class Lines {
    private static final Pattern BEGINS = Pattern.compile("\\[?\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d.*"
            + "|.{0,90}\\[\\d{4}-\\d\\d-\\d\\dT[^\\]]{8,30}\\]\\s+[\"-].*|\\s*[*<>$#] .*|\\s*\\{\\s*(?:\".*)?|\\s*\\}[\\s,\\]]*"
            + "|.{0,60}\"(?:[A-Z]{3,10}|-) \\S+ (?:HTTP/[0-9.]+|-)\".*|\\s*curl: .*|\\s*upstream connect error.*");
    private static final Pattern ENTRY = Pattern.compile(".*(?:\\]\\s+\"|\"(?:[A-Z]{3,10}|-) \\S+ (?:HTTP/|-)).*"
            + "|.*\\[\\d{4}-\\d\\d-\\d\\dT[^\\]]{8,30}\\]\\s*(?:-.*)?");
    /** What a token of a log looks like when it is whole. */
    private static final Pattern WHOLE = Pattern.compile("-|\"[^\"]*\"|\\d{1,12}|[A-Z]{2,5}(?:,[A-Z]{2,5})*"
            + "|\\[?[0-9a-f.:]+\\]?:\\d{1,5}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\"?-\"?"
            + "|(?:outbound|inbound)\\|\\d+\\|[^|]*\\|(?:[a-z0-9.*-]+\\.(?:[a-z]{2,3}|local|internal|cloud|info|dev))?"
            + "|PassthroughCluster|BlackHoleCluster|[a-z_]+(?:\\{[^}]*\\})?|default|allow_any|block_all"
            + "|[a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.(?:com|net|org|io|dev|local|internal)");

    private Lines() {}

    static String joined(String text) {
        List<String> whole = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            boolean goesOn =
                    !parts.isEmpty() && !line.isBlank() && !BEGINS.matcher(line).matches();
            if (!goesOn) {
                flush(parts, whole);
            }
            if (goesOn || ENTRY.matcher(line).matches()) {
                parts.add(line);
            } else {
                whole.add(line);
            }
        }
        flush(parts, whole);
        return String.join("\n", whole);
    }

    private static void flush(List<String> parts, List<String> whole) {
        if (parts.isEmpty()) {
            return;
        }
        StringBuilder joined = new StringBuilder(parts.get(0).stripTrailing());
        int width = parts.get(0).length();
        boolean even = parts.size() > 2
                && parts.subList(0, parts.size() - 1).stream().allMatch(part -> part.length() == width);
        for (int i = 1; i < parts.size(); i++) {
            String before = parts.get(i - 1);
            String after = parts.get(i);
            boolean spaced = before.endsWith(" ") || after.startsWith(" ");
            joined.append(spaced || !isSplit(before, after, even) ? " " : "").append(after.strip());
        }
        whole.add(joined.toString());
        parts.clear();
    }

    private static boolean isSplit(String before, String after, boolean even) {
        String head = before.substring(before.lastIndexOf(' ') + 1);
        int space = after.indexOf(' ');
        String tail = space < 0 ? after : after.substring(0, space);
        boolean together = WHOLE.matcher(head + tail).matches();
        boolean apart = WHOLE.matcher(head).matches() && WHOLE.matcher(tail).matches();
        boolean insideQuotes = before.chars().filter(letter -> letter == '"').count() % 2 == 1;
        if (even) {
            return true;
        }
        return insideQuotes
                ? !head.isEmpty() && together && !apart
                : together && !apart || !apart && isHalf(head, tail);
    }

    /** A name or an address that stops short. */
    private static boolean isHalf(String head, String tail) {
        boolean joint = head.matches(".*[a-z0-9._|:-]") && tail.matches("[a-z0-9._|:-].*");
        boolean opens = head.matches("(?:outbound|inbound).*|.*\\{[^}]*|.*[._|:-]") || tail.matches("[._|:-].*");
        return joint && opens && !WHOLE.matcher(head).matches();
    }
}
