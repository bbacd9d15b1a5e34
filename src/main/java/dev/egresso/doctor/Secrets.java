package dev.egresso.doctor;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes out of a text what nobody but its owner should read, before anything else looks at it. */
final class Secrets {
    static final String MASK = "***";

    private static final String NAMES = "(?:[a-z0-9_.-]*(?:token|secret|passw(?:or)?d|passwd|pwd|api[-_]?key|apikey"
            + "|access[-_]?key|private[-_]?key|signature|credential|session[-_]?id|auth)[a-z0-9_.-]*|sig|key|sid|code|jwt)";

    private record Rule(Pattern pattern, String replacement) {}

    private static final List<Rule> RULES = List.of(
            rule("-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(?:-----END [A-Z ]*PRIVATE KEY-----|\\z)", MASK),
            rule("(\\b(?:proxy-)?authorization[\"']?\\s*[:=]\\s*[\"']?)[^\"'\\n\\r}]+", "$1" + MASK),
            rule("(\\b(?:set-)?cookie2?[\"']?\\s*[:=]\\s*[\"']?)[^\"'\\n\\r}]+", "$1" + MASK),
            rule(
                    "(\\bx-(?:api-key|auth[a-z-]*|amz-security-token|forwarded-client-cert|vault-token|goog-[a-z-]*token)"
                            + "[\"']?\\s*[:=]\\s*[\"']?)[^\"'\\s}]+",
                    "$1" + MASK),
            rule("\\b(bearer|basic|negotiate|digest|aws4-hmac-sha256)(\\s+)[A-Za-z0-9+/=._~:@-]{4,}", "$1$2" + MASK),
            rule("([a-z][a-z0-9+.-]*://)[^\\s/@\"'<>]*@", "$1"),
            rule(
                    "((?:^|\\s)(?:-u|--user|--proxy-user|-U|--oauth2-bearer|-b|--cookie)(?:\\s+|=))(?:\"[^\"]*\"|'[^']*'|\\S+)",
                    "$1" + MASK),
            rule("([?&;]" + NAMES + "=)[^&\\s\"'#]*", "$1" + MASK),
            rule("(\"" + NAMES + "\"\\s*:\\s*\")[^\"]*", "$1" + MASK),
            rule("(\\b(?:password|passwd|pwd|secret|token|api[-_]?key)\\s*[=:]\\s*)[^\\s,;\"'}]+", "$1" + MASK),
            rule("\\beyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]*)?", MASK),
            rule("([?&][^=&\\s\"'#]{1,60}=)[A-Za-z0-9+/_%-]{24,}={0,2}", "$1" + MASK),
            rule("\\b(?:AKIA|ASIA|ghp_|gho_|github_pat_|xox[bap]-|sk_live_|sk-)[A-Za-z0-9_-]{8,}", MASK));

    private Secrets() {}

    private static Rule rule(String pattern, String replacement) {
        return new Rule(
                Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.DOTALL),
                replacement.equals(MASK) ? Matcher.quoteReplacement(MASK) : replacement);
    }

    static String masked(String text) {
        String masked = text;
        for (Rule rule : RULES) {
            masked = rule.pattern().matcher(masked).replaceAll(rule.replacement());
        }
        return masked;
    }
}
