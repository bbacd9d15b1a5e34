package dev.egresso.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads texts that others wrote, of which nothing is sure: not that they are there, nor their size or encoding. */
public final class TextFiles {
    private TextFiles() {}

    /**
     * A pipe or device will do, so that a shell's {@code <(...)} can be read; no more than the limit is taken from it.
     *
     * @param limit in bytes
     */
    public static TextRead read(Path path, long limit) {
        try {
            if (Files.isDirectory(path)) {
                return new Refused(path, Obstacle.IS_FOLDER, "");
            }
            byte[] bytes = bytes(path, limit);
            return bytes.length > limit
                    ? new Refused(path, Obstacle.TOO_LARGE, String.valueOf(limit))
                    : decoded(path, bytes);
        } catch (IOException trouble) {
            return Refused.reading(path, trouble);
        }
    }

    /** One byte more than the limit tells that there is more. */
    static byte[] bytes(Path path, long limit) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes((int) Math.min(limit + 1, Integer.MAX_VALUE - 8));
        }
    }

    private static TextRead decoded(Path path, byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        return result.isError()
                ? new Refused(path, Obstacle.NOT_UTF8, String.valueOf(in.position()))
                : new TextRead.Text(out.flip().toString());
    }
}
