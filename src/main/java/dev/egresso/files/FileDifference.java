package dev.egresso.files;

import dev.egresso.yaml.TextDifference;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * How a file that is in the way differs from what would be written.
 *
 * @param difference of the texts without regard to carriage returns; without rows if the old one cannot be shown
 */
public record FileDifference(Path path, Old old, TextDifference difference) {

    /** What is special about the file in the way, beyond its lines. */
    public enum Old {
        PLAIN("plain"),
        /** Its lines end in carriage return and line feed; without, it may even be the same. */
        CRLF("crlf"),
        /** Shown with a replacement sign for each byte that makes no sense. */
        NOT_UTF8("not-utf8"),
        TOO_LARGE("too-large"),
        UNREADABLE("unreadable");

        private final String id;

        Old(String id) {
            this.id = id;
        }

        /** The id of the sentence for it. */
        public String id() {
            return id;
        }
    }

    static FileDifference unshown(Path path, Old old) {
        return new FileDifference(path, old, TextDifference.between("", ""));
    }

    static FileDifference between(Path path, byte[] oldBytes, String newText) {
        String text = new String(oldBytes, StandardCharsets.UTF_8);
        Old old = text.contains("\r\n") ? Old.CRLF : Old.PLAIN;
        return new FileDifference(
                path,
                isUtf8(oldBytes) ? old : Old.NOT_UTF8,
                TextDifference.between(text.replace("\r\n", "\n"), newText.replace("\r\n", "\n")));
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException broken) {
            return false;
        }
    }
}
