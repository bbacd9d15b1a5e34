package dev.egresso.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A token in a file, which whoever writes it renews: read for each request, and the last good one lasts. */
final class TokenFile implements Credentials {
    private final Path file;
    private String last;

    /** @param last what to say where the file cannot be read; empty for a file that must be there */
    TokenFile(Path file, String last) {
        this.file = file;
        this.last = last;
    }

    @Override
    public synchronized String authorization() {
        String token = read();
        last = token.isEmpty() ? last : token;
        if (last.isEmpty()) {
            throw Troubled.of("token-unreadable", "file", file.toString());
        }
        return "Bearer " + last;
    }

    private String read() {
        try {
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            return "";
        }
    }
}
