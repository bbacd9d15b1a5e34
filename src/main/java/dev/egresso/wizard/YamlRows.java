package dev.egresso.wizard;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** YAML text of ours in inks: comments and keys apart from values. */
public final class YamlRows {
    private static final Pattern KEYED = Pattern.compile("^( *(?:- )*)([^\\s\"#:][^:]*)(:(?: .*)?)$");

    private YamlRows() {}

    public static List<Styled> of(String text) {
        return text.lines().map(YamlRows::row).toList();
    }

    private static Styled row(String row) {
        if (row.stripLeading().startsWith("#") || row.equals("---")) {
            return Styled.of(row, Ink.DIM);
        }
        Matcher keyed = KEYED.matcher(row);
        return keyed.matches()
                ? Styled.of(keyed.group(1)).plus(keyed.group(2), Ink.KEY).plus(keyed.group(3))
                : Styled.of(row);
    }
}
