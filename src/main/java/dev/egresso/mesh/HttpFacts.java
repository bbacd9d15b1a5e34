package dev.egresso.mesh;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which requests are taken, how long they may take, and how often they are tried. */
final class HttpFacts {
    /** Istio's readers count nanoseconds in 64 bits, which are full after 292 years. */
    private static final BigDecimal LONGEST = BigDecimal.valueOf(Long.MAX_VALUE / 1_000_000);

    private static final int LONGEST_REGEX = 1_024;
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");
    private static final Pattern BLANK = Pattern.compile("\\p{Z}");
    private static final Pattern DURATION_PART = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,3})?)(h|ms|m|s)");
    private static final Pattern ATTEMPTS = Pattern.compile("[0-9]{1,4}");
    private static final Pattern LIMIT = Pattern.compile("[0-9][0-9.]*(?:h|ms|m|s)[0-9hms.]*");

    final Fact<MatchKind> matchKind;
    final Fact<String> matchPath;
    final Fact<TlsRoute> tlsRoute;
    final Fact<Optional<String>> timeout;
    final Fact<Optional<Retries>> retries;

    private final Hearing hearing;
    private final RouteFacts route;

    /**
     * How often a failed request is tried again.
     *
     * @param perTry a duration, or none
     * @param on Envoy's conditions joined by commas, or none for Istio's own choice
     */
    record Retries(int attempts, Optional<String> perTry, Optional<String> on) {
        @Override
        public String toString() {
            return attempts
                    + perTry.map(limit -> " " + limit).orElse("")
                    + on.map(conditions -> " " + conditions).orElse("");
        }
    }

    HttpFacts(Hearing hearing, RouteFacts route) {
        this.hearing = hearing;
        this.route = route;
        matchKind = hearing.choice(FieldId.MATCH_KIND, MatchKind.class, this::usualMatchKind);
        matchPath = hearing.heard(FieldId.MATCH_PATH, this::readMatchPath, text -> text, this::usualMatchPath);
        tlsRoute = hearing.choice(
                FieldId.TLS_ROUTE,
                TlsRoute.class,
                () -> Fact.byDefault(FieldId.TLS_ROUTE, TlsRoute.NONE, Reason.of("tls-route-none")));
        timeout = hearing.heard(
                FieldId.TIMEOUT,
                HttpFacts::readTimeout,
                limit -> limit.orElse(""),
                () -> Fact.byDefault(FieldId.TIMEOUT, Optional.empty(), "", Reason.of("timeout-unset")));
        retries = hearing.heard(
                FieldId.RETRIES,
                HttpFacts::readRetries,
                known -> known.map(Retries::toString).orElse(""),
                () -> Fact.byDefault(FieldId.RETRIES, Optional.empty(), "", Reason.of("retries-unset")));
    }

    private boolean replacesPath() {
        return route.rewritesPath() && route.path.is(PathHandling.REPLACE);
    }

    /** Whether another part of the path is rewritten than the one that matches, which {@code rewrite.uri} cannot do. */
    boolean rewritesByRegex() {
        boolean below = route.path.is(PathHandling.BASE) && matchKind.is(MatchKind.REGEX);
        boolean whole = route.path.is(PathHandling.REPLACE) && matchKind.is(MatchKind.PREFIX);
        return route.isAliasPossible() && route.rewritesPath() && (below || whole);
    }

    private Fact<MatchKind> usualMatchKind() {
        if (hearing.isAnswered(FieldId.MATCH_PATH)) {
            return Fact.derived(
                    FieldId.MATCH_KIND,
                    MatchKind.PREFIX,
                    Set.of(FieldId.MATCH_PATH),
                    Reason.of("match-prefix-of-path"));
        }
        return replacesPath()
                ? Fact.derived(
                        FieldId.MATCH_KIND, MatchKind.REGEX, Set.of(FieldId.PATH), Reason.of("match-regex-replaced"))
                : Fact.byDefault(FieldId.MATCH_KIND, MatchKind.ANY, Reason.of("match-any"));
    }

    private Fact<String> usualMatchPath() {
        if (matchKind.is(MatchKind.ANY)) {
            return Fact.byDefault(FieldId.MATCH_PATH, "", "", Reason.of("match-any"));
        }
        if (matchKind.is(MatchKind.REGEX)) {
            return Fact.derived(
                    FieldId.MATCH_PATH, ".*", ".*", Set.of(FieldId.MATCH_KIND), Reason.of("match-path-everything"));
        }
        return Fact.missing(FieldId.MATCH_PATH);
    }

    private Reading<String> readMatchPath(String text) {
        String path = text.strip();
        if (UNSEEN.matcher(path).find()) {
            return Reading.refused("vs-match-control");
        }
        if (matchKind.is(MatchKind.REGEX)) {
            return path.getBytes(StandardCharsets.UTF_8).length > LONGEST_REGEX
                    ? Reading.refused("vs-regex-long", "length", Integer.toString(path.length()))
                    : Reading.of(path);
        }
        if (!path.startsWith("/")) {
            return Reading.refused("vs-uri-no-slash", "text", path);
        }
        if (path.indexOf('?') >= 0 || path.indexOf('#') >= 0) {
            return Reading.refused("vs-match-has-query", "text", path);
        }
        return BLANK.matcher(path).find() ? Reading.refused("vs-match-control") : Reading.of(path);
    }

    private static Reading<Optional<String>> readTimeout(String text) {
        return inSeconds(text)
                .map(seconds -> Reading.of(Optional.of(seconds)))
                .orElseGet(() -> Reading.refused("vs-duration", "text", text.strip()));
    }

    /** A duration of whole milliseconds, in seconds: the one spelling that every reader of Istio's API takes. */
    private static Optional<String> inSeconds(String text) {
        Matcher part = DURATION_PART.matcher(text.strip());
        BigDecimal millis = BigDecimal.ZERO;
        int end = 0;
        while (part.find() && part.start() == end) {
            millis = millis.add(new BigDecimal(part.group(1)).multiply(BigDecimal.valueOf(unit(part.group(2)))));
            end = part.end();
        }
        boolean whole = end > 0 && end == text.strip().length();
        if (!whole
                || millis.compareTo(BigDecimal.ONE) < 0
                || millis.compareTo(LONGEST) > 0
                || millis.stripTrailingZeros().scale() > 0) {
            return Optional.empty();
        }
        return Optional.of(millis.movePointLeft(3).stripTrailingZeros().toPlainString() + "s");
    }

    private static long unit(String unit) {
        return switch (unit) {
            case "h" -> 3_600_000;
            case "m" -> 60_000;
            case "s" -> 1_000;
            default -> 1;
        };
    }

    /** A number, then a limit, then conditions; either of the last two may be left out. */
    private static Reading<Optional<Retries>> readRetries(String text) {
        List<String> words = PlaceFacts.items(text);
        if (words.isEmpty() || !ATTEMPTS.matcher(words.get(0)).matches()) {
            return Reading.refused("vs-retry", "text", text.strip());
        }
        int attempts = Integer.parseInt(words.get(0));
        if (attempts == 0 && words.size() > 1) {
            return Reading.refused("vs-retry-zero", "text", text.strip());
        }
        boolean limited = words.size() > 1 && LIMIT.matcher(words.get(1)).matches();
        Optional<String> perTry = limited ? inSeconds(words.get(1)) : Optional.empty();
        if (limited && perTry.isEmpty()) {
            return Reading.refused("vs-duration", "text", words.get(1));
        }
        List<String> conditions = words.subList(limited ? 2 : 1, words.size());
        Optional<String> unknown = conditions.stream()
                .filter(condition -> !RetryConditions.isKnown(condition))
                .findFirst();
        if (unknown.isPresent()) {
            return Reading.refused("vs-retry-on", "text", unknown.get());
        }
        Optional<String> on = conditions.isEmpty() ? Optional.empty() : Optional.of(String.join(",", conditions));
        return Reading.of(Optional.of(new Retries(attempts, perTry, on)));
    }
}
