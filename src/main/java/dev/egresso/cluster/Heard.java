package dev.egresso.cluster;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;

/** What a program says on one of its streams, as far as it came; a program of its own that holds the stream open is not waited for. */
final class Heard {
    private static final int MOST_BYTES = 1 << 20;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Thread listening;

    private Heard(InputStream stream, Consumer<String> further) {
        listening = new Thread(() -> listen(stream, further), "exec-plugin");
        listening.setDaemon(true);
    }

    /** @param further told each line as it comes */
    static Heard from(InputStream stream, Consumer<String> further) {
        Heard heard = new Heard(stream, further);
        heard.listening.start();
        return heard;
    }

    /** To the end, since a program that nobody listens to stands still. */
    private void listen(InputStream stream, Consumer<String> further) {
        byte[] buffer = new byte[8192];
        int told = 0;
        try (stream) {
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                keep(buffer, read);
                told = tell(told, further);
            }
        } catch (IOException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void keep(byte[] buffer, int count) {
        bytes.write(buffer, 0, Math.min(count, MOST_BYTES - bytes.size()));
    }

    /** The lines that are whole by now. @return how much of the text has been told */
    private int tell(int told, Consumer<String> further) {
        String text = text();
        int end = text.lastIndexOf('\n');
        if (end < told) {
            return told;
        }
        text.substring(told, end).lines().forEach(further);
        return end + 1;
    }

    void await(Duration longest) throws InterruptedException {
        listening.join(longest.toMillis());
    }

    synchronized String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** What it says last is mostly why; what it hands out never stands on stderr. */
    String lastLine() {
        return text().strip().lines().reduce((first, second) -> second).orElse("");
    }
}
