package dev.egresso.terminal;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jline.terminal.Terminal.Signal;
import org.jline.utils.OSUtils;

/**
 * The whole terminal, taken over to draw on and given back as it was found: after {@link #close()}, an exception, TERM,
 * HUP, INT or an exit from another thread.
 *
 * <p>Made for one thread, which draws and reads. Signals only leave notes that {@link #read} finds within a tenth of a
 * second.
 */
public final class FullScreen implements AutoCloseable {
    private static final Duration SLICE = Duration.ofMillis(100);
    private static final int INTERRUPTED = 130;

    private final Settings settings;
    private final Tty tty;
    private final Canvas canvas;
    private final Keyboard keyboard;
    private final Takeover takeover;
    private final Thread atEnd;

    private volatile boolean sizeMayHaveChanged;
    private volatile boolean continued;
    private volatile boolean stopAsked;
    private boolean resumed;
    private String lastCursor = "";

    private FullScreen(Settings settings, Tty tty) {
        this.settings = settings;
        this.tty = tty;
        this.canvas = Canvas.of(tty.size(), settings.colors(), settings.unicode());
        this.keyboard = new Keyboard(tty.input());
        this.takeover = new Takeover(tty, settings.mouse());
        this.atEnd = new Thread(this::programEnds, "give the terminal back");
    }

    /** Takes the terminal over. */
    public static FullScreen open(Settings settings) throws IOException {
        FullScreen screen = new FullScreen(settings, Tty.open());
        Runtime.getRuntime().addShutdownHook(screen.atEnd);
        screen.listen();
        screen.takeover.begin();
        return screen;
    }

    /** Whether there is a terminal that can show a full screen. Opens nothing, and costs little. */
    public static boolean possible(Map<String, String> environment) {
        String term = environment.getOrDefault("TERM", "");
        boolean capable = OSUtils.IS_WINDOWS ? !term.equals("dumb") : !term.isEmpty() && !term.equals("dumb");
        return capable && Tty.isThere();
    }

    public Size size() {
        return canvas.size();
    }

    /** Where to draw; {@link #refresh()} shows it. Stays the same object when the size changes. */
    public Canvas canvas() {
        return canvas;
    }

    /** The next thing that happens, if it does within this time. */
    public Optional<TerminalEvent> read(Duration timeout) throws IOException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (true) {
            Optional<TerminalEvent> happened = happened();
            if (happened.isPresent()) {
                return happened;
            }
            Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
            Optional<TerminalEvent> event = keyboard.read(left.compareTo(SLICE) < 0 ? left : SLICE);
            if (event.isPresent() || System.nanoTime() >= deadline) {
                return takeover.isEnding() ? Optional.empty() : event;
            }
        }
    }

    /** Shows what changed on the canvas since the last time, in one write. */
    public void refresh() {
        if (!takeover.isShown()) {
            return;
        }
        String cursor = canvas.cursorSequence();
        String delta = canvas.delta();
        if (delta.isEmpty() && cursor.equals(lastCursor)) {
            return;
        }
        lastCursor = cursor;
        takeover.write("\u001b[?2026h\u001b[?25l" + delta + cursor + "\u001b[?2026l");
    }

    /** Shows everything again, whatever other programs wrote in between. */
    public void redraw() {
        forget();
        refresh();
    }

    /**
     * Gives the terminal back and stops this program as Ctrl-Z does; returns when the shell's {@code fg} lets it go on,
     * with the screen taken over again. The next event is then {@link TerminalEvent.Resumed}.
     */
    public void suspend() {
        stopAsked = false;
        if (tty.isPosix() && takeover.pause()) {
            tty.byDefault(Signal.TSTP);
            continued = false;
            JobControl.stop(() -> continued);
            comeBack();
        }
    }

    /** Gives the terminal back for as long as this takes (an editor), then takes it over again. */
    public <T> T outside(Callable<T> work) throws Exception {
        boolean paused = takeover.pause();
        tty.byDefault(Signal.TSTP);
        try {
            return work.call();
        } finally {
            if (paused) {
                comeBack();
            }
        }
    }

    /** Puts text on the person's clipboard, if the terminal allows it; false if the text is too long for that. */
    public boolean copy(String text) {
        Optional<String> request = Clipboard.request(text, settings.environment());
        request.ifPresent(takeover::write);
        return request.isPresent();
    }

    /** Gives the terminal back for good. Doing it twice does nothing. */
    @Override
    public void close() {
        takeover.end();
        tty.close();
        try {
            Runtime.getRuntime().removeShutdownHook(atEnd);
        } catch (IllegalStateException ending) {
            // the hook is running already
        }
    }

    private void listen() {
        tty.on(Signal.WINCH, () -> sizeMayHaveChanged = true);
        tty.on(Signal.CONT, () -> continued = true);
        tty.on(Signal.TSTP, () -> stopAsked = true);
        tty.on(Signal.INT, this::interrupted);
    }

    /** Ctrl-C is a key here; this comes from outside. What runs in our place has its own idea of it. */
    private void interrupted() {
        if (takeover.isShown()) {
            System.exit(INTERRUPTED);
        }
    }

    /** The notes that signals left, in the order in which they have to be seen to. */
    private Optional<TerminalEvent> happened() {
        if (stopAsked) {
            suspend();
        }
        if (continued) {
            comeBack();
        }
        if (resumed) {
            resumed = false;
            return Optional.of(new TerminalEvent.Resumed());
        }
        return sizeMayHaveChanged ? resize() : Optional.empty();
    }

    private Optional<TerminalEvent> resize() {
        sizeMayHaveChanged = false;
        Size now = tty.size();
        if (now.equals(canvas.size())) {
            return Optional.empty();
        }
        canvas.resize(now);
        return Optional.of(new TerminalEvent.Resize(now.columns(), now.rows()));
    }

    private void comeBack() {
        continued = false;
        tty.on(Signal.TSTP, () -> stopAsked = true);
        takeover.begin();
        forget();
        sizeMayHaveChanged = true;
        resumed = true;
    }

    private void forget() {
        canvas.forget();
        lastCursor = "";
    }

    private void programEnds() {
        takeover.endInHaste();
        tty.close();
        settings.onTerminate().run();
    }
}
