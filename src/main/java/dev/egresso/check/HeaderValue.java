package dev.egresso.check;

import java.util.regex.Pattern;

/**
 * The text of a header, in which Envoy fills in what stands between percent signs: {@code %HOSTNAME%}, {@code
 * %REQ(x-id)%}, {@code %DYNAMIC_METADATA(["a", "b"])%}; a doubled sign stands for itself.
 */
final class HeaderValue {
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0A-\\x1F\\x7F]");

    /** Where in the text one is. */
    private enum Part {
        TEXT,
        NAME,
        BEFORE_ARGUMENT,
        BEFORE_STRING,
        STRING,
        AFTER_STRING,
        AFTER_LIST,
        AFTER_CALL,
        BROKEN
    }

    private HeaderValue() {}

    static boolean hasControls(String text) {
        return CONTROL.matcher(text).find();
    }

    /** Whether every percent sign is doubled or closes what another one opens. */
    static boolean isWhole(String text) {
        Part part = Part.TEXT;
        for (int i = 0; i < text.length() && part != Part.BROKEN; i++) {
            char sign = text.charAt(i);
            boolean doubled = part == Part.TEXT && text.startsWith("%%", i);
            boolean escaped = part == Part.STRING && sign == '\\';
            if (doubled || escaped) {
                boolean cutShort = i + 1 == text.length();
                part = cutShort ? Part.BROKEN : part;
                i++;
            } else {
                part = after(part, sign);
            }
        }
        return part == Part.TEXT;
    }

    private static Part after(Part part, char sign) {
        return switch (part) {
            case TEXT -> sign == '%' ? Part.NAME : part;
            case NAME -> sign == '%' ? Part.TEXT : sign == '(' ? Part.BEFORE_ARGUMENT : part;
            case BEFORE_ARGUMENT -> sign == '[' ? Part.BEFORE_STRING : sign == ' ' ? part : Part.STRING;
            case BEFORE_STRING -> orSpace(sign, '"', Part.STRING, part);
            case STRING -> sign == ')' ? Part.AFTER_CALL : sign == '"' ? Part.AFTER_STRING : part;
            case AFTER_STRING -> sign == ',' ? Part.BEFORE_STRING : orSpace(sign, ']', Part.AFTER_LIST, part);
            case AFTER_LIST -> orSpace(sign, ')', Part.AFTER_CALL, part);
            case AFTER_CALL -> orSpace(sign, '%', Part.TEXT, part);
            case BROKEN -> part;
        };
    }

    private static Part orSpace(char sign, char wanted, Part then, Part part) {
        return sign == wanted ? then : sign == ' ' ? part : Part.BROKEN;
    }
}
