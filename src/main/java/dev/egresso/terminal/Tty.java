package dev.egresso.terminal;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOError;
import java.io.IOException;
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
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;
import org.jline.utils.InfoCmp;
import org.jline.utils.OSUtils;

/**
 * The terminal, as JLine opens it: its modes and its size.
 *
 * <p>JLine has it open only while it is ours. An open one would set the modes once more when the program ends, and a
 * stopped program that is told to end would be stopped again for that, being in the background.
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
    private static final int PAIR_MILLIS = 50;

    private final Runnable sizeChanged;
    private final FileOutputStream out = new FileOutputStream(FileDescriptor.out);
    private Terminal terminal;
    private CLibrary.Termios found;
    private volatile Size lastSize = Size.USUAL;

    /** @param sizeChanged told on systems that have no signal for it */
    Tty(Runnable sizeChanged) {
        this.sizeChanged = sizeChanged;
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

    /** Takes it, in raw mode; if it is taken already, makes sure of the mode. */
    synchronized void take() throws IOException {
        JLINE.setLevel(Level.OFF);
        if (terminal == null) {
            open();
        }
        raw();
    }

    private void open() throws IOException {
        try {
            found = OSUtils.IS_WINDOWS ? null : termios();
            terminal = builder().build();
        } catch (IllegalStateException | IOError | LinkageError e) {
            throw new IOException("The terminal cannot be taken over for the full screen.", e);
        }
        terminal.handle(Signal.WINCH, signal -> sizeChanged.run());
    }

    private static TerminalBuilder builder() {
        TerminalBuilder builder = TerminalBuilder.builder()
                .system(true)
                .systemOutput(TerminalBuilder.SystemOutput.SysOut)
                .provider(PROVIDER)
                .dumb(false)
                .nativeSignals(false)
                .signalHandler(Terminal.SignalHandler.SIG_IGN)
                .encoding(StandardCharsets.UTF_8);
        return OSUtils.IS_WINDOWS ? builder : builder.type(withoutCapabilities());
    }

    /** We write no terminfo strings, so JLine need not start infocmp to read them. (On Windows it makes keys of them.) */
    private static String withoutCapabilities() {
        InfoCmp.setLoadedInfoCmp(NO_CAPABILITIES, NO_CAPABILITIES + ",\n");
        return NO_CAPABILITIES;
    }

    /** The size now; the last one known if the terminal is gone or given back. */
    synchronized Size size() {
        if (terminal != null) {
            try {
                lastSize = Size.told(terminal.getWidth(), terminal.getHeight());
            } catch (IOError gone) {
                return lastSize;
            }
        }
        return lastSize;
    }

    /**
     * Puts the modes back as they were found. JLine's last act is to put back its own idea of them, so ours comes after
     * it. Whoever else wants to give the terminal back waits for that, and does nothing more.
     */
    synchronized void giveBack() {
        if (terminal == null) {
            return;
        }
        try {
            terminal.close();
        } catch (IOException | IOError alreadyGone) {
            // nothing is left to be put back
        } finally {
            terminal = null;
            restore();
        }
    }

    /** What the person types. Not through JLine, whose stream takes a hang-up for silence and goes byte by byte. */
    Keyboard.Source input() {
        return OSUtils.IS_WINDOWS
                ? this::oneCharacter
                : new TtyInput(new FileInputStream(FileDescriptor.in), this::rawAgain);
    }

    /** Unbuffered: one write is one frame. */
    void write(byte[] bytes) throws IOException {
        if (OSUtils.IS_WINDOWS) {
            terminal.output().write(bytes);
            terminal.output().flush();
            return;
        }
        out.write(bytes);
    }

    /** Every key arrives as it is, none is acted upon or echoed, and a read waits a tenth of a second at most. */
    private void raw() {
        Attributes raw = terminal.getAttributes();
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

    private synchronized void rawAgain() {
        if (terminal != null) {
            raw();
        }
    }

    private void restore() {
        if (found != null) {
            CLibrary.tcsetattr(STDIN, CLibrary.TCSANOW, found);
        }
    }

    private int oneCharacter(char[] buffer, long millis) throws IOException {
        int character = terminal.reader().read(Math.max(1, millis));
        if (character < 0) {
            return character == -1 ? -1 : 0;
        }
        buffer[0] = (char) character;
        if (!Character.isHighSurrogate(buffer[0])) {
            return 1;
        }
        buffer[1] = (char) Math.max(0, terminal.reader().read(PAIR_MILLIS));
        return 2;
    }

    private void keepLineSpeed() {
        if (found == null) {
            return;
        }
        CLibrary.Termios now = termios();
        now.c_cflag = found.c_cflag;
        now.c_ispeed = found.c_ispeed;
        now.c_ospeed = found.c_ospeed;
        CLibrary.tcsetattr(STDIN, CLibrary.TCSANOW, now);
    }

    private static CLibrary.Termios termios() {
        CLibrary.Termios termios = new CLibrary.Termios();
        CLibrary.tcgetattr(STDIN, termios);
        return termios;
    }
}
