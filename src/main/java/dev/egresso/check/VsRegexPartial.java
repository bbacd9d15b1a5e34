package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** An expression has to match the whole path, from the slash to the end. */
final class VsRegexPartial extends HttpRule {

    VsRegexPartial() {
        super("vs-regex-partial", Severity.WARNING);
    }

    @Override
    void checkHttp(Place rule, Found found) {

        for (Place match : rule.at("match").items()) {
            Place regex = match.at("uri", "regex");
            String text = regex.textOrEmpty();
            if (startsLate(text)) {
                found.at(regex, "regex", text, "suggestion", ".*" + text.replaceFirst("^\\^", ""));
            } else if (endsEarly(text)) {
                found.at(regex, "regex", text, "suggestion", text.replaceFirst("^\\^", "") + ".*");
            }
        }
    }
    /** Begins with a sign that no path begins with. */
    private static boolean startsLate(String regex) {
        String bare = regex.replaceFirst("^\\^", "");
        return !bare.isEmpty() && (Character.isLetterOrDigit(bare.charAt(0)) || "_-~%".indexOf(bare.charAt(0)) >= 0);
    }

    /** Written as for a search: tied to the beginning, and open at the end. */
    private static boolean endsEarly(String regex) {
        return regex.length() > 1
                && regex.startsWith("^")
                && (Character.isLetterOrDigit(regex.charAt(regex.length() - 1)) || regex.endsWith("/"));
    }
}
