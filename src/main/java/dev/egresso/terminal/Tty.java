package dev.egresso.terminal;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOError;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jline.nativ.CLibrary;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Attributes.InputFlag;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.impl.PosixSysTerminal;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;
import org.jline.utils.InfoCmp;
import org.jline.utils.OSUtils;

/**
 * The terminal as JLine opens it: its modes, its size, its signals.
 *
 * <p>The modes are put back from a copy of our own. JLine's model of them has no line speed, so what it restores says
 * "hang up" to a serial line.
 */
final class Tty {
    /** Held for good: a level set on a logger that nobody holds is forgotten. */
    private static final Logger JLINE = Logger.getLogger("org.jline");

    private static final String PROVIDER = "jni";
    private static final String NO_CAPABILITIES = "full-screen";
    private static final int STDIN = 0;

    private final Terminal terminal;
    private final Attributes found;
    private final CLibrary.Termios exactly;
    private Size lastSize = Size.USUAL;
    private boolean closed;

    private Tty(Terminal terminal) {
        this.terminal = terminal;
        this.found = terminal.getAttributes();
        this.exactly = isPosix() ? termios() : null;
    }

    /** Whether input and output both are terminals. Opens nothing. */
    static boolean isThere() {
        JLINE.setLevel(Level.OFF);
        try {
            TerminalProvider provider = TerminalProvider.load(PROVIDER);
            return provider.isSystemStream(SystemStream.Input) && provider.isSystemStream(SystemStream.Output);
        } catch (IOException | LinkageError e) {
            return false;
        }
    }

    static Tty open() throws IOException {
        JLINE.setLevel(Level.OFF);
        try {
            return new Tty(builder().build());
        } catch (IllegalStateException | IOError e) {
            throw new IOException("The terminal cannot be taken over for the full screen.", e);
        }
    }

    private static TerminalBuilder builder() {
        TerminalBuilder builder = TerminalBuilder.builder()
                .system(true)
                .systemOutput(TerminalBuilder.SystemOutput.SysOut)
                .provider(PROVIDER)
                .dumb(false)
                .nativeSignals(true)
                .signalHandler(Terminal.SignalHandler.SIG_IGN)
                .encoding(StandardCharsets.UTF_8);
        return OSUtils.IS_WINDOWS ? builder : builder.type(withoutCapabilities());
    }

    /** We write no terminfo strings, so JLine need not start infocmp to read them. (On Windows it makes keys of them.) */
    private static String withoutCapabilities() {
        InfoCmp.setLoadedInfoCmp(NO_CAPABILITIES, NO_CAPABILITIES + ",\n");
        return NO_CAPABILITIES;
    }

    /** The size now; the last one known if the terminal is gone. */
    Size size() {
        try {
            lastSize = Size.told(terminal.getWidth(), terminal.getHeight());
        } catch (IOError gone) {
            return lastSize;
        }
        return lastSize;
    }

    /** Every key arrives as it is, none is acted upon or echoed, and a read waits a tenth of a second at most. */
    void raw() {
        Attributes raw = new Attributes(found);
        raw.setInputFlags(
                EnumSet.of(InputFlag.IXON, InputFlag.ICRNL, InputFlag.INLCR, InputFlag.IGNCR, InputFlag.ISTRIP), false);
        raw.setLocalFlags(
                EnumSet.of(LocalFlag.ICANON, LocalFlag.ECHO, LocalFlag.ECHONL, LocalFlag.ISIG, LocalFlag.IEXTEN),
                false);
        raw.setControlChar(ControlChar.VMIN, 0);
        raw.setControlChar(ControlChar.VTIME, 1);
        terminal.setAttributes(raw);
        keepLineSpeed();
    }

    /** The modes as they were found. */
    void giveBack() {
        if (exactly == null) {
            terminal.setAttributes(found);
            return;
        }
        CLibrary.tcsetattr(STDIN, CLibrary.TCSANOW, exactly);
    }

    /**
     * Ends JLine's part, once. Its last act is to put back its own idea of the modes, so ours come after it; whoever else
     * wants to close waits for that.
     */
    synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            terminal.close();
        } catch (IOException | IOError alreadyGone) {
            // nothing is left to be put back
        } finally {
            if (exactly != null) {
                giveBack();
            }
        }
    }

    void on(Signal signal, Runnable action) {
        terminal.handle(signal, raised -> action.run());
    }

    /** Lets the system do what it does with programs that do not care. */
    void byDefault(Signal signal) {
        terminal.handle(signal, Terminal.SignalHandler.SIG_DFL);
    }

    boolean isPosix() {
        return terminal instanceof PosixSysTerminal;
    }

    /** What the person types. Not through JLine, whose stream takes a hang-up for silence and reads byte by byte. */
    Keyboard.Source input() {
        return isPosix()
                ? new TtyInput(new FileInputStream(FileDescriptor.in), this::raw)
                : (buffer, millis) -> oneCharacter(buffer, millis);
    }

    /** Unbuffered: one write is one frame. Stays usable after JLine has closed. */
    OutputStream output() {
        return isPosix() ? new FileOutputStream(FileDescriptor.out) : terminal.output();
    }

    private int oneCharacter(char[] buffer, long millis) throws IOException {
        int character = terminal.reader().read(Math.max(1, millis));
        if (character < 0) {
            return character == -1 ? -1 : 0;
        }
        buffer[0] = (char) character;
        return 1;
    }

    private void keepLineSpeed() {
        if (exactly == null) {
            return;
        }
        CLibrary.Termios now = termios();
        now.c_cflag = exactly.c_cflag;
        now.c_ispeed = exactly.c_ispeed;
        now.c_ospeed = exactly.c_ospeed;
        CLibrary.tcsetattr(STDIN, CLibrary.TCSANOW, now);
    }

    private static CLibrary.Termios termios() {
        CLibrary.Termios termios = new CLibrary.Termios();
        CLibrary.tcgetattr(STDIN, termios);
        return termios;
    }
}
