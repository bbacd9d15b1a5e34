package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.stream.Stream;

/** A request that is answered by the sidecar itself is not sent on, so there is nothing to rewrite. */
final class VsRewriteWithRedirect extends HttpRule {

    VsRewriteWithRedirect() {
        super("vs-rewrite-with-redirect", Severity.ERROR);
    }

    @Override
    void checkHttp(Place rule, Found found) {
        Stream.of("redirect", "directResponse")
                .filter(answer -> rule.at(answer).exists()
                        && rule.at("rewrite").exists()
                        && !rule.at("delegate").exists())
                .forEach(answer -> found.at(rule.at("rewrite"), Fix.remove(rule.at("rewrite")), "answer", answer));
    }
}
