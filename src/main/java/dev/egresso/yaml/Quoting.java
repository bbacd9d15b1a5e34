package dev.egresso.yaml;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which strings may be written without quotes: those that every reader, of YAML 1.1 or 1.2, takes for the same string.
 * SnakeYAML would leave {@code y}, {@code 0o14} or {@code =} bare, and other readers make a boolean or a number of them.
 */
final class Quoting {
    private static final Set<String> WORDS_WITH_A_MEANING =
            Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z_/][A-Za-z0-9_./:@%+=,~()*;$!&'-]*");
    private static final Pattern ADDRESS_OR_DURATION =
            Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}|[0-9]+(?:\\.[0-9]+)?(?:ms|s|m|h)");

    private Quoting() {}

    static boolean mayStandBare(String text) {
        if (ADDRESS_OR_DURATION.matcher(text).matches()) {
            return true;
        }
        return HARMLESS.matcher(text).matches()
                && !text.endsWith(":")
                && !WORDS_WITH_A_MEANING.contains(text.toLowerCase(Locale.ROOT));
    }
}
