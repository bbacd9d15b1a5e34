package dev.egresso.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of how pasted text is cleaned: what was pasted, what it is read as, and what is said about it. */
class UrlReaderTest {

    static Stream<Arguments> read() {
        return Stream.of(
                // as it should be
                arguments("https://api.example.com/v1/", "https://api.example.com/v1/", ""),
                arguments("https://api.example.com", "https://api.example.com", ""),
                arguments("https://api.example.com:8443/a", "https://api.example.com:8443/a", ""),
                arguments("postgresql://db.example.com", "postgres://db.example.com", ""),
                arguments("https://api.example.com:/a", "https://api.example.com/a", ""),
                // case, blanks and dots
                arguments("HTTPS://API.Example.COM/Path", "https://api.example.com/Path", ""),
                arguments("  https://api.example.com \n", "https://api.example.com", ""),
                arguments("\thttps://api.example.com\t", "https://api.example.com", ""),
                arguments("\u00a0https://api.example.com\u3000", "https://api.example.com", ""),
                arguments("https://api.example.com./a", "https://api.example.com/a", "url-trailing-dot"),
                // what is left out
                arguments("https://h.example.com/a?b=1#c", "https://h.example.com/a", "url-fragment url-query"),
                arguments("https://h.example.com?token=1", "https://h.example.com", "url-query"),
                arguments("https://h.example.com#top", "https://h.example.com", "url-fragment"),
                arguments("https://h.example.com/a;?b", "https://h.example.com/a", "url-query"),
                arguments("https://h\u200b.example\u00ad.com", "https://h.example.com", "url-unseen"),
                arguments("\ufeffhttps://h.example.com", "https://h.example.com", "url-unseen"),
                arguments("https://h.example.com/\u202egnp.exe", "https://h.example.com/gnp.exe", "url-unseen"),
                // what stands around it
                arguments("\"https://h.example.com/a\"", "https://h.example.com/a", ""),
                arguments("'https://h.example.com/a',", "https://h.example.com/a", ""),
                arguments("<https://h.example.com/a>", "https://h.example.com/a", ""),
                arguments("(https://h.example.com/a);", "https://h.example.com/a", ""),
                arguments("https://h.example.com/a_(b)", "https://h.example.com/a_(b)", ""),
                arguments("(https://h.example.com/a_(b))", "https://h.example.com/a_(b)", ""),
                // completed
                arguments("api.example.com", "https://api.example.com", "url-completed"),
                arguments("api.example.com/v1/", "https://api.example.com/v1/", "url-completed"),
                arguments("//api.example.com/v1/", "https://api.example.com/v1/", "url-completed"),
                arguments("api.example.com:80", "http://api.example.com:80", "url-completed"),
                arguments("kafka.example.com:9092", "tcp://kafka.example.com:9092", "url-completed"),
                arguments("kafka.example.com:9093", "tls://kafka.example.com:9093", "url-completed"),
                arguments("cache.example.com:6379", "redis://cache.example.com:6379", "url-completed"),
                arguments("h:443", "https://h:443", "url-completed"),
                arguments("redis:6379", "redis://redis:6379", "url-completed"),
                arguments("https:443", "https://https:443", "url-completed"),
                arguments("203.0.113.10", "https://203.0.113.10", "url-completed"),
                arguments("2001:db8::1", "https://[2001:db8::1]", "url-completed"),
                // addresses
                arguments("http://203.0.113.10:8080/a", "http://203.0.113.10:8080/a", ""),
                arguments("https://[2001:DB8:0:0::1]:8443/a", "https://[2001:db8::1]:8443/a", ""),
                arguments("https://[::ffff:203.0.113.10]", "https://[::ffff:cb00:710a]", ""),
                arguments("https://2001:db8::1/a", "https://[2001:db8::1]/a", ""),
                arguments("https://\uff11\uff12\uff17.0.0.1", "https://127.0.0.1", "url-idn"),
                // other alphabets
                arguments("https://b\u00fccher.example/\u00fc", "https://xn--bcher-kva.example/%C3%BC", "url-idn"),
                arguments("https://api\u3002example.com", "https://api.example.com", "url-idn"),
                // paths
                arguments("https://h.example.com/a b", null, "url-spaces"),
                arguments("https://h.example.com/a%20b", "https://h.example.com/a%20b", ""),
                arguments("https://h.example.com/100%", "https://h.example.com/100%25", ""),
                arguments("https://h.example.com/a\\b{c}", "https://h.example.com/a%5Cb%7Bc%7D", ""),
                arguments("https://h.example.com/\ud83d\ude00", "https://h.example.com/%F0%9F%98%80", ""),
                arguments("https://h.example.com/@me", "https://h.example.com/@me", ""),
                // wildcards
                arguments("https://*.example.com", "https://*.example.com", ""),
                arguments("*.com", "https://*.com", "url-completed"));
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @MethodSource("read")
    void a_pasted_text_is_cleaned_and_what_was_cut_is_said(String pasted, String url, String remarks) {
        Reading<ExternalUrl> reading = ExternalUrl.read(pasted);
        assertThat(ids(reading)).isEqualTo(remarks);
        assertThat(reading.value().map(ExternalUrl::spelled).orElse(null)).isEqualTo(url);
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @CsvSource({
        "'',                          host-missing",
        "https://,                    host-missing",
        "https:///x,                  host-missing",
        "https://?x,                  host-missing",
        "https://:443,                host-missing",
        "http:/x,                     url-slashes",
        "http:x,                      url-slashes",
        "https:,                      url-slashes",
        "grpcs:/,                     url-slashes",
        "http,                        url-bare-word",
        "webserver,                   url-bare-word",
        "//h/x,                       url-bare-word",
        "ftp://h.example.com,         url-scheme-unknown",
        "file:///etc/passwd,          url-scheme-unknown",
        "h:70000,                     port-range",
        "h:0,                         port-range",
        "https://h.example.com:x/,    port-not-a-number",
        "https://h.example.com:-1/,   port-not-a-number",
        "https://a:b:c/,              host-ipv6",
        "'https://[2001:db8::1',      host-ipv6",
        "'https://[fe80::1%25eth0]/', host-ipv6-zone",
        "'https://[fe80::1%eth0]:80', host-ipv6-zone",
        "host_with_underscore:80,     host-syntax",
        "-a.com,                      host-syntax",
        "a-.com,                      host-syntax",
        "*foo.com,                    host-syntax",
        "a.*.com,                     host-syntax",
        "a..b,                        host-empty-label",
        ".a.com,                      host-empty-label",
        "https://.,                   host-empty-label",
        "a.com..,                     host-empty-label",
        "example.123,                 host-numeric-end",
        "1.2.3,                       host-numeric-end",
        "256.1.1.1,                   host-numeric-end",
        "01.2.3.4,                    host-numeric-end",
        "*,                           se-host-full-wildcard",
        "https://*/x,                 se-host-full-wildcard",
        "user@h.example.com,          url-credentials",
        "user:p@ss@h,                 url-credentials",
        "https://me:secret@h/x,       url-credentials",
        "//me:secret@h.example.com,   url-credentials",
        "'<https://me@h.example.com>', url-credentials",
        "https://h.example.com\\@evil, url-credentials",
        "'my api https://h.example.com', url-spaces",
    })
    void what_is_no_url_is_refused_with_one_reason(String pasted, String id) {
        Reading<ExternalUrl> reading = ExternalUrl.read(pasted);
        assertThat(reading.value()).isEmpty();
        assertThat(ids(reading)).isEqualTo(id);
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @ValueSource(
            strings = {
                "curl https://a.example.com/v1/",
                "$ curl -sS https://a.example.com/v1/",
                "curl.exe https://a.example.com/v1/",
                "curl 'https://a.example.com/v1/' -H 'Referer: https://b.example.com'",
                "curl -H 'Referer: https://b.example.com' https://a.example.com/v1/",
                "curl -H'Referer: https://b.example.com' https://a.example.com/v1/",
                "curl -e https://b.example.com -A https://b.example.com https://a.example.com/v1/",
                "curl -x https://b.example.com:3128 -u me:secret https://a.example.com/v1/",
                "curl --proxy https://b.example.com --user me:secret https://a.example.com/v1/",
                "curl --header=https://b.example.com https://a.example.com/v1/",
                "curl -d '{\"callback\": \"https://b.example.com\"}' -o out https://a.example.com/v1/",
                "curl -XPOST -sSLo https://b.example.com https://a.example.com/v1/ --data-raw https://b.example.com",
                "curl --url https://a.example.com/v1/",
                "curl --url=https://a.example.com/v1/",
                "curl \\\n  -X POST \\\n  https://a.example.com/v1/ \\\n  -H 'Accept: */*'",
                "wget -O https://b.example.com -q https://a.example.com/v1/",
                "wget -qO- https://a.example.com/v1/",
                "http POST https://a.example.com/v1/ name=x",
                "http -a me:secret https://a.example.com/v1/"
            })
    void the_url_of_a_pasted_command_is_the_one_that_it_calls(String pasted) {
        Reading<ExternalUrl> reading = ExternalUrl.read(pasted);
        assertThat(reading.value().map(ExternalUrl::spelled)).contains("https://a.example.com/v1/");
        assertThat(ids(reading)).isEqualTo("url-from-command");
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @CsvSource({
        "curl api.example.com/v1/ -H 'A: b', https://api.example.com/v1/",
        "http GET api.example.com/v1/ X-A:b, https://api.example.com/v1/",
        "grpcurl -d '{}' grpc.example.com:443 a.B/C, https://grpc.example.com:443",
    })
    void a_command_may_call_a_bare_host(String pasted, String url) {
        assertThat(ExternalUrl.read(pasted).value().map(ExternalUrl::spelled)).contains(url);
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @CsvSource({
        "curl, url-bare-word",
        "'curl -u me:secret', host-missing",
        "'curl -H https://b.example.com', host-missing",
        "curl https://me:secret@a.example.com, url-credentials",
    })
    void a_command_without_a_url_is_no_url(String pasted, String id) {
        assertThat(ids(ExternalUrl.read(pasted))).isEqualTo(id);
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @CsvSource({
        "https://me:secret@h.example.com/x,        https://h.example.com/x",
        "me:secret@h.example.com,                  h.example.com",
        "me:se@cret@h.example.com,                 h.example.com",
        "//me:secret@h.example.com,                //h.example.com",
        "http:/me:secret@h.example.com,            http:/h.example.com",
        "'\"https://me:secret@h.example.com\"',    '\"https://h.example.com\"'",
        "'see https://me:secret@h.example.com now', 'see https://h.example.com now'",
        "curl -u me:secret https://h.example.com,  https://h.example.com",
        "curl https://me:secret@h.example.com/x,   https://h.example.com/x",
        "'curl -H \"Authorization: secret\"',      ''",
        "https://h.example.com/@me,                https://h.example.com/@me",
        "https://h.example.com/?q=a@b,             https://h.example.com/?q=a@b",
        "webserver,                                webserver",
    })
    void credentials_are_taken_out_and_nothing_else(String text, String clean) {
        assertThat(ExternalUrl.withoutCredentials(text)).isEqualTo(clean);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "/", " ", ":", "@", "a.", "a:/", "%", "*.", "\\", "'", "(", "curl ", "http://", "a@"})
    void a_long_text_is_answered_at_once(String piece) {
        String text = piece.repeat(200_000 / piece.length());
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            for (FieldId field : FieldId.all()) {
                Draft draft = Draft.of(Answers.none().with(field, text), Surroundings.unknown());
                assertThat(draft.problems())
                        .allSatisfy(problem -> assertThat(problem.arguments().values())
                                .allMatch(argument -> argument.length() <= 240));
            }
            ExternalUrl.withoutCredentials(text);
        });
    }

    @Test
    void what_stands_in_a_megabyte_is_not_looked_for() {
        assertThat(ids(ExternalUrl.read("https://h.example.com/" + "a".repeat(1_000_000))))
                .isEqualTo("url-too-long");
    }

    private static String ids(Reading<ExternalUrl> reading) {
        return reading.remarks().stream().map(Remark::id).collect(Collectors.joining(" "));
    }
}
