package dev.egresso.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.egresso.TempFolder;
import dev.egresso.mesh.Answers;
import dev.egresso.mesh.FieldId;
import dev.egresso.mesh.Surroundings;
import dev.egresso.outside.Aim;
import dev.egresso.outside.Attempt;
import dev.egresso.outside.Certificate;
import dev.egresso.outside.Distrust;
import dev.egresso.outside.Exchange;
import dev.egresso.outside.Fault;
import dev.egresso.outside.Finding;
import dev.egresso.outside.Found;
import dev.egresso.outside.Hello;
import dev.egresso.outside.Judgement;
import dev.egresso.outside.OwnWord;
import dev.egresso.trace.Journey;
import dev.egresso.wizard.Outcome;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a probe says of servers that are as they should be, and of servers that are not. */
class ProbeTest {
    private static final Authority ROOT = new Authority("Test Root");
    private static final Authority BETWEEN = ROOT.below("Test Intermediate");
    private static final Patience LONG = new Patience(
            Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofSeconds(30));
    /** Where a server keeps silent, so that it ends at all; where it answers, a slow machine may need more. */
    private static final Patience SHORT =
            new Patience(Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofSeconds(2), Duration.ofSeconds(5));

    private static final Loopback.Manner FINE = Loopback.saying("HTTP/1.1 200 OK", "Server: test", "Content-Length: 0");

    private final TempFolder folder = TempFolder.create();
    private Loopback server;

    @AfterEach
    void end() {
        folder.close();
        if (server != null) {
            server.close();
        }
    }

    private Found probe(String url, String... more) {
        return new Probe(LONG, trust(), Map.of()).of(aim(url, more), (step, about) -> {});
    }

    private Found hurried(String url) {
        return new Probe(SHORT, trust(), Map.of()).of(aim(url), (step, about) -> {});
    }

    private Trust trust() {
        folder.write("ca.pem", ROOT.pem());
        try {
            return Trust.of(folder.file("ca.pem"));
        } catch (IOException | CertificateException trouble) {
            throw new IllegalStateException(trouble);
        }
    }

    private Aim aim(String url, String... more) {
        Answers answers = Answers.none()
                .with(FieldId.INTERNAL_HOST, "webserver")
                .with(FieldId.EXTERNAL_URL, url.replace("PORT", Integer.toString(server.port())));
        for (int i = 0; i < more.length; i += 2) {
            answers = answers.with(FieldId.named(more[i]).orElseThrow(), more[i + 1]);
        }
        Outcome outcome = Outcome.of(answers, Surroundings.unknown());
        return Aim.of(outcome.draft(), outcome.journey().map(Journey::upstream), false)
                .orElseThrow();
    }

    private static List<String> ids(Found found) {
        return Judgement.of(found, Instant.now()).stream()
                .map(Finding::id)
                .filter(id -> !id.equals("private-address"))
                .toList();
    }

    private static Hello hello(Found found) {
        return found.hello().orElseThrow();
    }

    @Test
    void all_is_well() {
        server = Loopback.tls(BETWEEN.identity("localhost", "other.example"), List.of("http/1.1"), FINE);
        Found found = probe("https://localhost:PORT/v1/thing.txt");
        assertThat(ids(found)).isEmpty();
        assertThat(found.connected()).contains("127.0.0.1");
        assertThat(hello(found).version()).isEqualTo("TLSv1.3");
        assertThat(hello(found).alpn()).contains("http/1.1");
        assertThat(hello(found).chain().stream().map(Certificate::subject))
                .containsExactly("localhost", "Test Intermediate");
        assertThat(hello(found).chain().get(0).names()).containsExactly("localhost", "other.example");
        assertThat(found.exchanges()).hasSize(1);
        assertThat(found.exchanges().get(0).status()).isEqualTo(200);
        assertThat(found.exchanges().get(0).server()).contains("test");
    }

    @Test
    void it_asks_as_the_answers_would_and_sends_nothing_else() {
        server = Loopback.tls(BETWEEN.identity("api.example.com"), List.of("http/1.1"), FINE);
        Found found = probe(
                "https://localhost:PORT/v1/thing.txt",
                "sni",
                "api.example.com",
                "subject-alt-names",
                "api.example.com");
        assertThat(ids(found)).isEmpty();
        assertThat(server.sni()).isEqualTo("api.example.com");
        assertThat(server.requests())
                .containsExactly("GET /v1/thing.txt HTTP/1.1\r\nHost: localhost:" + server.port()
                        + "\r\nUser-Agent: egresso-probe\r\nAccept: */*\r\nConnection: close\r\n\r\n");
    }

    @Test
    void an_expired_certificate_is_named_with_its_day() {
        Instant now = Instant.now();
        server = Loopback.tls(
                BETWEEN.identity(now.minus(Duration.ofDays(90)), now.minus(Duration.ofDays(2)), "localhost"),
                List.of("http/1.1"),
                FINE);
        Found found = probe("https://localhost:PORT/");
        assertThat(ids(found)).containsExactly("expired");
        assertThat(hello(found).distrust().get(0))
                .isEqualTo(new Distrust(
                        Distrust.Reason.EXPIRED,
                        "localhost",
                        now.minus(Duration.ofDays(2)).toString().substring(0, 10)));
        assertThat(found.exchanges()).as("what it would answer is still of use").hasSize(1);
    }

    @Test
    void a_certificate_that_ends_soon_or_begins_later() {
        Instant now = Instant.now();
        server = Loopback.tls(
                BETWEEN.identity(now.minus(Duration.ofDays(90)), now.plus(Duration.ofDays(3)), "localhost"),
                List.of("http/1.1"),
                FINE);
        assertThat(ids(probe("https://localhost:PORT/"))).containsExactly("ends-soon");
        server.close();
        server = Loopback.tls(
                BETWEEN.identity(now.plus(Duration.ofDays(2)), now.plus(Duration.ofDays(300)), "localhost"),
                List.of("http/1.1"),
                FINE);
        assertThat(ids(probe("https://localhost:PORT/"))).containsExactly("not-yet-valid");
    }

    @Test
    void a_certificate_for_others_is_held_against_what_is_pinned() {
        server = Loopback.tls(BETWEEN.identity("other.example", "*.wild.example"), List.of("http/1.1"), FINE);
        assertThat(ids(probe("https://localhost:PORT/"))).containsExactly("not-pinned");
        assertThat(ids(probe("https://localhost:PORT/", "shape", "classic"))).containsExactly("wrong-name");
        assertThat(ids(probe("https://localhost:PORT/", "subject-alt-names", "a.wild.example")))
                .isEmpty();
        assertThat(ids(probe("https://localhost:PORT/", "subject-alt-names", "a.b.wild.example")))
                .containsExactly("not-pinned");
    }

    @Test
    void who_is_not_known_is_named() {
        server = Loopback.tls(new Authority("Elsewhere").below("Their CA").identity("localhost"), List.of(), FINE);
        Found found = probe("https://localhost:PORT/");
        assertThat(ids(found)).containsExactly("unknown-issuer");
        assertThat(hello(found).distrust().get(0).subject()).isEqualTo("Their CA");
        assertThat(hello(found).distrust().get(0).detail()).isEqualTo("Elsewhere");
        assertThat(ids(probe("https://localhost:PORT/", "ca-certificates", "/etc/ours/ca.pem")))
                .containsExactly("own-authority");
    }

    @Test
    void a_missing_link_and_a_wrong_link_and_a_link_to_itself() {
        server = Loopback.tls(BETWEEN.alone(BETWEEN.identity("localhost")), List.of(), FINE);
        assertThat(ids(probe("https://localhost:PORT/"))).containsExactly("unknown-issuer");
        server.close();
        Authority.Identity own = BETWEEN.identity("localhost");
        Authority.Identity wrong = new Authority.Identity(
                own.keys(),
                List.of(
                        own.chain().get(0),
                        ROOT.below("Somebody").identity("x").chain().get(1)));
        server = Loopback.tls(wrong, List.of(), FINE);
        assertThat(ids(probe("https://localhost:PORT/"))).containsExactly("broken-chain");
        server.close();
        server = Loopback.tls(Authority.selfSigned("localhost"), List.of(), FINE);
        assertThat(ids(probe("https://localhost:PORT/"))).containsExactly("self-signed");
    }

    @Test
    void redirects_are_followed_by_hand_and_judged() {
        server = Loopback.plain((socket, self) -> {
            String head = Loopback.head(socket.getInputStream());
            String location = head.startsWith("GET /a ") ? "/b?x=1#frag" : "http://user:secret@127.0.0.1:PORT/c";
            boolean last = head.startsWith("GET /c ");
            Loopback.saying(last ? "HTTP/1.1 200 OK" : "HTTP/1.1 302 Found", "Location: " + location)
                    .with(new Rewound(socket, head), self);
        });
        Found found = probe("http://localhost:PORT/a");
        assertThat(found.exchanges().stream().map(Exchange::url))
                .containsExactly(
                        "http://localhost:" + server.port() + "/a",
                        "http://localhost:" + server.port() + "/b?x=1",
                        "http://127.0.0.1:" + server.port() + "/c");
        assertThat(ids(found)).containsExactly("redirect-path", "redirect-host");
        assertThat(server.requests()).noneMatch(head -> head.contains("secret") || head.contains("Authorization"));
    }

    @Test
    void a_redirect_to_https_of_the_same_host_asks_for_another_answer() {
        server = Loopback.plain(Loopback.saying("HTTP/1.1 301 Moved", "Location: https://localhost:1/"));
        assertThat(ids(probe("http://localhost:PORT/"))).containsExactly("redirect-scheme", "redirect-lost");
    }

    @Test
    void redirects_without_end() {
        server = Loopback.plain(Loopback.saying("HTTP/1.1 302 Found", "Location: /"));
        Found circle = probe("http://localhost:PORT/");
        assertThat(circle.exchanges()).hasSize(1);
        assertThat(ids(circle)).containsExactly("redirect-circle");
        server.close();
        server = Loopback.plain((socket, self) -> {
            String head = Loopback.head(socket.getInputStream());
            Loopback.saying("HTTP/1.1 302 Found", "Location: " + head.split(" ")[1] + "x")
                    .with(new Rewound(socket, head), self);
        });
        Found many = probe("http://localhost:PORT/x");
        assertThat(many.exchanges()).hasSize(6);
        assertThat(ids(many)).contains("redirect-many");
        server.close();
        server = Loopback.plain(Loopback.saying("HTTP/1.1 302 Found", "Location: javascript:alert(1)"));
        assertThat(ids(probe("http://localhost:PORT/"))).containsExactly("redirect-unread");
    }

    @Test
    void a_path_that_is_not_there_weighs_by_what_apps_are_led_to() {
        server = Loopback.plain(Loopback.saying("HTTP/1.1 404 Not Found"));
        Found led = probe("http://localhost:PORT/v1/thing.txt");
        assertThat(Judgement.of(led, Instant.now()).get(0).field()).isEqualTo(FieldId.PATH);
        assertThat(ids(led)).containsExactly("no-path");
        assertThat(ids(probe("http://localhost:PORT/v1/"))).containsExactly("no-base");
    }

    @Test
    void other_answers() {
        Map<String, String> said = Map.of(
                "401 Unauthorized", "who-are-you",
                "405 Method Not Allowed", "other-method",
                "421 Misdirected", "misdirected",
                "426 Upgrade Required", "upgrade",
                "503 Sorry", "server-trouble",
                "418 Teapot", "bad-request");
        said.forEach((status, id) -> {
            server = Loopback.plain(Loopback.saying("HTTP/1.1 " + status));
            assertThat(ids(probe("http://localhost:PORT/"))).as(status).containsExactly(id);
            server.close();
        });
    }

    @Test
    void plain_http_where_tls_was_expected() {
        server = Loopback.plain(Loopback.saying("HTTP/1.1 400 Bad Request"));
        assertThat(ids(hurried("https://localhost:PORT/secret"))).containsExactly("not-tls");
        assertThat(server.requests()).noneMatch(head -> head.contains("secret"));
        server.close();
        server = Loopback.plain((socket, self) -> {
            socket.getInputStream().read();
            socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        });
        assertThat(ids(probe("https://localhost:PORT/"))).containsExactly("not-tls");
    }

    @Test
    void tls_where_plain_http_was_expected() {
        server = Loopback.tls(BETWEEN.identity("localhost"), List.of(), FINE);
        assertThat(ids(probe("http://localhost:PORT/"))).containsExactly("is-tls");
        server.close();
        server = Loopback.plain(
                Loopback.saying("HTTP/1.1 400 Bad", "", "The plain HTTP request was sent to HTTPS port"));
        assertThat(ids(probe("http://localhost:PORT/"))).containsExactly("is-tls");
        server.close();
        server = Loopback.hangingUpUnlessTls(BETWEEN.identity("localhost"));
        assertThat(ids(probe("http://localhost:PORT/"))).containsExactly("is-tls");
    }

    @Test
    void a_server_that_speaks_http2_only() {
        server = Loopback.tls(BETWEEN.identity("localhost"), List.of("h2"), new Http2Manner());
        Found https = probe("https://localhost:PORT/");
        assertThat(ids(https)).containsExactly("only-http2");
        assertThat(https.exchanges().get(0).version()).isEqualTo("HTTP/2");
        Found http2 = probe("h2://localhost:PORT/", "protocol", "HTTP2");
        assertThat(ids(http2)).isEmpty();
        assertThat(http2.exchanges().get(0).status()).isEqualTo(200);
        Found app = probe("https://localhost:PORT/", "tls", "app");
        assertThat(ids(app)).isEmpty();
    }

    @Test
    void a_server_that_speaks_no_http2() {
        server = Loopback.tls(BETWEEN.identity("localhost"), List.of("http/1.1"), FINE);
        assertThat(ids(probe("h2://localhost:PORT/", "protocol", "HTTP2"))).containsExactly("no-http2");
        assertThat(ids(probe("grpcs://localhost:PORT"))).containsExactly("no-http2");
    }

    @Test
    void http2_in_the_clear_is_greeted_and_no_more() {
        server = Loopback.plain(new Http2Manner());
        assertThat(ids(probe("h2c://localhost:PORT"))).isEmpty();
        server.close();
        server = Loopback.plain(FINE);
        assertThat(ids(probe("h2c://localhost:PORT"))).containsExactly("not-http");
    }

    @Test
    void a_server_that_asks_for_a_certificate() {
        server = Loopback.tls(BETWEEN.identity("localhost"), List.of(), ROOT, false, FINE);
        assertThat(ids(probe("https://localhost:PORT/"))).containsExactly("asks-for-certificate");
        server.close();
        server = Loopback.tls(BETWEEN.identity("localhost"), List.of(), ROOT, true, FINE);
        assertThat(ids(probe("https://localhost:PORT/")))
                .containsExactly("certificate-required", "asks-for-certificate");
    }

    @Test
    void a_server_that_is_slow_or_trickles_or_hangs_up() {
        server = Loopback.plain((socket, self) -> sleep(60_000));
        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(60), () -> ids(hurried("http://localhost:PORT/"))))
                .containsExactly("no-answer");
        server.close();
        server = Loopback.plain((socket, self) -> {
            for (int i = 0; i < 600; i++) {
                socket.getOutputStream().write(i < 5 ? "HTTP/".charAt(i) : 'x');
                socket.getOutputStream().flush();
                sleep(100);
            }
        });
        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(60), () -> ids(hurried("http://localhost:PORT/"))))
                .containsExactly("no-answer");
        server.close();
        server = Loopback.plain((socket, self) -> Loopback.head(socket.getInputStream()));
        assertThat(ids(probe("http://localhost:PORT/"))).containsExactly("cut");
        server.close();
        server = Loopback.plain((socket, self) -> socket.getInputStream().read());
        assertThat(ids(probe("https://localhost:PORT/"))).containsExactly("tls-cut");
    }

    @Test
    void a_head_without_end_is_not_read_to_its_end() {
        server = Loopback.plain((socket, self) -> {
            Loopback.head(socket.getInputStream());
            socket.getOutputStream().write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
            byte[] field = ("x: " + "y".repeat(8000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 1000; i++) {
                socket.getOutputStream().write(field);
            }
        });
        assertThat(ids(probe("http://localhost:PORT/"))).containsExactly("too-large");
    }

    @Test
    void something_that_is_not_http() {
        server = Loopback.plain((socket, self) ->
                socket.getOutputStream().write("220 mail.example ESMTP\r\n".getBytes(StandardCharsets.US_ASCII)));
        assertThat(ids(probe("http://localhost:PORT/"))).containsExactly("not-http");
    }

    @Test
    void of_bytes_that_nothing_is_known_of_none_are_sent() {
        CountDownLatch closed = new CountDownLatch(1);
        server = Loopback.plain((socket, self) -> {
            self.requests().add("read " + socket.getInputStream().read());
            closed.countDown();
        });
        Found found = probe("tcp://localhost:PORT");
        assertThat(ids(found)).isEmpty();
        assertThat(found.exchanges()).isEmpty();
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> closed.await());
        assertThat(server.requests()).containsExactly("read -1");
    }

    @Test
    void databases_are_asked_for_tls_in_their_own_words() {
        server = Loopback.plain((socket, self) -> {
            byte[] request = socket.getInputStream().readNBytes(8);
            self.requests().add(java.util.HexFormat.of().formatHex(request));
            socket.getOutputStream().write('N');
        });
        Found postgres = probe("postgres://localhost:PORT");
        assertThat(server.requests()).containsExactly("0000000804d2162f");
        assertThat(postgres.ownWord()).contains(new OwnWord(false, ""));
        assertThat(ids(postgres)).containsExactly("no-tls-inside");
        server.close();
        server = Loopback.plain((socket, self) -> {
            byte[] greeting =
                    "\n8.4.0\0\1\0\0\0abcdefgh\0\377\377....................".getBytes(StandardCharsets.ISO_8859_1);
            socket.getOutputStream().write(new byte[] {(byte) greeting.length, 0, 0, 0});
            socket.getOutputStream().write(greeting);
        });
        Found mysql = probe("mysql://localhost:PORT");
        assertThat(mysql.ownWord()).contains(new OwnWord(true, "8.4.0"));
        assertThat(ids(mysql)).containsExactly("tls-inside");
    }

    @Test
    void nobody_listens_and_nobody_is_called_so() throws IOException {
        server = Loopback.plain(FINE);
        server.close();
        Found refused = probe("https://127.0.0.1:PORT/");
        assertThat(ids(refused)).containsExactly("refused");
        assertThat(refused.attempts())
                .containsExactly(new Attempt(
                        "127.0.0.1", server.port(), Optional.of(refused.fault().orElseThrow())));
        assertThat(Judgement.isReached(refused)).isFalse();
        assertThat(ids(probe("https://nobody-is-called-so.invalid/"))).containsExactly("unknown-name");
    }

    @Test
    void a_proxy_is_passed_by_and_said_so_without_its_password() {
        server = Loopback.plain(FINE);
        Map<String, String> set = Map.of("http_proxy", "http://jane:secret@127.0.0.1:9/");
        Found found = new Probe(LONG, trust(), set).of(aim("http://localhost:PORT/"), (step, about) -> {});
        assertThat(found.proxy()).contains("HTTP_PROXY=http://127.0.0.1:9/");
        assertThat(found.exchanges().get(0).status()).isEqualTo(200);
        Map<String, String> except = Map.of("HTTP_PROXY", "http://127.0.0.1:9/", "NO_PROXY", "x.example, localhost");
        assertThat(new Probe(LONG, trust(), except)
                        .of(aim("http://localhost:PORT/"), (step, about) -> {})
                        .proxy())
                .isEmpty();
    }

    @Test
    void it_can_be_stopped_at_any_moment() {
        CountDownLatch asked = new CountDownLatch(1);
        server = Loopback.plain((socket, self) -> {
            Loopback.head(socket.getInputStream());
            asked.countDown();
            sleep(20_000);
        });
        Probe probe = new Probe(LONG, trust(), Map.of());
        Aim aim = aim("http://localhost:PORT/");
        Thread stopping = new Thread(() -> {
            try {
                asked.await();
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
            probe.cancel();
        });
        stopping.start();
        Found found = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> probe.of(aim, (step, about) -> {}));
        assertThat(found.isCancelled()).isTrue();
        assertThat(found.connected()).isPresent();
        Probe before = new Probe(LONG, trust(), Map.of());
        before.cancel();
        assertThat(before.of(aim, (step, about) -> {}).fault()).contains(Fault.of(Fault.Kind.CANCELLED));
    }

    private static void sleep(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** A connection whose request was read already. */
    private static final class Rewound extends Socket {
        private final Socket socket;
        private final String head;

        Rewound(Socket socket, String head) {
            this.socket = socket;
            this.head = head;
        }

        @Override
        public java.io.InputStream getInputStream() {
            return new java.io.ByteArrayInputStream(head.getBytes(StandardCharsets.ISO_8859_1));
        }

        @Override
        public java.io.OutputStream getOutputStream() throws IOException {
            return socket.getOutputStream();
        }
    }
}
