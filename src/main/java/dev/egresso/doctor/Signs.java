package dev.egresso.doctor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the signs in a text: wordings that are known, and what follows from the fields of an entry. */
final class Signs {
    private static final Pattern AUTO_ALLOCATED = Pattern.compile(
            "(?<![\\d.])240\\.240\\.\\d{1,3}\\.\\d{1,3}(?::\\d{1,5})?|\\b2001:2:[0-9a-fA-F:]*(?:\\]:\\d{1,5})?");
    private static final Pattern REQUEST_DONE =
            Pattern.compile("(?i)x-envoy-upstream-service-time:? ?\\d+|\\bvia_upstream\\b");
    private static final Set<Integer> DATABASES =
            Set.of(1433, 1521, 3306, 5432, 5433, 5671, 5672, 6379, 6380, 9042, 9092, 9093, 11_211, 27_017, 25_060);
    private static final Set<String> CIRCUMSTANCES = Set.of(
            "host-internal",
            "host-external",
            "host-of-cluster",
            "dialled-80",
            "dialled-443",
            "called-443",
            "called-by-http",
            "called-by-https",
            "https-on-plain-port",
            "database-port",
            "cluster-subset",
            "bare",
            "grpc",
            "upstream-connect-error",
            "registry-only",
            "via-upstream");
    private static final int HTTPS = 443;
    private static final int LONG_MILLISECONDS = 10_000;
    private static final int SHORT = 60;

    private final Map<String, Sign> found = new LinkedHashMap<>();
    private final Symptom symptom;
    private final String text;

    private Signs(Symptom symptom, String text) {
        this.symptom = symptom;
        this.text = text;
    }

    /**
     * @param rest what of the text is no entry
     * @param read the entries that count, and the rest
     */
    static List<Sign> of(Symptom symptom, Optional<Entry> entry, String rest, String read, Knowledge knowledge) {
        Signs signs = new Signs(symptom, read);
        Squeezed squeezed = new Squeezed(read);
        knowledge.phrases().forEach(phrase -> phrase.texts().stream()
                .flatMap(wording -> squeezed.find(wording).stream())
                .findFirst()
                .ifPresent(piece -> signs.add(phrase.id(), piece)));
        signs.status();
        signs.cluster();
        signs.names(entry);
        signs.ports(entry);
        signs.bytes(entry);
        signs.bare(entry, rest);
        return List.copyOf(signs.found.values());
    }

    private void add(String id, String evidence) {
        found.putIfAbsent(id, new Sign(id, Squeezed.piece(evidence, 0, evidence.length())));
    }

    private void status() {
        symptom.status().ifPresent(status -> {
            if (status >= 300 && status < 600) {
                add("status-" + status, Integer.toString(status));
            }
        });
        symptom.flags().forEach(flag -> add(flag.sign(), flag.name()));
        if (symptom.method().filter("CONNECT"::equals).isPresent()) {
            add("method-connect", "CONNECT");
        }
        Matcher done = REQUEST_DONE.matcher(text);
        if (done.find() && symptom.status().orElse(0) >= 300) {
            add("via-upstream", done.group());
        }
    }

    private void cluster() {
        symptom.clusterName().ifPresent(name -> {
            if (name.isBlackHole()) {
                add("cluster-blackhole", name.text());
            } else if (name.isPassthrough()) {
                add("cluster-passthrough", name.text());
            } else if (!name.subset().isEmpty()) {
                add("cluster-subset", name.text());
            }
            if (name.host().startsWith("*")) {
                add("cluster-wildcard", name.text());
            }
        });
        boolean blocked = symptom.opaque()
                && symptom.flags().contains(ResponseFlag.UH)
                && symptom.clusterName().isEmpty();
        if (blocked) {
            add("cluster-blackhole", "UH");
        }
        Matcher allocated = AUTO_ALLOCATED.matcher(text);
        if (allocated.find()) {
            add("address-auto-allocated", allocated.group());
        }
    }

    private void names(Optional<Entry> entry) {
        Optional<ClusterName> cluster =
                symptom.clusterName().filter(name -> !name.host().isEmpty());
        symptom.host().ifPresent(host -> {
            boolean inside = isInternal(host);
            boolean address = host.matches("[0-9.]+|[0-9a-f:]*:[0-9a-f:]*");
            if (!address) {
                add(inside ? "host-internal" : "host-external", host);
            }
            if (entry.isPresent() && !symptom.opaque() && cluster.isPresent() && !address) {
                boolean same = host.equals(cluster.get().host());
                boolean meantOutside = !isInternal(cluster.get().host());
                if (meantOutside) {
                    add(
                            same ? "host-of-cluster" : "host-not-of-cluster",
                            same ? host : "\"" + host + "\" to " + cluster.get().text());
                }
            }
        });
        symptom.sni().ifPresent(sni -> {
            boolean other = cluster.filter(name -> !covers(name.host(), sni.toLowerCase(Locale.ROOT)))
                    .isPresent();
            if (other) {
                add("sni-not-of-cluster", sni + " to " + cluster.get().text());
            }
        });
        symptom.path().filter(path -> path.startsWith("//")).ifPresent(path -> add("path-double-slash", path));
        Matcher doubled = Pattern.compile(
                        "(?:(?:GET|POST|PUT|DELETE|PATCH|HEAD|URL|path) (?:.{0,9} )?|[\"' (=](?<!:))(//[A-Za-z0-9_][^\\s\"')]*)")
                .matcher(text);
        if (doubled.find()) {
            add("path-double-slash", doubled.group(1));
        }
        symptom.scheme()
                .filter(scheme -> entry.isEmpty())
                .ifPresent(scheme -> add("called-by-" + scheme, scheme + "://"));
    }

    private static boolean covers(String pattern, String name) {
        return pattern.startsWith("*") ? name.endsWith(pattern.substring(1)) : pattern.equals(name);
    }

    /** A name that only the cluster knows. */
    static boolean isInternal(String host) {
        return host.indexOf('.') < 0
                || host.matches(".*\\.(?:svc|local|cluster|mesh|global)")
                || host.matches(".*\\.svc\\..*")
                || host.matches("[a-z0-9-]+\\.(?:default|prod|production|staging|test|dev|apps?|shop|istio-system)");
    }

    private void ports(Optional<Entry> entry) {
        OptionalInt port = symptom.clusterName().map(ClusterName::port).orElse(OptionalInt.empty());
        OptionalInt dialled = entry.flatMap(known -> known.get(Entry.Field.UPSTREAM))
                .map(Signs::portOf)
                .orElse(OptionalInt.empty());
        if (dialled.orElse(0) == 80 || dialled.isEmpty() && port.orElse(0) == 80) {
            add("dialled-80", symptom.upstream().or(symptom::cluster).orElse("80"));
        }
        if (dialled.orElse(0) == HTTPS || dialled.isEmpty() && port.orElse(0) == HTTPS) {
            add("dialled-443", symptom.upstream().or(symptom::cluster).orElse("443"));
        }
        int called = symptom.port().orElse(port.orElse(0));
        if (DATABASES.contains(called) || DATABASES.contains(port.orElse(0))) {
            add("database-port", Integer.toString(DATABASES.contains(called) ? called : port.orElse(0)));
        }
        if (called == HTTPS) {
            add("called-443", "443");
        }
        symptom.scheme()
                .filter(scheme -> scheme.equals("https") && called != 0 && called != HTTPS && called % 1000 != HTTPS)
                .ifPresent(scheme -> add("https-on-plain-port", "https, port " + called));
    }

    private static OptionalInt portOf(String address) {
        Matcher digits = Pattern.compile(":(\\d{1,5})$").matcher(address);
        return digits.find() ? OptionalInt.of(Integer.parseInt(digits.group(1))) : OptionalInt.empty();
    }

    private void bytes(Optional<Entry> entry) {
        if (entry.isEmpty() || !symptom.opaque()) {
            return;
        }
        add("entry-opaque", "\"- - -\"");
        if (symptom.sni().isPresent()) {
            add("entry-tls", symptom.sni().orElse(""));
        }
        if (symptom.duration().orElse(0) >= LONG_MILLISECONDS) {
            add("entry-long", symptom.duration().getAsInt() + " ms");
        }
    }

    /** A status, flags, or both, and nothing else. */
    private void bare(Optional<Entry> entry, String rest) {
        if (entry.isEmpty()
                && rest.strip().length() <= SHORT
                && (symptom.status().isPresent() || !symptom.flags().isEmpty())) {
            add("bare", rest.strip());
        }
    }

    /** Whether a sign only says where a failure happened, and is no failure by itself. */
    static boolean isCircumstance(String id) {
        return CIRCUMSTANCES.contains(id);
    }

    /** The ids of all signs that code finds. */
    static Set<String> ids() {
        List<String> ids = new ArrayList<>(List.of(
                "via-upstream",
                "cluster-blackhole",
                "cluster-passthrough",
                "cluster-subset",
                "cluster-wildcard",
                "address-auto-allocated",
                "host-internal",
                "host-external",
                "host-of-cluster",
                "host-not-of-cluster",
                "sni-not-of-cluster",
                "path-double-slash",
                "called-by-https",
                "called-by-http",
                "dialled-80",
                "dialled-443",
                "database-port",
                "called-443",
                "https-on-plain-port",
                "entry-opaque",
                "entry-tls",
                "entry-long",
                "method-connect",
                "bare"));
        for (ResponseFlag flag : ResponseFlag.values()) {
            ids.add(flag.sign());
        }
        return new TreeSet<>(ids);
    }
}
