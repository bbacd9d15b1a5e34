package dev.egresso.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * Reads UTF-8 from a terminal in raw mode, where a read that finds nothing returns empty-handed after a tenth of a second.
 * A terminal that has hung up returns empty-handed too, but at once; that is how the two are told apart.
 */
final class TtyInput implements Keyboard.Source {
    private static final long RAW_READ_MILLIS = 100;
    private static final long POLL_MILLIS = 4;
    private static final long AT_ONCE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final int DOUBTFUL = 5;
    private static final int CERTAIN = 10;

    private final InputStream in;
    private final Runnable rawAgain;
    private final byte[] bytes = new byte[8192];
    private final ByteBuffer undecoded = ByteBuffer.allocate(bytes.length + 8).limit(0);
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private int emptyAtOnce;

    /** @param rawAgain puts the terminal in raw mode, in case somebody changed that behind our back */
    TtyInput(InputStream in, Runnable rawAgain) {
        this.in = in;
        this.rawAgain = rawAgain;
    }

    @Override
    public int read(char[] buffer, long millis) throws IOException {
        try {
            return millis >= RAW_READ_MILLIS || isReady(millis) ? readRaw(buffer) : 0;
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException hungUp) {
            return -1;
        }
    }

    /** A wait shorter than the terminal's own can only be made of short sleeps. */
    private boolean isReady(long millis) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (in.available() == 0) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            sleep(Math.min(POLL_MILLIS, left));
        }
        return true;
    }

    private int readRaw(char[] buffer) throws IOException {
        long start = System.nanoTime();
        int count = in.read(bytes);
        if (count > 0) {
            emptyAtOnce = 0;
            return decode(count, buffer);
        }
        return System.nanoTime() - start < AT_ONCE_NANOS ? emptyAtOnce() : silence();
    }

    private int silence() {
        emptyAtOnce = 0;
        return 0;
    }

    private int emptyAtOnce() throws IOException {
        emptyAtOnce++;
        if (emptyAtOnce == DOUBTFUL) {
            rawAgain.run();
        }
        if (emptyAtOnce >= CERTAIN) {
            return -1;
        }
        sleep(POLL_MILLIS);
        return 0;
    }

    private int decode(int count, char[] buffer) {
        undecoded.compact().put(bytes, 0, count).flip();
        CharBuffer characters = CharBuffer.wrap(buffer);
        decoder.decode(undecoded, characters, false);
        return characters.position();
    }

    private static void sleep(long millis) throws InterruptedIOException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for a key");
        }
    }
}
