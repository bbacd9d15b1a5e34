package dev.egresso.doctor;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A text as people paste it, made plain: no colours, no secrets, no escapes of a JSON log around a log line, straight
 * quotes, and one kind of line end.
 */
final class Pasted {
    /** More than a person pastes; the end of a log says as much as its beginning. */
    private static final int LONGEST = 400_000;

    private record Rule(Pattern pattern, String replacement) {}

    private static final List<Rule> RULES = List.of(
            rule("\u001b\\][^\u0007\u001b]*(?:\u0007|\u001b\\\\)?", ""),
            rule("(?:\u001b|\\\\u001b|\\\\x1b|\\\\033|\\\\e|\\^\\[)\\[[0-9;?]*[ -/]*[@-~]", ""),
            rule("\u009b[0-9;?]*[@-~]", ""),
            rule("\u001b.", ""),
            rule("(?<=^|\\s)\\[(?:[0-9]{1,2};)*[0-9]{1,2}m(?=\\S)", ""),
            rule("\\r\\n?", "\n"),
            rule("[\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\u00ad]", ""),
            rule("[\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033]", "\""),
            rule("[\u2018\u2019\u201a\u201b\u2032]", "'"),
            rule("[\u2010-\u2015\u2212]", "-"),
            rule("[\u00a0\u2000-\u200a\u202f\u3000\t]", " "),
            rule("&quot;|\\\\u0022", "\""),
            rule("&#39;|&apos;|\\\\u0027", "'"),
            rule("&gt;|\\\\u003[eE]", ">"),
            rule("&lt;|\\\\u003[cC]", "<"),
            rule("&amp;|\\\\u0026", "&"),
            rule("\\\\+\"", "\""),
            rule("\\\\+/", "/"),
            rule("\\\\+[rn](?![A-Za-z])|\\\\+[rn](?=\\s|\"|'|\\z)", "\n"),
            rule("\\\\+t(?![A-Za-z])", " "),
            rule("[\\p{Cc}&&[^\\n]]", " "));

    private Pasted() {}

    private static Rule rule(String pattern, String replacement) {
        return new Rule(Pattern.compile(pattern), replacement);
    }

    static String cleaned(String raw) {
        String text = raw.length() > LONGEST
                ? raw.substring(0, LONGEST / 2) + "\n" + raw.substring(raw.length() - LONGEST / 2)
                : raw;
        for (Rule rule : RULES) {
            text = rule.pattern().matcher(text).replaceAll(rule.replacement());
        }
        return Secrets.masked(text);
    }
}
