package dev.egresso.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.egresso.TempFolder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** {@code egresso render} as scripts use it: data on stdout, talk on stderr, an exit code that says what happened. */
class RenderIT {
    private static final String ESC = "\u001b";

    @Test
    void the_preset_blog_gives_the_three_specs_of_the_article() {
        CommandResult blog =
                CommandResult.egresso("render", "--preset", "blog").succeeds().says("3 documents");
        List<Map<String, Object>> documents = documents(blog.out());
        assertThat(documents).extracting(document -> document.get("apiVersion")).containsOnly("networking.istio.io/v1");
        assertThat(documents).extracting(document -> document.get("spec")).containsExactlyElementsOf(specs());
        assertThat(documents)
                .extracting(document -> String.valueOf(((Map<?, ?>) document.get("metadata")).get("name")))
                .containsExactly("github", "webserver", "github");
    }

    private static List<Object> specs() {
        return List.of(
                load(
                        """
                        hosts: [raw.githubusercontent.com]
                        ports:
                        - {number: 443, name: https, protocol: TLS}
                        resolution: DNS
                        location: MESH_EXTERNAL
                        """),
                load(
                        """
                        hosts: [webserver]
                        http:
                        - match:
                          - uri: {regex: .*}
                          rewrite:
                            uri: /mcasperson/NodejsProxy/master/externalservice1.txt
                            authority: raw.githubusercontent.com
                          route:
                          - destination:
                              host: raw.githubusercontent.com
                              port: {number: 443}
                        """),
                load(
                        """
                        host: raw.githubusercontent.com
                        trafficPolicy:
                          tls: {mode: SIMPLE}
                        """));
    }

    @Test
    void the_old_api_version_is_written_if_asked_for() {
        CommandResult old = CommandResult.egresso("render", "--preset", "blog", "--api-version", "v1alpha3")
                .succeeds();
        assertThat(documents(old.out()))
                .extracting(document -> document.get("apiVersion"))
                .containsOnly("networking.istio.io/v1alpha3");
    }

    @Test
    void json_says_the_same_as_yaml() throws IOException {
        CommandResult json = CommandResult.egresso("render", "--preset", "one-file", "-o", "json")
                .succeeds();
        CommandResult yaml =
                CommandResult.egresso("render", "--preset", "one-file").succeeds();
        List<Object> items = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(json.out())) {
            while (parser.nextToken() != null) {
                items.add(parser.currentToken());
            }
        }
        assertThat(items).isNotEmpty();
        Object read = load(json.out());
        List<?> documents = read instanceof Map<?, ?> list ? (List<?>) list.get("items") : (List<?>) read;
        assertThat(documents).isEqualTo(documents(yaml.out()));
    }

    @Test
    void comments_change_nothing_for_a_reader_of_yaml() {
        CommandResult plain =
                CommandResult.egresso("render", "--preset", "blog").succeeds();
        CommandResult commented = CommandResult.egresso("render", "--preset", "blog", "--comments")
                .succeeds();
        assertThat(commented.out().lines().filter(row -> row.strip().startsWith("# ")))
                .hasSizeGreaterThan(10);
        assertThat(documents(commented.out())).isEqualTo(documents(plain.out()));
    }

    @Test
    void flags_alone_are_enough_and_talk_stays_on_stderr() {
        CommandResult made = CommandResult.egresso(
                        "render", "--internal-host", "webserver", "--external-url", "https://api.example.com/v1/")
                .succeeds();
        assertThat(documents(made.out())).hasSize(3);
        assertThat(made.err()).contains("3 documents");
    }

    @Test
    void a_missing_answer_is_named_as_its_flag() {
        CommandResult.egresso("render", "--internal-host", "webserver")
                .exits(2)
                .printsNothing()
                .says("--external-url");
    }

    @Test
    void a_refused_answer_is_named_with_the_way_on() {
        CommandResult.egresso("render", "--internal-host", "web_server", "--external-url", "https://a.example.com")
                .exits(65)
                .printsNothing()
                .says("--internal-host", "web-server");
    }

    @ParameterizedTest
    @CsvSource({
        "-o xml, -o takes yaml or json",
        "-o json --comments, no comments",
        "-o json --save x.yaml, stdout",
        "--layout split, --save",
        "--overwrite, --save",
        "--color sometimes, always or never",
        "--nonsense, --help",
        "--preset, --help"
    })
    void a_command_line_that_makes_no_sense_is_refused_with_a_way_on(String arguments, String said) {
        List<String> all = new ArrayList<>(List.of("render", "--preset", "blog"));
        all.addAll(List.of(arguments.split(" ")));
        CommandResult.egresso(all.toArray(String[]::new))
                .exits(2)
                .printsNothing()
                .says(said);
    }

    @Test
    void a_credential_never_comes_back() {
        String secret = "hunter2secret";
        CommandResult refused = CommandResult.egresso(
                "render", "--internal-host", "web", "--external-url", "https://me:" + secret + "@api.example.com/");
        assertThat(refused.out() + refused.err()).doesNotContain(secret);
        CommandResult curl = CommandResult.egresso(
                "render",
                "--internal-host",
                "web",
                "--external-url",
                "curl -u me:" + secret + " https://api.example.com/");
        assertThat(curl.out() + curl.err()).doesNotContain(secret);
        CommandResult half = CommandResult.egresso(
                "render", "--internal-host", "web", "--external-url", "ht!tp://me:" + secret + "@api example/");
        assertThat(half.out() + half.err()).doesNotContain(secret);
    }

    @Test
    void a_reader_that_has_seen_enough_is_no_fault() {
        try (TempFolder folder = TempFolder.create()) {
            String command = String.join(" ", CommandResult.command("render", "--preset", "blog"));
            CommandResult piped = CommandResult.in(folder)
                    .run(List.of("bash", "-c", "(" + command + "; echo exit $? >&2) | head -n 1; sleep 0.2"));
            assertThat(piped.out()).isEqualTo("apiVersion: networking.istio.io/v1\n");
            assertThat(piped.err())
                    .doesNotContain("Exception", "fault of its own")
                    .contains("exit ");
        }
    }

    @Test
    void colour_is_for_terminals_unless_told_otherwise() {
        try (TempFolder folder = TempFolder.create()) {
            String[] plain = {"render", "--preset", "blog"};
            assertThat(CommandResult.in(folder).run(plain).out()).doesNotContain(ESC);
            String[] always = {"render", "--preset", "blog", "--color", "always"};
            String coloured = CommandResult.in(folder).run(always).succeeds().out();
            assertThat(coloured).contains(ESC + "[");
            assertThat(documents(coloured.replaceAll(ESC + "\\[[0-9;]*m", "")))
                    .isEqualTo(documents(CommandResult.in(folder).run(plain).out()));
            assertThat(CommandResult.in(folder)
                            .with("NO_COLOR", "1")
                            .run("render", "--preset", "blog", "--color", "auto")
                            .out())
                    .doesNotContain(ESC);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"internal-host", "external-url", "protocol", "namespace", "name", "timeout", "match-path"})
    void control_characters_in_an_answer_never_reach_a_terminal(String field) {
        CommandResult.egresso(
                        "render", "--preset", "blog", "--" + field, "a" + ESC + "]0;owned\u0007\u009b31m\u202eb\rc")
                .isHarmless();
    }

    @Test
    void control_characters_anywhere_else_never_reach_a_terminal() {
        String hostile = "x" + ESC + "[2J\u0007\u202e\r";
        CommandResult.egresso("render", "--preset", hostile).exits(65).isHarmless();
        CommandResult.egresso("render", "--" + hostile).exits(2).isHarmless();
        CommandResult.egresso("render", "--answers", hostile).exits(65).isHarmless();
        CommandResult.egresso(hostile).exits(2).isHarmless();
        CommandResult.egresso("render", "--preset", "blog", "--color", hostile)
                .exits(2)
                .isHarmless();
        CommandResult.egresso("render", "--preset", "blog", "-o", hostile)
                .exits(2)
                .isHarmless();
        CommandResult.egresso("presets", hostile).exits(65).isHarmless();
        CommandResult.egresso("wizard", "--resume", hostile).isHarmless();
        CommandResult.egresso("render", "--preset", "blog", "--save", "x", "--layout", hostile)
                .exits(2)
                .isHarmless();
        CommandResult.egresso("render", "--preset", "blog", "--save", "x" + hostile + ".yaml")
                .isHarmless();
        CommandResult.egresso("presets", "--presets-dir", hostile).isHarmless();
    }

    /** The longest single argument that Linux takes is 128 KB. */
    @ParameterizedTest
    @ValueSource(strings = {"internal-host", "external-url", "match-path"})
    void a_huge_answer_is_refused_in_a_sentence(String field) {
        CommandResult huge = CommandResult.egresso("render", "--preset", "blog", "--" + field, "a/b.".repeat(32_000));
        assertThat(huge.exit()).as(huge.toString()).isIn(0, 65);
        assertThat(huge.err().lines()).allSatisfy(row -> assertThat(row).hasSizeLessThan(1_000));
    }

    static Object load(String text) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> documents(String text) {
        List<Map<String, Object>> documents = new ArrayList<>();
        new Yaml(new SafeConstructor(new LoaderOptions()))
                .loadAll(text)
                .forEach(document -> documents.add((Map<String, Object>) document));
        return documents;
    }
}
