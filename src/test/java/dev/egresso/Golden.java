package dev.egresso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.egresso.yaml.TextDifference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Pictures that a person has looked at. {@code mvn test -Dgolden=update} takes new ones, to be read in the diff before they
 * are committed; a build machine refuses to.
 */
public final class Golden {
    private static final Path FOLDER = Path.of("src/test/resources/golden");

    private Golden() {}

    /** The text is that of the file, letter by letter. */
    public static void matches(String name, String text) {
        Path file = FOLDER.resolve(name);
        try {
            if ("update".equals(System.getProperty("golden"))) {
                if (System.getenv("CI") != null) {
                    fail("golden files are not updated where CI is set");
                }
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            }
            assertThat(Files.exists(file))
                    .as("%s is there; mvn test -Dgolden=update makes it", file)
                    .isTrue();
            String taken = Files.readString(file);
            if (!text.equals(taken)) {
                fail("%s; mvn test -Dgolden=update takes a new one%n%s"
                        .formatted(file, TextDifference.between(taken, text).unified(name, "now")));
            }
        } catch (IOException unreadable) {
            throw new AssertionError(file.toString(), unreadable);
        }
    }
}
