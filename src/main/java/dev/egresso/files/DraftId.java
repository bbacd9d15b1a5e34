package dev.egresso.files;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Names one session, when it began and a few random digits; short enough to type, and never a path. */
public record DraftId(String text) implements Comparable<DraftId> {
    private static final Pattern FORM = Pattern.compile("[0-9]{8}-[0-9]{6}-[0-9a-f]{4}");
    private static final DateTimeFormatter BEGUN = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT);

    public DraftId {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("draft id \"" + text + "\" is not like 20261124-114000-4f2a");
        }
    }

    /** Empty for a text that cannot be one. */
    public static Optional<DraftId> of(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new DraftId(text)) : Optional.empty();
    }

    static DraftId fresh(Clock clock, RandomGenerator random) {
        return new DraftId(BEGUN.format(LocalDateTime.now(clock)) + String.format("-%04x", random.nextInt(0x10000)));
    }

    @Override
    public int compareTo(DraftId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
