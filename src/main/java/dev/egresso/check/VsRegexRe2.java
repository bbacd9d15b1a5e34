package dev.egresso.check;

import com.google.re2j.PatternSyntaxException;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.Optional;

/** Envoy reads expressions with RE2, which has neither look-around nor back references. */
final class VsRegexRe2 extends HttpRule {

    VsRegexRe2() {
        super("vs-regex-re2", Severity.ERROR);
    }

    @Override
    void checkHttp(Place rule, Found found) {

        Conditions.expressions(rule)
                .filter(regex -> !regex.isEmpty() && regex.text().isPresent() && !isPresence(regex))
                .forEach(regex -> fault(regex.textOrEmpty()).ifPresent(why -> found.at(regex, "why", why)));
    }

    /** For a header that has to be absent Istio takes a star to stand for any value. */
    private static boolean isPresence(Place regex) {
        return regex.is("*") && regex.path().pattern().contains(".withoutHeaders.");
    }

    private static Optional<String> fault(String regex) {
        if (regex.length() > VsRegexLong.LONGEST) {
            return Optional.empty();
        }
        try {
            com.google.re2j.Pattern.compile(regex);
            return Optional.empty();
        } catch (PatternSyntaxException unreadable) {
            return Optional.of(unreadable.getDescription()
                    + (unreadable.getPattern() == null
                                    || unreadable.getPattern().isEmpty()
                            ? ""
                            : " at " + unreadable.getPattern()));
        }
    }
}
