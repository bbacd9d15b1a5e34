package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** Some headers are not a rule's to change: those with a colon in front, and the Host of a response. */
final class VsHeaderName extends HttpRule {

    VsHeaderName() {
        super("vs-header-name", Severity.ERROR);
    }

    @Override
    void checkHttp(Place rule, Found found) {
        HeaderChange.in(rule)
                .filter(change -> !change.place().isHole() && !fault(change).isEmpty())
                .forEach(change -> found.at(change.place(), Fix.remove(change.place()), "what", fault(change)));
    }

    private static String fault(HeaderChange change) {
        if (change.name().isEmpty()) {
            return "a header without a name";
        }
        if (change.isHost()) {
            return change.ofRequest() && !change.removes() ? "" : change.name() + ", which only a request can set";
        }
        return change.name().startsWith(":") ? change.name() + ", which is part of the request line" : "";
    }
}
