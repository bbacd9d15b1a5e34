package dev.egresso.doctor;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the entries of Envoy's access log in a text, in Istio's own text format of any version and as JSON. */
final class AccessLog {
    private static final Pattern REQUEST =
            Pattern.compile("\"(-|[A-Z][A-Z_-]{1,18}) (\\S+|-) (-|HTTP/[0-9.]+)\"|\"(- - -)\"");
    private static final Pattern FIRST_TCP =
            Pattern.compile("\\[\\d{4}-\\d\\d-\\d\\dT[^\\]]+\\] - (?=\\d+ \\d+ \\d+ \")");
    private static final Pattern TOKEN = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final Pattern REQUEST_ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private record Token(String text, boolean quoted) {
        boolean isNumber() {
            return !quoted && text.matches("\\d+");
        }
    }

    private final List<Entry> entries = new ArrayList<>();
    private final StringBuilder rest = new StringBuilder();

    private AccessLog(String text) {
        String left = takeJson(text);
        for (String line : left.split("\n")) {
            takeLine(line);
        }
    }

    static AccessLog of(String text) {
        return new AccessLog(text);
    }

    List<Entry> entries() {
        return entries;
    }

    /** What of the text belongs to no entry. */
    String rest() {
        return rest.toString();
    }

    private void takeLine(String line) {
        Matcher request = REQUEST.matcher(line);
        Matcher old = FIRST_TCP.matcher(line);
        if (request.find()) {
            Entry entry = entry(line, request);
            if (entry.get(Entry.Field.STATUS).isPresent() || entry.fields().size() > 2) {
                entries.add(entry);
                rest.append(line, 0, request.start()).append('\n');
                return;
            }
        } else if (old.find()) {
            Map<Entry.Field, String> fields = new EnumMap<>(Entry.Field.class);
            tail(tokens(line.substring(old.end())), fields);
            entries.add(new Entry(line, fields));
            return;
        } else if (KeyValues.count(line) > 3) {
            entries.add(new Entry(line, KeyValues.of(line)));
            return;
        }
        rest.append(line).append('\n');
    }

    /** JSON objects that look like entries, however they are laid out. */
    private String takeJson(String text) {
        StringBuilder left = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf('{', at);
            int close = open < 0 ? -1 : closing(text, open);
            if (close < 0) {
                break;
            }
            String block = text.substring(open, close + 1);
            boolean isEntry = block.indexOf(':') > 0
                    && KeyValues.count(block) > 2
                    && !REQUEST.matcher(block).find();
            left.append(text, at, open).append(isEntry ? "\n" : block);
            if (isEntry) {
                entries.add(new Entry(block, KeyValues.of(block)));
            }
            at = close + 1;
        }
        return left.append(text.substring(at)).toString();
    }

    private static int closing(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            char sign = text.charAt(i);
            depth += sign == '{' ? 1 : sign == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private static Entry entry(String line, Matcher request) {
        Map<Entry.Field, String> fields = new EnumMap<>(Entry.Field.class);
        if (request.group(4) == null) {
            fields.put(Entry.Field.METHOD, request.group(1));
            fields.put(Entry.Field.PATH, request.group(2));
            fields.put(Entry.Field.PROTOCOL, request.group(3));
        }
        List<Token> tokens = tokens(line.substring(request.end()));
        head(tokens, fields);
        tail(tokens, fields);
        return new Entry(line.substring(request.start()), fields);
    }

    private static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher token = TOKEN.matcher(text);
        while (token.find()) {
            tokens.add(token.group(1) == null ? new Token(token.group(2), false) : new Token(token.group(1), true));
        }
        return tokens;
    }

    /** Status, flags and what is told of them: all up to the sizes. */
    private static void head(List<Token> tokens, Map<Entry.Field, String> fields) {
        if (tokens.isEmpty() || !tokens.get(0).isNumber()) {
            return;
        }
        fields.put(Entry.Field.STATUS, tokens.get(0).text());
        int at = 1;
        while (at < tokens.size() && !tokens.get(at).isNumber()) {
            Token token = tokens.get(at);
            if (at == 1 && ResponseFlag.list(token.text()).isPresent()) {
                fields.put(Entry.Field.FLAGS, token.text());
            } else if (token.quoted() || token.text().contains("error")) {
                fields.merge(
                        token.quoted() ? Entry.Field.TRANSPORT : Entry.Field.DETAILS,
                        token.text(),
                        (first, next) -> first.equals("-") ? next : first);
            } else if (at > 1 && token.text().matches("[a-zA-Z][A-Za-z0-9_.]+(?:[\\[{].*)?")) {
                boolean second = fields.containsKey(Entry.Field.DETAILS) || at > 2;
                fields.put(second ? Entry.Field.TERMINATION : Entry.Field.DETAILS, token.text());
            }
            at++;
        }
        if (at + 2 < tokens.size() && tokens.get(at + 2).isNumber()) {
            fields.put(Entry.Field.DURATION, tokens.get(at + 2).text());
        }
    }

    /** The upstream host is the last thing in quotes; names and addresses follow it in a set order. */
    private static void tail(List<Token> tokens, Map<Entry.Field, String> fields) {
        int last = -1;
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).quoted()) {
                last = i;
            }
            if (REQUEST_ID.matcher(tokens.get(i).text()).matches() && i + 1 < tokens.size()) {
                fields.put(Entry.Field.AUTHORITY, tokens.get(i + 1).text());
            }
        }
        if (last < 0) {
            return;
        }
        boolean far = tokens.subList(0, last).stream().filter(Token::quoted).count() > 3;
        if (far && !fields.containsKey(Entry.Field.AUTHORITY)) {
            fields.put(Entry.Field.AUTHORITY, tokens.get(last - 1).text());
        }
        fields.put(Entry.Field.UPSTREAM, tokens.get(last).text());
        Entry.Field[] order = {Entry.Field.CLUSTER, null, Entry.Field.CALLED, null, Entry.Field.SNI, Entry.Field.ROUTE};
        for (int i = 0; i < order.length && last + 1 + i < tokens.size(); i++) {
            if (order[i] != null) {
                fields.put(order[i], tokens.get(last + 1 + i).text());
            }
        }
        tokens.stream()
                .filter(token -> !token.quoted() && ClusterName.in(token.text()).isPresent())
                .filter(token -> !token.text().startsWith("outbound_"))
                .findFirst()
                .ifPresent(token -> fields.put(Entry.Field.CLUSTER, token.text()));
    }
}
