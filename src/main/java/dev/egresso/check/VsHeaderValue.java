package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** Envoy reads the value of a header, and fills in what stands between percent signs. */
final class VsHeaderValue extends HttpRule {

    VsHeaderValue() {
        super("vs-header-value", Severity.ERROR);
    }

    @Override
    void checkHttp(Place rule, Found found) {
        HeaderChange.in(rule)
                .filter(change -> !change.removes())
                .map(HeaderChange::place)
                .forEach(value -> {
                    if (HeaderValue.hasControls(value.textOrEmpty())) {
                        found.at(value, "what", "it holds a control character");
                    } else if (!HeaderValue.isWhole(value.textOrEmpty())) {
                        found.at(value, "what", "a percent sign opens what nothing closes");
                    }
                });
    }
}
