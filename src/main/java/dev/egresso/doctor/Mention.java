package dev.egresso.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A host that a text outside of access logs says was called.
 *
 * @param scheme {@code https}, {@code http} or another, where the text tells
 * @param host in lower case, empty where only the rest is known
 * @param path with its slash, empty where the text does not tell
 */
record Mention(String scheme, String host, OptionalInt port, String path) {
    private static final String HOST = "([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)";
    private static final Pattern URL = Pattern.compile(
            "\\b([a-zA-Z][a-zA-Z0-9+.-]{1,15})://\\[?" + HOST + "\\]?(?::(\\d{1,5}))?(/[^\\s\"'<>\\\\)\\]}|,]*)?");
    /** Pages that programs and people refer to in their messages, and never the other side. */
    private static final Pattern MANUAL = Pattern.compile(
            "(?:curl\\.(?:haxx\\.)?se|(?:.*\\.)?istio\\.io|(?:.*\\.)?envoyproxy\\.io|kubernetes\\.io|.*readthedocs\\.(?:io|org)"
                    + "|bugs\\..*|stackoverflow\\.com|docs\\..*|errors?\\..*)");

    private record Form(Pattern pattern, String scheme, int host, int port) {}

    private static final List<Form> FORMS = List.of(
            form("HTTPSConnectionPool\\(host='" + HOST + "', port=(\\d+)", "https", 1, 2),
            form("HTTPConnectionPool\\(host='" + HOST + "', port=(\\d+)", "http", 1, 2),
            form("[Cc]ould not resolve(?: host| proxy)?:?\\s+'?" + HOST, "", 1, 0),
            form(
                    "(?:unable to resolve host(?: address)?|[Nn]ame or service not known:?|UnknownHostException:)\\s+['\"\u2018]?"
                            + HOST,
                    "",
                    1,
                    0),
            form("lookup " + HOST + "(?: on|:|\\.)", "", 1, 0),
            form("(?:ENOTFOUND|EAI_AGAIN)\\s+" + HOST + "(?::(\\d+))?", "", 1, 2),
            form("[Ff]ailed to resolve '" + HOST, "", 1, 0),
            form("SSL_connect:? [A-Za-z_ ]+ in connection to " + HOST + ":(\\d+)", "https", 1, 2),
            form("in connection to " + HOST + ":(\\d+)", "https", 1, 2),
            form("target host name '" + HOST, "https", 1, 0),
            form(
                    "[Nn]o (?:subject )?alternative (?:DNS name|certificate subject name|names?) match(?:ing|es) "
                            + HOST + " found",
                    "https",
                    1,
                    0),
            form("not valid for (?:domain name |hostname )?\"?" + HOST, "https", 1, 0),
            form("certificate is valid for [^\\n]{1,300}, not " + HOST, "https", 1, 0),
            form("[Hh]ost(?:name)?:? '?" + HOST + "'?\\.? (?:doesn't match|is not in the cert)", "https", 1, 0),
            form("Host: " + HOST + "\\. is not in the cert", "https", 1, 0),
            form("[Cc]onnect(?:ed)? to " + HOST + " \\([^)]*\\),? port (\\d+)", "", 1, 2),
            form("[Cc]onnect(?:ed)? to " + HOST + " port (\\d+)", "", 1, 2),
            form("[Cc]onnecting to " + HOST + " ?(?:\\([^)]*\\)|\\|[^|]*\\|)?:(\\d+)", "", 1, 2),
            form("dial tcp:? " + HOST + ":(\\d+)", "", 1, 2),
            form("(?m)^[<>*]?\\s*[Hh]ost: " + HOST + "(?::(\\d+))?\\s*$", "", 1, 2),
            form(
                    "(?<![/\\w.-])" + HOST
                            + ":(443|8443|80|8080|9443|5432|3306|6379|27017|9092|9093|1433|636|25|587|465)"
                            + "(?![\\d.])",
                    "",
                    1,
                    2));

    private static final Pattern PATH = Pattern.compile(
            "(?m)(?:^>? ?|\")(GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS) (/\\S*) HTTP/|with url: (/[^\\s)]*)"
                    + "|Cannot (?:GET|POST|PUT) (/\\S*)|requested URL (/\\S*) was not found");

    private static Form form(String pattern, String scheme, int host, int port) {
        return new Form(Pattern.compile(pattern), scheme, host, port);
    }

    /** All of them, the surest first. */
    static List<Mention> in(String text) {
        List<Mention> found = new ArrayList<>();
        Matcher url = URL.matcher(text);
        while (url.find()) {
            String host = url.group(2).toLowerCase(Locale.ROOT);
            if (!MANUAL.matcher(host).matches()) {
                String path = url.group(4) == null ? "" : url.group(4).replaceAll("[.:;!?]+$", "");
                found.add(new Mention(url.group(1).toLowerCase(Locale.ROOT), host, port(url.group(3)), path));
            }
        }
        for (Form form : FORMS) {
            Matcher matcher = form.pattern().matcher(text);
            while (matcher.find()) {
                String host = matcher.group(form.host()).toLowerCase(Locale.ROOT);
                String port = form.port() == 0 ? null : matcher.group(form.port());
                if (!MANUAL.matcher(host).matches()) {
                    found.add(new Mention(form.scheme(), host, port(port), ""));
                }
            }
        }
        return found;
    }

    /** The path of a request that the text quotes. */
    static Optional<String> path(String text) {
        Matcher path = PATH.matcher(text);
        if (!path.find()) {
            return Optional.empty();
        }
        for (int i = 2; i <= path.groupCount(); i++) {
            if (path.group(i) != null) {
                return Optional.of(path.group(i).replaceAll("[.,;]+$", ""));
            }
        }
        return Optional.empty();
    }

    private static OptionalInt port(String digits) {
        return digits == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(digits));
    }

    boolean isAddress() {
        return host.matches("[0-9.]+");
    }
}
