package dev.egresso.check;

import dev.egresso.schema.Nearest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Some fields take one of a few words. */
final class XFieldEnum extends FieldRule {
    XFieldEnum() {
        super("x-field-enum", Deviation.Sort.VALUE);
    }

    /** The same word in another spelling, or one that is spelled alike. */
    @Override
    Optional<Fix> fix(Deviation deviation) {
        List<String> choices = List.of(deviation.wanted().split(", "));
        return choices.stream()
                .filter(choice -> plain(choice).equals(plain(deviation.found())))
                .findFirst()
                .or(() -> Nearest.to(deviation.found(), choices))
                .map(choice -> Fix.set(deviation.place(), choice));
    }

    private static String plain(String word) {
        return word.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    }
}
