package dev.egresso.terminal;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jline.utils.OSUtils;

/**
 * The whole terminal, taken over to draw on and given back as it was found: after {@link #close()}, an exception, TERM,
 * HUP, INT or an exit from another thread.
 *
 * <p>Made for one thread, which draws and reads. Signals only leave notes, which {@link #read} finds within a tenth
 * of a second.
 */
public final class FullScreen implements AutoCloseable {
    private static final Duration SLICE = Duration.ofMillis(100);
    private static final int INTERRUPTED = 130;

    /** A shell is there, and it is for the person to say when. */
    private static final Duration UNTIL_FG = Duration.ofDays(365);

    /** What ran in our place may have forgotten to hand the terminal back; then the shell has to sort it out. */
    private static final Duration UNTIL_AN_EDITOR_IS_GONE = Duration.ofSeconds(1);

    private final Settings settings;
    private final SignalNotes notes = new SignalNotes();
    private final Tty tty = new Tty(notes::sizeChanged);
    private final Takeover takeover;
    private final Keyboard keyboard;
    private final Canvas canvas;
    private final Thread atEnd = new Thread(this::programEnds, "give the terminal back");
    private boolean resumed;
    private boolean lost;
    private String lastCursor = "";

    private FullScreen(Settings settings) {
        this.settings = settings;
        this.takeover = new Takeover(tty, settings.mouse());
        this.keyboard = new Keyboard(tty.input());
        this.canvas = Canvas.of(Size.USUAL, settings.colors(), settings.unicode());
    }

    /** Takes the terminal over. What gives it back is ready before that. */
    public static FullScreen open(Settings settings) throws IOException {
        FullScreen screen = new FullScreen(settings);
        Runtime.getRuntime().addShutdownHook(screen.atEnd);
        screen.notes.listen(screen::interrupted, screen::letGoOn);
        try {
            screen.takeover.begin();
        } catch (IOException e) {
            screen.close();
            throw e;
        }
        screen.canvas.resize(screen.tty.size());
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
        if (JobControl.isPossible() && takeover.pause()) {
            notes.letStop();
            JobControl.stop(notes::continued);
            comeBack(UNTIL_FG);
        }
    }

    /** Gives the terminal back for as long as this takes (an editor), then takes it over again. */
    public <T> T outside(Callable<T> work) throws Exception {
        if (!takeover.pause()) {
            return work.call();
        }
        notes.letStop();
        try {
            return work.call();
        } finally {
            comeBack(UNTIL_AN_EDITOR_IS_GONE);
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
        notes.close();
        try {
            Runtime.getRuntime().removeShutdownHook(atEnd);
        } catch (IllegalStateException ending) {
            // the hook is running already
        }
    }

    /** Ctrl-C is a key here; this comes from outside. What runs in our place has its own idea of it. */
    private void interrupted() {
        if (takeover.isShown()) {
            System.exit(INTERRUPTED);
        }
    }

    /** After a stop that we did not see coming, the read that was going on waits for a line: see {@link Takeover#wake}. */
    private void letGoOn() {
        if (takeover.isShown() && JobControl.isInForeground()) {
            takeover.wake();
        }
    }

    /** The notes that signals left, in the order in which they have to be seen to. */
    private Optional<TerminalEvent> happened() {
        if (notes.stopAsked()) {
            suspend();
        }
        if (notes.continued()) {
            comeBack(UNTIL_FG);
        }
        if (lost) {
            return Optional.of(new TerminalEvent.Closed());
        }
        if (resumed) {
            resumed = false;
            return Optional.of(new TerminalEvent.Resumed());
        }
        return notes.takeSizeChanged() ? resize() : Optional.empty();
    }

    private Optional<TerminalEvent> resize() {
        Size now = tty.size();
        if (now.equals(canvas.size())) {
            return Optional.empty();
        }
        canvas.resize(now);
        return Optional.of(new TerminalEvent.Resize(now.columns(), now.rows()));
    }

    private void comeBack(Duration patience) {
        JobControl.awaitForeground(patience);
        notes.noteStop();
        try {
            takeover.begin();
        } catch (IOException e) {
            lost = true;
        }
        forget();
        notes.sizeChanged();
        resumed = true;
    }

    private void forget() {
        canvas.forget();
        lastCursor = "";
    }

    private void programEnds() {
        takeover.endInHaste();
        settings.onTerminate().run();
    }
}
