package dev.egresso.cli;

import dev.egresso.cluster.TrainingServer;
import dev.egresso.fullscreen.Keys;
import dev.egresso.fullscreen.Painter;
import dev.egresso.mesh.Answers;
import dev.egresso.mesh.Surroundings;
import dev.egresso.terminal.Canvas;
import dev.egresso.terminal.Colors;
import dev.egresso.terminal.FullScreen;
import dev.egresso.terminal.KeyCode;
import dev.egresso.terminal.Settings;
import dev.egresso.terminal.Size;
import dev.egresso.terminal.TerminalEvent;
import dev.egresso.terminal.TextWidth;
import dev.egresso.wizard.Message;
import dev.egresso.wizard.Page;
import dev.egresso.wizard.Session;
import dev.egresso.wizard.Setup;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Goes through a short session without a terminal and without a cluster, so that the classes it needs are loaded and the start script can put
 * them into an archive: {@code egresso --archive-classes}.
 */
final class Rehearsal {
    static final String FLAG = "--archive-classes";
    private static final String PIECE = "webserver\thttps://api.example.com/v1/\t\t";

    private Rehearsal() {}

    static int run(World world) {
        Bundled bundled = new Bundled(world, Optional.empty(), Optional.empty());
        Canvas canvas = Canvas.of(new Size(160, 45), Colors.SIXTEEN, true);
        Painter painter = new Painter(canvas, false);
        Session session =
                Session.begin(new Setup(bundled.screens(), TextWidth::of, Surroundings.unknown()), Answers.none());
        painter.paint(Page.of(session, 160, 45));
        for (char letter : PIECE.toCharArray()) {
            TerminalEvent.Key key =
                    letter == '\t' ? TerminalEvent.Key.of(KeyCode.ENTER) : TerminalEvent.Key.typing(letter);
            session = Keys.message(key).orElseThrow().on(session).session();
            painter.paint(Page.of(session, 160, 45));
        }
        Message walk = Keys.message(TerminalEvent.Key.ctrl('y')).orElseThrow();
        painter.paint(Page.of(walk.on(session).session(), 160, 45));
        commandsInVain(world);
        clusterInVain(world);
        openInVain(world);
        return Exit.DONE;
    }

    /** The way through the command line, to where a terminal would be needed; what it says is thrown away. */
    private static void commandsInVain(World world) {
        World silent = silent(world, world.environment());
        Egresso egresso = new Egresso(silent);
        egresso.run("wizard");
        egresso.run("wizard", "--internal-host", "webserver");
        egresso.run("render", "--preset", "blog");
        WizardCommand.drafts(silent).newId();
    }

    private static World silent(World world, Map<String, String> environment) {
        return new World(
                InputStream.nullInputStream(),
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                environment,
                world.folder(),
                world.home(),
                world.os(),
                world.clock(),
                () -> false);
    }

    /** The way to a cluster and back, to a server of our own; where none is to be had the archive goes without it. */
    private static void clusterInVain(World world) {
        try {
            Path folder = Files.createTempDirectory("egresso-training");
            try (TrainingServer server = TrainingServer.in(folder)) {
                Path kubeconfig = Files.writeString(folder.resolve("kubeconfig"), server.kubeconfig());
                Map<String, String> environment = new HashMap<>(world.environment());
                environment.keySet().removeIf(name -> name.toUpperCase(Locale.ROOT)
                        .endsWith("_PROXY"));
                environment.put("KUBECONFIG", kubeconfig.toString());
                environment.put("XDG_STATE_HOME", folder.resolve("state").toString());
                Egresso egresso = new Egresso(silent(world, environment));
                egresso.run("diff", "--preset", "blog");
                egresso.run("apply", "--preset", "blog", "--yes");
                egresso.run("status");
            } finally {
                delete(folder);
            }
        } catch (IOException none) {
            world.out().flush();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** There is no terminal to open here; trying to loads what opening one needs. */
    private static void openInVain(World world) {
        if (world.interactive()) {
            return;
        }
        try (FullScreen screen = FullScreen.open(Settings.of(world.environment()))) {
            screen.refresh();
        } catch (IOException expected) {
            world.out().flush();
        }
    }
}
