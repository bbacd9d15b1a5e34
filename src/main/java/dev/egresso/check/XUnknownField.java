package dev.egresso.check;

import java.util.Optional;

/** A field that the schema does not know is a slip of the keyboard, and is dropped without a word. */
final class XUnknownField extends FieldRule {
    XUnknownField() {
        super("x-unknown-field", Deviation.Sort.UNKNOWN);
    }

    @Override
    void check(Deviation deviation, Found found) {
        String meant = deviation.wanted();
        found.at(
                deviation.place(),
                meant.isEmpty()
                                || deviation
                                        .place()
                                        .above()
                                        .orElseThrow()
                                        .at(meant)
                                        .exists()
                        ? Optional.empty()
                        : Optional.of(Fix.rename(deviation.place(), meant)),
                "field",
                deviation.found(),
                "way",
                meant.isEmpty() ? "Take it away, or look up how it is spelled." : "Write " + meant + ".");
    }
}
