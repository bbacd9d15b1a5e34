package dev.egresso.mesh;

import java.util.regex.Pattern;

/** User names and passwords that stand before the host of a URL, wherever in a text; they are never kept. */
final class Credentials {
    private static final Pattern BEFORE_A_HOST =
            Pattern.compile("((?:^|\\s)['\"<(]*+(?:[A-Za-z][A-Za-z0-9+.-]{0,30}:/++|/++)?)[^/?#\\s]*@");

    private Credentials() {}

    static boolean in(String text) {
        return BEFORE_A_HOST.matcher(text).find();
    }

    /** A command line may carry secrets in any of its options, so only its URL is left of it. */
    static String without(String text) {
        String url = CommandLine.read(text).map(CommandLine::url).orElse(text);
        return BEFORE_A_HOST.matcher(url).replaceAll("$1");
    }
}
