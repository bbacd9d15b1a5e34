package dev.egresso.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.terminal.TerminalEvent.Closed;
import dev.egresso.terminal.TerminalEvent.Key;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class KeyboardTest {
    private static final String SILENCE = "";

    @Test
    void escape_is_told_after_a_short_silence() throws IOException {
        Keyboard keyboard = sending("\u001b");
        long start = System.nanoTime();
        assertThat(keyboard.read(Duration.ofSeconds(5))).contains(Key.of(KeyCode.ESCAPE));
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(40), Duration.ofMillis(1000));
    }

    @Test
    void a_tail_that_comes_20_ms_late_belongs_to_its_escape() throws IOException {
        Keyboard keyboard = new Keyboard(new Script("\u001b", "20", "[A"));
        assertThat(keyboard.read(Duration.ofSeconds(5))).contains(Key.of(KeyCode.UP));
    }

    @Test
    void nothing_in_time_is_no_event_and_half_a_key_is_kept() throws IOException {
        Keyboard keyboard = sending("\u001b", "[B");
        assertThat(keyboard.read(Duration.ZERO)).isEmpty();
        assertThat(keyboard.read(Duration.ofMillis(5))).contains(Key.of(KeyCode.DOWN));
        assertThat(keyboard.read(Duration.ofMillis(5))).isEmpty();
    }

    @Test
    void the_end_is_told_again_and_again_after_all_keys() throws IOException {
        Keyboard keyboard = new Keyboard(new Script("a\u001b", "end"));
        assertThat(keyboard.read(Duration.ofSeconds(5))).contains(Key.typing('a'));
        assertThat(keyboard.read(Duration.ofSeconds(5))).contains(Key.of(KeyCode.ESCAPE));
        assertThat(keyboard.read(Duration.ofSeconds(5))).contains(new Closed());
        assertThat(keyboard.read(Duration.ofSeconds(5))).contains(new Closed());
    }

    @Test
    void characters_split_between_two_reads_are_put_together() throws IOException {
        byte[] rocket = "🚀".getBytes(StandardCharsets.UTF_8);
        TtyInput input = new TtyInput(
                new Bytes(List.of(new byte[] {rocket[0], rocket[1]}, new byte[] {rocket[2], rocket[3], 'x'})),
                () -> {});
        Keyboard keyboard = new Keyboard(input);
        assertThat(keyboard.read(Duration.ofSeconds(5))).contains(Key.typing(0x1f680));
        assertThat(keyboard.read(Duration.ofSeconds(5))).contains(Key.typing('x'));
    }

    @Test
    void bytes_that_are_no_utf_8_become_the_replacement_character() throws IOException {
        TtyInput input = new TtyInput(new Bytes(List.of(new byte[] {(byte) 0xe9, 'a'})), () -> {});
        assertThat(new Keyboard(input).read(Duration.ofSeconds(5))).contains(Key.typing(0xfffd));
    }

    @Test
    void a_terminal_that_gives_nothing_at_once_has_hung_up() throws IOException {
        AtomicInteger rawAgain = new AtomicInteger();
        TtyInput input = new TtyInput(new Bytes(List.of()), rawAgain::incrementAndGet);
        assertThat(new Keyboard(input).read(Duration.ofSeconds(5))).contains(new Closed());
        assertThat(rawAgain)
                .as("first it is made sure that nobody changed the modes")
                .hasValue(1);
    }

    @Test
    void a_terminal_that_cannot_be_read_has_hung_up() throws IOException {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("Input/output error");
            }
        };
        Keyboard keyboard = new Keyboard(new TtyInput(broken, () -> {}));
        assertThat(keyboard.read(Duration.ofSeconds(5))).contains(new Closed());
    }

    private static Keyboard sending(String... pieces) {
        return new Keyboard(new Script(pieces));
    }

    /** Sends its pieces one per read; a number is a pause in milliseconds, "end" is the end. */
    private static final class Script implements Keyboard.Source {
        private final Deque<String> pieces;

        Script(String... pieces) {
            this.pieces = new ArrayDeque<>(List.of(pieces));
        }

        @Override
        public int read(char[] buffer, long millis) {
            String piece = pieces.isEmpty() ? SILENCE : pieces.poll();
            if (piece.equals("end")) {
                return -1;
            }
            if (piece.isEmpty() || piece.chars().allMatch(Character::isDigit)) {
                sleep(piece.isEmpty() ? millis : Long.parseLong(piece));
                return 0;
            }
            piece.getChars(0, piece.length(), buffer, 0);
            return piece.length();
        }

        private static void sleep(long millis) {
            try {
                Thread.sleep(millis);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** A terminal that gives these bytes, then nothing, at once. */
    private static final class Bytes extends InputStream {
        private final Deque<byte[]> pieces;

        Bytes(List<byte[]> pieces) {
            this.pieces = new ArrayDeque<>(pieces);
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException("too slow");
        }

        @Override
        public int available() {
            return pieces.isEmpty() ? 0 : pieces.peek().length;
        }

        @Override
        public int read(byte[] buffer) {
            if (pieces.isEmpty()) {
                return -1;
            }
            byte[] piece = pieces.poll();
            System.arraycopy(piece, 0, buffer, 0, piece.length);
            return piece.length;
        }
    }
}
