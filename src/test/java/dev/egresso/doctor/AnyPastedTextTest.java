package dev.egresso.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.mesh.Surroundings;
import dev.egresso.yaml.ManifestReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is pasted: nothing is thrown, nothing secret comes out, and colours and line breaks make no difference. */
class AnyPastedTextTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "symptoms");
    private static final String ENTRY = SymptomTextsTest.texts(
                    FOLDER.resolve("sni-from-internal-name").resolve("one.txt"))
            .get(0);

    @Property(tries = 300)
    void any_text_is_read(@ForAll("pieces") String text) {
        Diagnosis diagnosis = Doctor.diagnose(text, SymptomTextsTest.KNOWLEDGE);
        assertThat(diagnosis.suspects()).allMatch(suspect -> !suspect.evidence().isEmpty());
    }

    @Provide
    Arbitrary<String> pieces() {
        Arbitrary<String> known = Arbitraries.of(
                "503 UF",
                "\"- - -\" 0 UH",
                "{\"response_code\":",
                "curl: (35)",
                "outbound|443||",
                "[2024-01-01T00:00:00Z] \"GET",
                "\u001b[31m",
                "\\",
                "\"",
                "{",
                "}",
                "\n",
                "https://",
                "://a:b@",
                "240.240.1.1:",
                "HTTP/1.1",
                "| ",
                "*",
                "'");
        return Arbitraries.oneOf(known, Arbitraries.strings().ofMaxLength(20))
                .list()
                .ofMaxSize(12)
                .map(pieces -> String.join("", pieces));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization: Bearer abc.SECRET-1.def\ncurl: (6) Could not resolve host: webserver",
                "curl -u admin:SECRET-2 https://api.example.com\ncurl: (35) wrong version number",
                "Get \"https://user:SECRET-3@api.example.com/x?token=SECRET-4&a=1\": http: server gave HTTP response to HTTPS client",
                "{\"authority\":\"webserver\",\"response_code\":503,\"response_flags\":\"UF\",\"authorization\":\"Basic SECRET5aaaa\","
                        + "\"path\":\"/x?api_key=SECRET-6\",\"cookie\":\"sid=SECRET-7\"}",
                "> Cookie: session=SECRET-8\n> X-Api-Key: SECRET-9\n< HTTP/1.1 404 Not Found\n< set-cookie: a=SECRET-10\n< x-envoy-upstream-service-time: 3",
                "password=SECRET-11 FATAL: password authentication failed host=db.example.com:5432"
            })
    void secrets_are_never_told(String text) {
        Diagnosis diagnosis = Doctor.diagnose(text, SymptomTextsTest.KNOWLEDGE);
        assertThat(diagnosis.isKnown()).isTrue();
        assertThat(diagnosis.toString()).doesNotContain("SECRET");
    }

    @Test
    void colours_prefixes_and_quotes_make_no_difference() {
        List<String> expected = causes(ENTRY);
        assertThat(causes("\u001b[32m[pod/app-1/istio-proxy]\u001b[0m " + ENTRY))
                .isEqualTo(expected);
        assertThat(causes("2024-05-11T15:17:25.1Z stdout F " + ENTRY)).isEqualTo(expected);
        assertThat(causes("{\"log\":\"" + ENTRY.replace("\"", "\\\"") + "\\n\",\"stream\":\"stdout\"}"))
                .isEqualTo(expected);
        assertThat(causes(ENTRY.replace('"', '\u201d'))).isEqualTo(expected);
        assertThat(causes(ENTRY.replace(" ", "\u00a0"))).isEqualTo(expected);
        assertThat(causes("> " + ENTRY)).isEqualTo(expected);
    }

    @Test
    void broken_lines_make_no_difference() {
        List<String> expected = causes(ENTRY);
        for (int width = 60; width <= 200; width += 7) {
            assertThat(causes(wrapped(ENTRY, width))).as("at %s", width).isEqualTo(expected);
        }
        String words = ENTRY.replaceAll("(.{50,90}) ", "$1\n");
        assertThat(causes(words)).isEqualTo(expected);
    }

    @Test
    void healthy_entries_beside_it_make_no_difference() {
        String healthy = ENTRY.replaceAll("503 UF,URX \\S+ - \"[^\"]*\"", "200 - via_upstream - \"-\"");
        assertThat(healthy).contains("200 - via_upstream");
        assertThat(causes(healthy + "\n" + ENTRY + "\n" + healthy)).isEqualTo(causes(ENTRY));
    }

    @Test
    void the_same_goes_with_resources_at_hand() throws IOException {
        String yaml = Files.readString(FOLDER.resolve("double-tls").resolve("one.yaml"));
        var set = ManifestReader.read("set.yaml", yaml.getBytes(StandardCharsets.UTF_8));
        for (Path file : SymptomTextsTest.alone()) {
            for (String text : SymptomTextsTest.texts(file)) {
                assertThat(Doctor.diagnose(text, SymptomTextsTest.KNOWLEDGE, set.manifests(), Surroundings.unknown())
                                .suspects())
                        .as(text)
                        .isNotEmpty();
            }
        }
    }

    private static String wrapped(String text, int width) {
        return text.replaceAll("(.{" + width + "})", "$1\n");
    }

    private static List<String> causes(String text) {
        return Doctor.diagnose(text, SymptomTextsTest.KNOWLEDGE).suspects().stream()
                .limit(3)
                .map(suspect -> suspect.cause().id())
                .collect(Collectors.toList());
    }
}
