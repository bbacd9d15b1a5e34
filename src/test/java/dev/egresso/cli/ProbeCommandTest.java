package dev.egresso.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.TempFolder;
import dev.egresso.probe.Authority;
import dev.egresso.probe.Loopback;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProbeCommandTest {
    private static final Authority ROOT = new Authority("Test Root");

    private final TempFolder folder = TempFolder.create();
    private Loopback server;

    @AfterEach
    void end() {
        folder.close();
        if (server != null) {
            server.close();
        }
    }

    private CommandRun run(String... words) {
        folder.write("ca.pem", ROOT.pem());
        String[] all = new String[words.length + 1];
        all[0] = "probe";
        for (int i = 0; i < words.length; i++) {
            all[i + 1] = words[i].replace("PORT", server == null ? "" : "" + server.port());
        }
        return CommandRun.of(folder, Map.of(), null, all);
    }

    private static Loopback secure(String name, Loopback.Manner manner) {
        return Loopback.tls(ROOT.identity(name), List.of("http/1.1"), manner);
    }

    @Test
    void what_fits_ends_with_0_and_says_what_it_means_for_the_resources() {
        server = secure("localhost", Loopback.saying("HTTP/1.1 200 OK", "Server: te\u0007st"));
        CommandRun run = run("localhost:PORT/v1/thing.txt?key=1", "--trust", "ca.pem");
        assertThat(run.exit()).as(run.err() + run.out()).isZero();
        assertThat(run.out())
                .startsWith("localhost " + server.port() + "\nReached, and it fits the answers.\n")
                .contains("  TLS          TLSv1.3, asked for localhost\n")
                .contains("DestinationRule tls: mode SIMPLE, sni localhost.\n")
                .contains("HTTP/1.1 200, te?st");
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
        assertThat(run.err()).contains("without credentials");
    }

    @Test
    void what_does_not_fit_comes_first_and_ends_with_79() {
        server = secure("other.example", Loopback.saying("HTTP/1.1 404 Not Found"));
        CommandRun run = run("https://localhost:PORT/v1/thing.txt", "--trust", "ca.pem");
        assertThat(run.exit()).isEqualTo(79);
        assertThat(run.out().lines().skip(1).limit(7))
                .containsExactly(
                        "Reached; 2 to look at.",
                        "",
                        "x The certificate has none of the names that the DestinationRule pins",
                        "  (localhost), but other.example.",
                        "    Pin one of those. As it is, requests end with 503 UF. (--subject-alt-names)",
                        "! /v1/thing.txt is not there (404).",
                        "    With these answers apps are led to that path. Look at the external URL and");
    }

    @Test
    void a_request_of_an_app_is_led_outside_as_the_answers_lead_it() {
        server = secure("localhost", Loopback.saying("HTTP/1.1 404 Not Found"));
        CommandRun run = run(
                "https://localhost:PORT/v1/",
                "--internal-host",
                "webserver",
                "--request",
                "GET http://webserver/users?page=2",
                "--trust",
                "ca.pem");
        assertThat(server.requests().get(0)).startsWith("GET /v1/users?page=2 HTTP/1.1\r\n");
        assertThat(run.exit()).isEqualTo(79);
    }

    @Test
    void who_is_not_reached_ends_with_69() {
        server = Loopback.plain(Loopback.saying(""));
        server.close();
        CommandRun run = run("https://127.0.0.1:PORT/");
        assertThat(run.exit()).isEqualTo(69);
        assertThat(run.out()).contains("Not reached from this machine.", "x 127.0.0.1 refuses connections");
    }

    @Test
    void json_has_every_field() {
        server = secure("localhost", Loopback.saying("HTTP/1.1 302 Found", "Location: /elsewhere"));
        CommandRun run = run("https://localhost:PORT/", "--trust", "ca.pem", "-o", "json");
        assertThat(run.exit()).isEqualTo(79);
        assertThat(run.out())
                .contains("\"reached\" : true")
                .contains("\"failure\" : null")
                .contains("\"sni\" : \"localhost\"")
                .contains("\"trusted\" : true")
                .contains("\"issuer\" : \"Test Root\"")
                .contains("\"status\" : 302")
                .contains("\"id\" : \"redirect-path\"");
    }

    @Test
    void what_cannot_be_asked_is_refused_before_anything_is() {
        assertThat(run().exit()).isEqualTo(2);
        assertThat(run("https://user:pw@api.example.com").exit()).isEqualTo(65);
        assertThat(run("https://*.example.com").err()).contains("one of its hosts");
        assertThat(run("tcp://db.example.com").exit()).isEqualTo(65);
        assertThat(run("https://api.example.com", "-o", "xml").exit()).isEqualTo(2);
        CommandRun trust = run("https://127.0.0.1:1/", "--trust", "missing.pem");
        assertThat(trust.exit()).isEqualTo(65);
        assertThat(trust.err()).contains("missing.pem");
    }
}
