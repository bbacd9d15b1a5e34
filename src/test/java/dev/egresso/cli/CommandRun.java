package dev.egresso.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.egresso.TempFolder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;

/** One command, run in this process, and what came of it. */
record CommandRun(int exit, String out, String err) {

    /** @param answers what a person types, if one is there; null for nobody */
    static CommandRun of(TempFolder folder, Map<String, String> environment, String answers, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        World world = new World(
                new ByteArrayInputStream((answers == null ? "" : answers).getBytes(UTF_8)),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8),
                environment,
                folder.path(),
                folder.path(),
                "Linux",
                Clock.systemUTC(),
                () -> answers != null);
        int exit = new Egresso(world).run(words);
        return new CommandRun(exit, out.toString(UTF_8), err.toString(UTF_8));
    }
}
