package dev.egresso.yaml;

import dev.egresso.mesh.Node;
import java.math.BigInteger;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a bare word of YAML stands for to kubectl, which reads YAML 1.1 without its numbers in base 60
 * ({@code sigs.k8s.io/yaml}).
 */
final class ScalarType {
    private static final Set<String> TRUE =
            Set.of("y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON");
    private static final Set<String> FALSE =
            Set.of("n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF");
    private static final Set<String> NULL = Set.of("", "~", "null", "Null", "NULL");
    private static final Pattern INTEGER =
            Pattern.compile("[-+]?(?:0[xX][0-9a-fA-F_]+|0[bB][01_]+|0[oO]?[0-7_]*|[1-9][0-9_]*)");
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?(?:\\.[0-9]+|[0-9][0-9_]*(?:\\.[0-9_]*)?)(?:[eE][-+]?[0-9]+)?"
                    + "|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)");
    /** Longer ones are no ports, weights or counts. */
    private static final int LONGEST_INTEGER = 64;

    private ScalarType() {}

    static Node.Type of(String bare) {
        if (NULL.contains(bare)) {
            return Node.Type.NULL;
        }
        if (TRUE.contains(bare) || FALSE.contains(bare)) {
            return Node.Type.BOOLEAN;
        }
        char first = bare.charAt(0);
        boolean maybeNumber = first >= '0' && first <= '9' || first == '-' || first == '+' || first == '.';
        if (!maybeNumber) {
            return Node.Type.STRING;
        }
        if (bare.length() <= LONGEST_INTEGER && INTEGER.matcher(bare).matches() && hasDigit(bare)) {
            return Node.Type.INTEGER;
        }
        return NUMBER.matcher(bare).matches() ? Node.Type.NUMBER : Node.Type.STRING;
    }

    private static boolean hasDigit(String integer) {
        char last = integer.charAt(integer.length() - 1);
        return last != '_' && Character.digit(last, 16) >= 0;
    }

    /** The value in its usual spelling: {@code true} for {@code yes}, {@code 16} for {@code 0x10}. */
    static String plain(String bare, Node.Type type) {
        return switch (type) {
            case BOOLEAN -> Boolean.toString(TRUE.contains(bare));
            case INTEGER -> decimal(bare);
            case NULL -> "";
            default -> bare;
        };
    }

    private static String decimal(String integer) {
        boolean negative = integer.startsWith("-");
        String digits = integer.replaceFirst("^[-+]", "").replace("_", "");
        BigInteger value = digits.matches("0[xX].+")
                ? new BigInteger(digits.substring(2), 16)
                : digits.matches("0[bB].+")
                        ? new BigInteger(digits.substring(2), 2)
                        : digits.matches("0[oO].+")
                                ? new BigInteger(digits.substring(2), 8)
                                : digits.matches("0[0-7]+") ? new BigInteger(digits, 8) : new BigInteger(digits);
        return (negative ? value.negate() : value).toString();
    }
}
