package dev.egresso.trace;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;

/** Regular expressions as Envoy reads them: RE2. One that is none matches nothing. */
final class Regex {
    private static final String ANYTHING = ".*";
    /** Istio takes no longer ones. */
    private static final int LONGEST = 1024;

    private Regex() {}

    /** Whether it matches the text from end to end. */
    static boolean matchesAll(String regex, String text) {
        boolean oneLine = text.indexOf('\n') < 0;
        return regex.equals(ANYTHING) && oneLine
                || compiled(regex).map(pattern -> pattern.matches(text)).orElse(false);
    }

    /** The text with every match replaced; {@code \1} in the replacement is the first group. */
    static Optional<String> replaceAll(String regex, String text, String replacement) {
        return compiled(regex).map(pattern -> {
            Matcher matcher = pattern.matcher(text);
            StringBuilder out = new StringBuilder();
            int at = 0;
            while (matcher.find()) {
                out.append(text, at, matcher.start()).append(substituted(replacement, matcher));
                at = matcher.end();
            }
            return out.append(text.substring(at)).toString();
        });
    }

    private static String substituted(String replacement, Matcher matcher) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < replacement.length(); i++) {
            char letter = replacement.charAt(i);
            if (letter != '\\' || i + 1 == replacement.length()) {
                out.append(letter);
                continue;
            }
            i++;
            char next = replacement.charAt(i);
            if (next < '0' || next > '9') {
                out.append(next);
            } else if (next - '0' <= matcher.groupCount() && matcher.group(next - '0') != null) {
                out.append(matcher.group(next - '0'));
            }
        }
        return out.toString();
    }

    private static Optional<Pattern> compiled(String regex) {
        if (regex.isEmpty() || regex.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(Pattern.compile(regex));
        } catch (PatternSyntaxException unreadable) {
            return Optional.empty();
        }
    }
}
