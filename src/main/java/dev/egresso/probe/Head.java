package dev.egresso.probe;

import dev.egresso.outside.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The head of an answer in HTTP/1.1: as much of it as is needed, in bounded time. */
record Head(String version, int status, Map<String, String> fields) {
    /** Envoy's own limit is 60 KiB for all headers ({@code max_request_headers_kb}). */
    private static final int LARGEST = 64 * 1024;

    private static final int TLS_ALERT = 0x15;
    private static final int TLS_HANDSHAKE = 0x16;

    Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name)).filter(value -> !value.isEmpty());
    }

    /** Interim answers are passed over. @param patience for all of it, however slowly it trickles */
    static Head read(Socket socket, Duration patience) throws IOException, Failed {
        Reader reader = new Reader(socket, patience);
        Head head = of(reader.head());
        for (int interim = 0; head.status < 200 && head.status != 101 && interim < 5; interim++) {
            head = of(reader.head());
        }
        return head;
    }

    private static Head of(String text) throws Failed {
        String[] lines = text.split("\r?\n");
        String[] words = lines[0].split(" ", 3);
        if (!words[0].matches("HTTP/1\\.[01]") || words.length < 2 || !words[1].matches("[1-9][0-9]{2}")) {
            throw new Failed(Fault.Kind.NOT_HTTP);
        }
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            if (colon > 0) {
                String name = lines[i].substring(0, colon).toLowerCase(Locale.ROOT);
                fields.putIfAbsent(name, lines[i].substring(colon + 1).strip());
            }
        }
        return new Head(words[0], Integer.parseInt(words[1]), fields);
    }

    /** Reads bytes until an empty line, watching the clock. */
    private static final class Reader {
        private final Socket socket;
        private final InputStream in;
        private final long end;

        Reader(Socket socket, Duration patience) throws IOException {
            this.socket = socket;
            this.in = socket.getInputStream();
            this.end = System.nanoTime() + patience.toNanos();
        }

        String head() throws IOException, Failed {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            int newlines = 0;
            while (newlines < 2) {
                int next = next();
                if (next < 0) {
                    throw new Failed(bytes.size() == 0 ? Fault.Kind.CUT : Fault.Kind.NOT_HTTP);
                }
                if (bytes.size() == 0 && (next == TLS_ALERT || next == TLS_HANDSHAKE)) {
                    throw new Failed(Fault.Kind.IS_TLS);
                }
                if (bytes.size() < 5 && next != "HTTP/".charAt(bytes.size())) {
                    throw new Failed(Fault.Kind.NOT_HTTP);
                }
                if (bytes.size() >= LARGEST) {
                    throw new Failed(Fault.Kind.TOO_LARGE);
                }
                bytes.write(next);
                newlines = next == '\n' ? newlines + 1 : next == '\r' ? newlines : 0;
            }
            return bytes.toString(StandardCharsets.ISO_8859_1);
        }

        private int next() throws IOException, Failed {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new Failed(Fault.Kind.TIMEOUT);
            }
            socket.setSoTimeout((int) left);
            return in.read();
        }
    }
}
