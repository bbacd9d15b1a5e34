package dev.egresso.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TraceCommandTest {
    private static final String REQUEST = "GET http://webserver/anything?x=1";
    private CommandRun last;

    @Test
    void a_request_that_arrives_is_a_success() {
        assertThat(run("--preset", "blog", "--request", REQUEST)).isEqualTo(Exit.DONE);
        assertThat(out())
                .startsWith(REQUEST + "\nreached: 200 expected\n")
                .contains("VirtualService/spec.http[0].rewrite.uri");
    }

    @Test
    void a_request_that_does_not_arrive_says_what_is_to_blame() {
        int exit = run("--preset", "blog", "--request", "GET https://raw.githubusercontent.com/");
        assertThat(exit).isEqualTo(Exit.FINDINGS);
        assertThat(out()).contains("tls-failure: at TLS, because of DestinationRule/spec.trafficPolicy.tls");
    }

    @Test
    void the_json_has_the_promised_fields_in_order() throws IOException {
        run("--preset", "blog", "--request", REQUEST, "-o", "json");
        assertThat(topFields()).containsExactly("outcome", "status", "flags", "cluster", "upstream", "hops", "assumed");
        assertThat(out())
                .contains("\"outcome\" : \"reached\"")
                .contains("\"status\" : null")
                .contains("\"http\" : \"1.1\"");
    }

    @Test
    void what_is_told_of_the_mesh_counts() {
        String[] strict = {"--preset", "blog", "--request", "GET http://webserver:81/"};
        assertThat(run(with(strict, "--assume", "service=webserver:80/http"))).isEqualTo(Exit.FINDINGS);
        assertThat(out()).contains("passthrough");
        run(with(strict, "--assume", "service=webserver:80/http", "--assume", "outbound-policy=REGISTRY_ONLY"));
        assertThat(out()).contains("blocked");
    }

    @Test
    void headers_belong_to_the_request() {
        run("--preset", "blog", "--request", REQUEST, "--header", "Host: example.org");
        assertThat(out()).contains("nobody is called example.org here");
    }

    @Test
    void what_cannot_be_read_is_a_matter_of_usage() {
        assertThat(run("--preset", "blog")).isEqualTo(Exit.USAGE);
        assertThat(run("--preset", "blog", "--request", "GET redis+x://webserver"))
                .isEqualTo(Exit.USAGE);
        assertThat(run("--preset", "blog", "--request", REQUEST, "--header", "X"))
                .isEqualTo(Exit.USAGE);
        assertThat(run("--preset", "blog", "--request", REQUEST, "--assume", "weather=fine"))
                .isEqualTo(Exit.USAGE);
        assertThat(run("--preset", "blog", "--request", REQUEST, "-o", "xml")).isEqualTo(Exit.USAGE);
        assertThat(out()).isEmpty();
    }

    @Test
    void nothing_that_a_terminal_would_obey_gets_out() {
        run("--preset", "blog", "--request", REQUEST, "--header", "Host: a\u001b]0;x\u0007\u202eb");
        assertThat(out()).doesNotContain("\u001b").doesNotContain("\u0007").doesNotContain("\u202e");
    }

    private static String[] with(String[] first, String... more) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private int run(String... arguments) {
        String[] all = with(new String[] {"trace"}, arguments);
        last = CommandRun.in(Path.of("").toAbsolutePath(), Map.of(), "", false, all);
        return last.exit();
    }

    private String out() {
        return last.out();
    }

    private List<String> topFields() throws IOException {
        List<String> fields = new ArrayList<>();
        int depth = 0;
        try (JsonParser json = new JsonFactory().createParser(out())) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (token == JsonToken.FIELD_NAME && depth == 1) {
                    fields.add(json.currentName());
                }
            }
        }
        return fields;
    }
}
