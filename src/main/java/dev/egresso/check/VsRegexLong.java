package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.nio.charset.StandardCharsets;

/** Istio takes expressions of up to 1024 bytes. */
final class VsRegexLong extends HttpRule {
    static final int LONGEST = 1_024;

    VsRegexLong() {
        super("vs-regex-long", Severity.ERROR);
    }

    @Override
    void checkHttp(Place rule, Found found) {

        Conditions.expressions(rule).forEach(regex -> {
            int length = regex.textOrEmpty().getBytes(StandardCharsets.UTF_8).length;
            if (length > LONGEST) {
                found.at(regex, "length", Integer.toString(length));
            }
        });
    }
}
