package dev.egresso.cli;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** What each command says of itself. */
public final class CommandTexts {
    private CommandTexts() {}

    public static String all() {
        StringBuilder text = new StringBuilder("```text\n" + help() + "```\n");
        for (Command command : Command.values()) {
            text.append("\n## `egresso ").append(command.word()).append("`\n\n```text\n");
            text.append(help(command.word(), "--help")).append("```\n");
        }
        return text.toString();
    }

    private static String help(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        World world = new World(
                InputStream.nullInputStream(),
                stream,
                stream,
                Map.of(),
                Path.of("").toAbsolutePath(),
                Path.of("/home/you"),
                "Linux",
                Clock.systemUTC(),
                () -> false);
        new Egresso(world).run(words.length == 0 ? new String[] {"--help"} : words);
        return out.toString(StandardCharsets.UTF_8).replaceAll("[ \\t]+\\n", "\n");
    }
}
