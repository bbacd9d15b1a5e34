package dev.egresso.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.egresso.TempFolder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** One command, run in this process, and what came of it. */
record CommandRun(int exit, String out, String err) {

    /** @param answers what a person types, if one is there; null for nobody */
    static CommandRun of(TempFolder folder, Map<String, String> environment, String answers, String... words) {
        return in(folder.path(), environment, answers == null ? "" : answers, answers != null, words);
    }

    /**
     * @param stdin what a person types, or what comes through a pipe
     * @param person whether somebody is there to answer
     */
    static CommandRun in(Path folder, Map<String, String> environment, String stdin, boolean person, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        World world = new World(
                new ByteArrayInputStream(stdin.getBytes(UTF_8)),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8),
                environment,
                folder,
                folder,
                "Linux",
                Clock.systemUTC(),
                () -> person);
        int exit = new Egresso(world).run(words);
        return new CommandRun(exit, out.toString(UTF_8), err.toString(UTF_8));
    }
}
