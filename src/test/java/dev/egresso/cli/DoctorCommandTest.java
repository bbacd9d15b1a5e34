package dev.egresso.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command from what is pasted to its exit code. */
class DoctorCommandTest {
    private static final Path SYMPTOMS = Path.of("src/test/resources/symptoms").toAbsolutePath();
    private static final String REFUSED = "503 UF CERTIFICATE_VERIFY_FAILED";

    @TempDir
    private Path folder;

    private String stdin = "";
    private CommandRun last;
    private boolean person;

    @BeforeEach
    void resources() throws IOException {
        Files.createDirectories(folder.resolve("k8s"));
        Files.copy(SYMPTOMS.resolve("sni-from-internal-name").resolve("one.yaml"), folder.resolve("k8s/set.yaml"));
    }

    private int run(String... arguments) {
        String[] words =
                Stream.concat(Stream.of("doctor"), Stream.of(arguments)).toArray(String[]::new);
        last = CommandRun.in(folder, Map.of(), stdin, person, words);
        return last.exit();
    }

    private String out() {
        return last.out();
    }

    private String err() {
        return last.err();
    }

    @Test
    void a_text_alone_gets_causes_with_evidence_remedy_and_a_way_to_confirm() {
        assertThat(run(REFUSED)).isZero();
        assertThat(out())
                .contains("1  SNI and certificate check follow the internal Host")
                .contains("[possible]")
                .contains("text     \"CERTIFICATE_VERIFY_FAILED\": the certificate of the other side was")
                .contains("fix      Write sni: HOST and subjectAltNames: [HOST]")
                .contains("confirm  istioctl proxy-config cluster POD");
        assertThat(err()).isEmpty();
    }

    @Test
    void with_resources_the_line_and_the_value_to_write_are_told() {
        assertThat(run(REFUSED, "k8s")).isZero();
        assertThat(out())
                .contains("Traced: GET http://webserver/hello ends in tls-failure 503 UF,URX")
                .contains("[proved: the traced request meets it]")
                .contains("line     k8s/set.yaml:20 VirtualService/default/webserver")
                .contains("spec.http[0].rewrite.authority: raw.githubusercontent.com")
                .contains("confirm  egresso trace k8s --request \"GET http://webserver/hello\"");
    }

    @Test
    void every_row_fits_into_eighty_columns() {
        run(REFUSED, "k8s");
        assertThat(out().lines()).allMatch(row -> row.length() < 80);
    }

    @Test
    void words_without_quotes_are_one_text() {
        assertThat(run("503", "NC")).isZero();
        assertThat(out()).contains("1  The destination of the route is not registered (503 NC)");
    }

    @Test
    void a_log_is_read_from_stdin_from_a_dash_or_from_a_file() throws IOException {
        stdin = REFUSED;
        assertThat(run()).isZero();
        String alone = out();
        assertThat(run("-")).isZero();
        assertThat(out()).isEqualTo(alone);
        Files.writeString(folder.resolve("proxy.log"), REFUSED);
        stdin = "";
        assertThat(run("proxy.log")).isZero();
        assertThat(out()).isEqualTo(alone);
    }

    @Test
    void stdin_is_the_text_where_only_resources_are_named_and_resources_where_the_text_is() throws IOException {
        stdin = REFUSED;
        assertThat(run("k8s")).isZero();
        String with = out().replace("k8s/set.yaml", "stdin").replace("trace k8s", "trace -");
        stdin = Files.readString(folder.resolve("k8s/set.yaml"));
        assertThat(run(REFUSED, "-")).isZero();
        assertThat(out()).contains("line     stdin:20 VirtualService/default/webserver spec.http[0].rewrite");
        assertThat(with).contains("stdin:20");
    }

    @Test
    void a_json_log_in_a_file_is_a_log_and_not_a_resource() throws IOException {
        Files.writeString(
                folder.resolve("access.json"),
                "{\"response_code\":503,\"response_flags\":\"NC\",\"response_code_details\":\"cluster_not_found\"}");
        assertThat(run("access.json")).isZero();
        assertThat(out()).contains("503 NC");
    }

    @Test
    void the_json_has_every_field() throws IOException {
        assertThat(run(REFUSED, "k8s/set.yaml", "-o", "json")).isZero();
        assertThat(fields())
                .contains(
                        "symptom",
                        "request",
                        "outcome",
                        "causes",
                        "id",
                        "standing",
                        "evidence",
                        "file",
                        "line",
                        "fix",
                        "confirm");
        assertThat(out()).contains("\"standing\" : \"proved\"").contains("\"line\" : 20");
    }

    private List<String> fields() throws IOException {
        List<String> fields = new ArrayList<>();
        try (JsonParser json = new JsonFactory().createParser(out())) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.FIELD_NAME) {
                    fields.add(json.currentName());
                }
            }
        }
        return fields;
    }

    @Test
    void a_text_without_a_symptom_gets_a_way_on() {
        assertThat(run("hello")).isEqualTo(Exit.BAD_INPUT);
        assertThat(out()).isEmpty();
        assertThat(err()).contains("no symptom that is known").contains("kubectl logs POD -c istio-proxy");
    }

    @Test
    void without_any_text_it_says_how_to_give_one_and_does_not_wait() {
        assertThat(run()).isEqualTo(Exit.USAGE);
        person = true;
        assertThat(run()).isEqualTo(Exit.USAGE);
        assertThat(run("k8s")).isEqualTo(Exit.USAGE);
        assertThat(out()).isEmpty();
        assertThat(err()).contains("egresso doctor \"503 UF\"").contains("Ctrl-D");
    }

    @Test
    void a_file_that_is_not_there_is_said_to_be_missing() {
        assertThat(run(REFUSED, "missing.yaml")).isEqualTo(Exit.BAD_INPUT);
        assertThat(err()).contains("There is no file or folder missing.yaml.");
    }

    @Test
    void resources_that_cannot_be_read_stop_it_with_their_line() throws IOException {
        Files.writeString(folder.resolve("broken.yaml"), "kind: [");
        assertThat(run(REFUSED, "broken.yaml")).isEqualTo(Exit.BAD_INPUT);
        assertThat(err()).contains("broken.yaml").contains("Nothing was looked into");
    }

    @Test
    void nothing_that_a_terminal_would_obey_gets_out() {
        run("\u001b]0;x\u0007503 UF \u001b[31mCERTIFICATE_VERIFY_FAILED\u202e Host: a\u009bb");
        assertThat(out())
                .doesNotContain("\u001b")
                .doesNotContain("\u0007")
                .doesNotContain("\u202e")
                .doesNotContain("\u009b");
    }

    @Test
    void what_is_told_of_the_mesh_counts() {
        assertThat(run("curl: (6) Could not resolve host: webserver", "k8s", "--assume", "service=none"))
                .isZero();
        assertThat(out()).contains("1  webserver has no address");
        assertThat(run(REFUSED, "--assume", "weather=fine")).isEqualTo(Exit.USAGE);
        assertThat(run(REFUSED, "-o", "xml")).isEqualTo(Exit.USAGE);
    }
}
