package dev.egresso.doctor;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads keys with values, as JSON, as {@code key=value} or as {@code key:value}, and knows from a key's words what it is for:
 * every company names the keys of its log as it likes.
 */
final class KeyValues {
    private static final Pattern PAIR =
            Pattern.compile("[\"']?([A-Za-z_%:@][A-Za-z0-9_:.@%()?-]{0,60}?)[\"']?\\s*[:=]\\s*"
                    + "(?:\"((?:[^\"\\\\]|\\\\.)*)\"|'([^']*)'|([^\\s,{}\\[\\]\"';]+))");
    private static final Pattern ADDRESS = Pattern.compile(".*:\\d{1,5}");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9*](?:[A-Za-z0-9._-]*[A-Za-z0-9])?(?::\\d{1,5})?");

    private KeyValues() {}

    static int count(String text) {
        return of(text).size();
    }

    static Map<Entry.Field, String> of(String text) {
        Map<Entry.Field, String> fields = new EnumMap<>(Entry.Field.class);
        Matcher pair = PAIR.matcher(text);
        while (pair.find()) {
            String value =
                    pair.group(2) != null ? pair.group(2) : pair.group(3) != null ? pair.group(3) : pair.group(4);
            String key = pair.group(1).replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
            meaning(key, value).ifPresent(field -> fields.putIfAbsent(field, clean(field, value)));
        }
        return fields;
    }

    private static String clean(Entry.Field field, String value) {
        return field == Entry.Field.STATUS ? value.replaceAll("\\.0$", "") : value;
    }

    private static Optional<Entry.Field> meaning(String key, String value) {
        if (value.isBlank() || value.equals("-") || value.equals("null") || value.startsWith("%")) {
            return Optional.empty();
        }
        if (value.startsWith("outbound|") || value.matches("(?i)(?:passthrough|blackhole)cluster")) {
            return Optional.of(Entry.Field.CLUSTER);
        }
        if (key.contains("flag") && ResponseFlag.list(value).isPresent()) {
            return Optional.of(Entry.Field.FLAGS);
        }
        if (key.contains("termination")) {
            return Optional.of(Entry.Field.TERMINATION);
        }
        if (key.contains("transportfailure") || key.contains("failurereason") || key.contains("tlserror")) {
            return Optional.of(Entry.Field.TRANSPORT);
        }
        if (key.contains("detail") && value.matches("[a-z][a-zA-Z0-9_.]+(?:[\\[{].*)?")) {
            return Optional.of(Entry.Field.DETAILS);
        }
        return ofRequest(key, value).or(() -> ofAddress(key, value));
    }

    private static Optional<Entry.Field> ofRequest(String key, String value) {
        boolean code = key.matches(".*(?:responsecode|statuscode|httpstatus|respcode|httpcode)|status|code|rc");
        if (code && value.matches("[0-9]{1,3}(?:\\.0)?")) {
            return Optional.of(Entry.Field.STATUS);
        }
        if (key.matches(".*(?:servername|sni)")) {
            return Optional.of(Entry.Field.SNI)
                    .filter(field -> HOST.matcher(value).matches());
        }
        if (key.matches(".*(?:authority|requesthost|httphost|vhost|reqhost|hostheader|domain)|host|urldomain")
                && HOST.matcher(value).matches()) {
            return Optional.of(Entry.Field.AUTHORITY);
        }
        if (key.matches(".*(?:path|uri)|url") && value.startsWith("/")) {
            return Optional.of(Entry.Field.PATH);
        }
        if (key.matches(".*(?:method|verb)") && value.matches("[A-Z]{3,10}")) {
            return Optional.of(Entry.Field.METHOD);
        }
        if (key.matches(".*(?:duration|responsetime|latency|durationms)") && value.matches("[0-9]{1,9}")) {
            return Optional.of(Entry.Field.DURATION);
        }
        if (key.matches(".*routename|route")) {
            return Optional.of(Entry.Field.ROUTE);
        }
        return key.matches("srcnamespace|sourcenamespace|podnamespace")
                ? Optional.of(Entry.Field.NAMESPACE)
                : Optional.empty();
    }

    private static Optional<Entry.Field> ofAddress(String key, String value) {
        if (!ADDRESS.matcher(value).matches() || key.contains("remote") || value.contains("/")) {
            return Optional.empty();
        }
        if (key.matches(".*(?:downstreamlocal|dstaddr|destinationaddress|originaldst|dsthboneaddr).*")) {
            return Optional.of(Entry.Field.CALLED);
        }
        boolean far = key.contains("upstream") && (key.contains("host") || key.contains("addr"));
        return far && !key.contains("local") ? Optional.of(Entry.Field.UPSTREAM) : Optional.empty();
    }
}
