package dev.egresso.doctor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a pasted text says of one failure. Of several entries the troubled ones count, and of these the kind that is there
 * most often.
 *
 * @param status as the application or the log sees it
 * @param flags Envoy's response flags
 * @param details Envoy's response code details
 * @param cluster where the sidecar sent it
 * @param scheme how the application calls, where the text tells
 * @param host what the application calls: Host header, SNI or the host of a URL
 * @param port on which it calls
 * @param path with its slash
 * @param called the address and port that the application dialled
 * @param upstream the address and port that the sidecar dialled
 * @param sni the name in the TLS greeting of the application
 * @param opaque whether an entry shows that bytes were passed on, and no request read
 * @param namespace of the caller, where the text tells
 * @param entries how many access log entries there are
 * @param others how many entries of other troubles were left aside
 */
public record Symptom(
        OptionalInt status,
        Set<ResponseFlag> flags,
        Optional<String> details,
        Optional<String> cluster,
        Optional<String> scheme,
        Optional<String> method,
        Optional<String> host,
        OptionalInt port,
        Optional<String> path,
        Optional<String> called,
        Optional<String> upstream,
        Optional<String> sni,
        boolean opaque,
        OptionalInt duration,
        Optional<String> namespace,
        int entries,
        int others,
        List<Sign> signs) {
    private static final Pattern STATUS =
            Pattern.compile("(?:(?<![\\d.])HTTP/[0-9.]+\"?\\s+|\\b[Ss]tatus(?: ?[Cc]ode)?:?\\s+|"
                    + "returned error:\\s*|response[ _]code[:=\\s\"]+|\\bcode[:= ]+)([1-5]\\d\\d)\\b"
                    + "|\\b([45]\\d\\d)\\s+(?:[A-Z]{2,5}\\b|-\\s|Bad|Not|Service|Gateway|Forbidden|Unauthor|Misdirected|Upgrade|Too)"
                    + "|\\b([45]\\d\\d)\\b");
    private static final Pattern FLAGS =
            Pattern.compile("(?<![A-Za-z_\\d/.-])(?:\\d{1,3}\\s+)?" + "([A-Z]{2,5}(?:,[A-Z]{2,5})*)(?![A-Za-z_\\d/-])");
    private static final Pattern DETAILS = Pattern.compile("\\b(?:via_upstream|upstream_reset_before_response_started"
            + "|[a-z0-9]+(?:_[a-z0-9]+){1,6})(?:\\{[^}]*\\}|\\[[^\\]]*\\])?");
    private static final int SHORT = 160;
    private static final int FEW_WORDS = 24;
    private static final Pattern SPEAKS_OF_ANSWERS = Pattern.compile(
            "(?i)\\b(?:https?|status|error|code|got|gets?|returns?|answers?|responses?|upstream|envoy|istio|via_upstream|not found)\\b");

    public Symptom {
        flags = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(flags));
        signs = List.copyOf(signs);
    }

    /** Reads a text as it was pasted. */
    static Symptom of(String raw, Knowledge knowledge) {
        String text = Lines.joined(Pasted.cleaned(raw));
        AccessLog log = AccessLog.of(text);
        List<Entry> troubled = log.entries().stream().filter(Entry::isTroubled).toList();
        List<Entry> looked = troubled.isEmpty() ? log.entries() : mostFrequent(troubled);
        StringBuilder read = new StringBuilder(log.rest());
        looked.stream().map(Entry::text).distinct().forEach(entry -> read.append('\n')
                .append(entry));
        Optional<Entry> entry = looked.stream().findFirst();
        Symptom symptom =
                of(log.rest(), entry, log.entries().size(), troubled.isEmpty() ? 0 : troubled.size() - looked.size());
        return symptom.with(Signs.of(symptom, entry, log.rest(), read.toString(), knowledge));
    }

    private static List<Entry> mostFrequent(List<Entry> troubled) {
        Map<String, List<Entry>> kinds = new LinkedHashMap<>();
        troubled.forEach(entry ->
                kinds.computeIfAbsent(entry.kind(), kind -> new ArrayList<>()).add(entry));
        List<Entry> most = List.of();
        for (List<Entry> kind : kinds.values()) {
            most = kind.size() > most.size() ? kind : most;
        }
        return most;
    }

    private static Symptom of(String rest, Optional<Entry> entry, int entries, int others) {
        List<Mention> mentions = Mention.in(rest);
        Optional<Mention> named = mentions.stream()
                .filter(mention -> !mention.isAddress())
                .findFirst()
                .or(() -> mentions.stream().findFirst());
        Optional<String> authority = entry.flatMap(known -> known.get(Entry.Field.AUTHORITY));
        Optional<String> sni =
                entry.flatMap(known -> known.get(Entry.Field.SNI)).filter(name -> !name.startsWith("outbound_"));
        Map<Entry.Field, String> loose = entry.isPresent() ? Map.of() : KeyValues.of(rest);
        Optional<String> host = authority
                .or(() -> sni)
                .or(() -> named.map(Mention::host).filter(name -> !name.isEmpty()))
                .or(() -> Optional.ofNullable(loose.get(Entry.Field.AUTHORITY)))
                .map(Symptom::withoutPort);
        Optional<String> called = entry.flatMap(known -> known.get(Entry.Field.CALLED))
                .or(() -> Optional.ofNullable(loose.get(Entry.Field.CALLED)));
        boolean opaque = entry.filter(Entry::isOpaque).isPresent();
        return new Symptom(
                entry.map(known -> known.number(Entry.Field.STATUS)).orElseGet(() -> status(rest, loose)),
                entry.map(Entry::flags)
                        .filter(found -> !found.isEmpty())
                        .orElseGet(() -> entry.isPresent() ? Set.of() : flags(rest)),
                entry.flatMap(known -> known.get(Entry.Field.DETAILS)).or(() -> details(rest)),
                entry.flatMap(Entry::cluster).or(() -> ClusterName.in(rest)).map(ClusterName::text),
                scheme(entry, sni, named),
                entry.flatMap(known -> known.get(Entry.Field.METHOD)),
                host,
                port(authority, called, named),
                entry.flatMap(known -> known.get(Entry.Field.PATH))
                        .or(() -> named.map(Mention::path).filter(path -> !path.isEmpty()))
                        .or(() -> Mention.path(rest))
                        .or(() -> Optional.ofNullable(loose.get(Entry.Field.PATH))),
                called,
                entry.flatMap(known -> known.get(Entry.Field.UPSTREAM)),
                sni,
                opaque,
                entry.map(known -> known.number(Entry.Field.DURATION)).orElse(OptionalInt.empty()),
                entry.flatMap(known -> known.get(Entry.Field.NAMESPACE))
                        .or(() -> Optional.ofNullable(loose.get(Entry.Field.NAMESPACE))),
                entries,
                others,
                List.of());
    }

    private static Optional<String> scheme(Optional<Entry> entry, Optional<String> sni, Optional<Mention> named) {
        if (entry.isPresent()) {
            boolean opaque = entry.get().isOpaque();
            return opaque
                    ? Optional.of(sni.isPresent() ? "https" : "tcp")
                    : Optional.of("http")
                            .filter(scheme ->
                                    entry.get().get(Entry.Field.METHOD).isPresent());
        }
        return named.map(Mention::scheme).filter(scheme -> !scheme.isEmpty());
    }

    private static OptionalInt port(Optional<String> authority, Optional<String> called, Optional<Mention> named) {
        OptionalInt dialled = called.map(Symptom::portOf).orElse(OptionalInt.empty());
        if (dialled.isPresent()) {
            return dialled;
        }
        OptionalInt written = authority.map(Symptom::portOf).orElse(OptionalInt.empty());
        return written.isPresent() ? written : named.map(Mention::port).orElse(OptionalInt.empty());
    }

    private static OptionalInt portOf(String hostAndPort) {
        Matcher digits = Pattern.compile(":(\\d{1,5})$").matcher(hostAndPort);
        return digits.find() ? OptionalInt.of(Integer.parseInt(digits.group(1))) : OptionalInt.empty();
    }

    private static String withoutPort(String host) {
        return host.replaceAll(":\\d{1,5}$", "").toLowerCase(Locale.ROOT);
    }

    private static OptionalInt status(String text, Map<Entry.Field, String> loose) {
        String told = loose.getOrDefault(Entry.Field.STATUS, "");
        return told.matches("[1-5][0-9][0-9]") ? OptionalInt.of(Integer.parseInt(told)) : status(text);
    }

    private static OptionalInt status(String text) {
        Matcher status = STATUS.matcher(text);
        OptionalInt last = OptionalInt.empty();
        while (status.find()) {
            boolean bare = status.group(3) != null;
            String digits = bare ? status.group(3) : status.group(1) != null ? status.group(1) : status.group(2);
            int number = Integer.parseInt(digits);
            boolean meant = text.strip().length() <= FEW_WORDS
                    || text.length() <= SHORT && SPEAKS_OF_ANSWERS.matcher(text).find();
            if (bare && (!meant || isPort(text, status))) {
                continue;
            }
            if (last.isEmpty() || number >= 300) {
                last = OptionalInt.of(number);
            }
        }
        return last;
    }

    private static boolean isPort(String text, Matcher status) {
        int start = status.start(3);
        int end = status.end(3);
        boolean after = start > 0 && "|:.,#-_/=".indexOf(text.charAt(start - 1)) >= 0;
        boolean before = end < text.length() && "|:.-_".indexOf(text.charAt(end)) >= 0 && end + 1 < text.length();
        boolean said = text.substring(0, start).matches("(?is).*\\bport[s]?[ :=#]*$");
        return after || before || said;
    }

    private static Set<ResponseFlag> flags(String text) {
        Set<ResponseFlag> flags = new LinkedHashSet<>();
        Matcher matcher = FLAGS.matcher(text);
        while (matcher.find()) {
            boolean withStatus = matcher.group().matches("\\d.*");
            if (text.length() <= SHORT || withStatus || matcher.group(1).length() > 2) {
                ResponseFlag.list(matcher.group(1)).ifPresent(flags::addAll);
            }
        }
        for (ResponseFlag flag : ResponseFlag.values()) {
            Matcher longName =
                    Pattern.compile("(?i)\\b" + flag.longName() + "\\b").matcher(text);
            if (longName.find()) {
                flags.add(flag);
            }
        }
        return flags;
    }

    private static Optional<String> details(String text) {
        Matcher details = DETAILS.matcher(text);
        while (details.find()) {
            if (details.group()
                    .matches("via_upstream|direct_response|route_not_found|cluster_not_found|no_healthy_upstream.*"
                            + "|upstream_.*|filter_chain_not_found|http[12]\\..*|downstream_.*|.*_timeout|dns_.*")) {
                return Optional.of(details.group());
            }
        }
        return Optional.empty();
    }

    Optional<ClusterName> clusterName() {
        return cluster.flatMap(ClusterName::in);
    }

    boolean shows(String sign) {
        return signs.stream().anyMatch(known -> known.id().equals(sign));
    }

    /** The same, of a caller in a namespace that was told. */
    Symptom from(Optional<String> told) {
        return told.isEmpty() ? this : with(told, signs);
    }

    private Symptom with(List<Sign> found) {
        return with(namespace, found);
    }

    private Symptom with(Optional<String> caller, List<Sign> found) {
        return new Symptom(
                status, flags, details, cluster, scheme, method, host, port, path, called, upstream, sni, opaque,
                duration, caller, entries, others, found);
    }
}
