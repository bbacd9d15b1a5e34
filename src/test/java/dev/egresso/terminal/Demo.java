package dev.egresso.terminal;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TextColor;
import dev.egresso.terminal.TerminalEvent.Closed;
import dev.egresso.terminal.TerminalEvent.Key;
import dev.egresso.terminal.TerminalEvent.Paste;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** A program that does nothing but show what it is told, so that the terminal package can be tried in a real terminal. */
public final class Demo {
    private static final String PICTURE = "🚀|é|e\u0301|漢|👨‍👩‍👧|✅|a\u001b[31mb\u0007|\u202e|";

    private final FullScreen screen;
    private int events;
    private String last = "none";

    private Demo(FullScreen screen) {
        this.screen = screen;
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 1 && arguments[0].equals("possible")) {
            System.out.println("possible: " + FullScreen.possible(System.getenv()));
            return;
        }
        Settings settings = Settings.of(System.getenv())
                .withMouse(List.of(arguments).contains("mouse"))
                .onTerminate(() -> write("draft", "kept"));
        try (FullScreen screen = FullScreen.open(settings)) {
            new Demo(screen).run();
        } catch (IOException e) {
            System.out.println("refused: " + e.getMessage());
            return;
        }
        System.out.println("the demo is over");
    }

    /** How to start it, from a build that has reached its integration tests. */
    static List<String> command() {
        Path target = Path.of("target").toAbsolutePath();
        String classPath = target.resolve("test-classes") + ":" + target.resolve("classes") + ":" + target + "/lib/*";
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(java, "-cp", classPath, Demo.class.getName()));
        if (Runtime.version().feature() >= 22) {
            command.add(1, "--enable-native-access=ALL-UNNAMED");
        }
        return command;
    }

    private void run() throws Exception {
        boolean on = true;
        while (on) {
            draw();
            Optional<TerminalEvent> event = screen.read(Duration.ofSeconds(1));
            if (event.isPresent()) {
                on = on(event.get());
            }
        }
        screen.close(); // and once more where it was opened
    }

    private boolean on(TerminalEvent event) throws Exception {
        events++;
        last = event instanceof Paste paste ? "Paste of " + paste.text().length() : event.toString();
        if (event instanceof Closed) {
            write("closed", "seen");
            return false;
        }
        if (event.equals(Key.ctrl('z'))) {
            screen.suspend();
        }
        if (event.equals(Key.ctrl('l'))) {
            screen.redraw();
        }
        return !(event instanceof Key key) || !key.types() || typed(key.character());
    }

    private boolean typed(int character) throws Exception {
        switch (character) {
            case 'q' -> {
                return false;
            }
            case 'e' -> throw new IllegalStateException("thrown on purpose");
            case 'x' -> new Thread(() -> System.exit(7)).start();
            case 'c' -> screen.copy("copied text");
            case 'o' -> screen.outside(this::editor);
            case 'w' -> flood();
            default -> {}
        }
        return true;
    }

    /** Draws as fast as it can, and says in a file when the terminal takes no more. */
    private void flood() {
        AtomicLong frames = new AtomicLong();
        Thread watch = new Thread(() -> {
            for (long seen = -1; seen != frames.get(); pause()) {
                seen = frames.get();
            }
            write("stuck", "in a write");
        });
        watch.setDaemon(true);
        write("flooding", "now");
        for (long frame = 0; ; frame++) {
            frames.set(frame);
            screen.redraw();
            if (frame == 1) {
                watch.start();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private int editor() throws IOException, InterruptedException {
        return new ProcessBuilder("sh", "-c", "echo in the editor; read line; echo got $line > edited")
                .inheritIO()
                .start()
                .waitFor();
    }

    private void draw() {
        Canvas canvas = screen.canvas();
        canvas.clear();
        canvas.print(
                0, 0, "size " + canvas.size().columns() + "x" + canvas.size().rows() + ";", Style.PLAIN);
        canvas.print(0, 1, "last " + last, Style.of(TextColor.ANSI.CYAN, SGR.BOLD));
        canvas.print(0, 2, "events " + events + ";", Style.PLAIN.dimmed());
        canvas.print(0, 3, PICTURE, Style.of(TextColor.ANSI.DEFAULT, SGR.REVERSE));
        canvas.cursor(4, 5);
        screen.refresh();
    }

    private static void write(String file, String text) {
        try {
            Files.writeString(Path.of(file), text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
