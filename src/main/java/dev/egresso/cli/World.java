package dev.egresso.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * All that a command may touch outside of itself.
 *
 * @param interactive whether a person sits at both ends of the streams
 */
record World(
        InputStream in,
        PrintStream out,
        PrintStream err,
        Map<String, String> environment,
        Path folder,
        Path home,
        String os,
        Clock clock,
        boolean interactive) {

    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }

    void say(String row) {
        err.println(row);
    }
}
