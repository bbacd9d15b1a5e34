package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.stream.Stream;

/** A fault is put into traffic that is sent on, and none is where the sidecar answers. */
final class VsFaultWithAnswer extends HttpRule {

    VsFaultWithAnswer() {
        super("vs-fault-with-answer", Severity.ERROR);
    }

    @Override
    void checkHttp(Place rule, Found found) {
        Place fault = rule.at("fault");
        Stream.of("redirect", "directResponse")
                .filter(answer -> fault.exists()
                        && rule.at(answer).exists()
                        && !rule.at("delegate").exists())
                .forEach(answer -> found.at(fault, Fix.remove(fault), "answer", answer));
    }
}
