package dev.egresso.cli;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A time as a person on this machine reads it. */
final class When {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private When() {}

    static String of(Instant time, World world) {
        return FORM.format(time.atZone(world.clock().getZone()));
    }
}
