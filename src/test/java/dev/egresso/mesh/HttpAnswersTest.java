package dev.egresso.mesh;

import static dev.egresso.mesh.Given.url;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How durations and retries may be typed. */
class HttpAnswersTest {
    private static final String RETRIES = "VirtualService/spec.http[0].retries.";

    @ParameterizedTest
    @CsvSource({
        "10s, 10s",
        "1m30s, 90s",
        "500ms, 0.5s",
        "1ms, 0.001s",
        "1.5s, 1.5s",
        "2h, 7200s",
        "' 10s ', 10s",
    })
    void a_timeout_is_written_in_seconds(String typed, String written) {
        assertThat(url("https://api.example.com").and("timeout", typed).at("VirtualService/spec.http[0].timeout"))
                .isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"0s", "10", "0.1ms", "-1s", "1s500", "soon", "999999999h", "1e3s", "10 s"})
    void a_timeout_that_istio_does_not_take_is_refused(String typed) {
        assertThat(url("https://api.example.com").and("timeout", typed).problems())
                .containsExactly("error timeout vs-duration");
    }

    @ParameterizedTest
    @CsvSource({
        "3,                              3, '',   ''",
        "0,                              0, '',   ''",
        "3 2s,                           3, 2s,   ''",
        "3 503,                          3, '',   503",
        "3 5xx,                          3, '',   5xx",
        "'3 2s connect-failure,reset',   3, 2s,   'connect-failure,reset'",
        "'3 2s connect-failure, reset',  3, 2s,   'connect-failure,reset'",
        "'3 1m30s 503,429',              3, 90s,  '503,429'",
        "'3 reset,503',                  3, '',   'reset,503'",
    })
    void retries_are_a_number_a_limit_and_conditions(String typed, String attempts, String limit, String on) {
        Given route = url("https://api.example.com").and("retries", typed);
        assertThat(route.problems()).isEmpty();
        assertThat(route.at(RETRIES + "attempts")).isEqualTo(attempts);
        assertThat(route.at(RETRIES + "perTryTimeout")).isEqualTo(limit);
        assertThat(route.at(RETRIES + "retryOn")).isEqualTo(on);
    }

    @ParameterizedTest
    @CsvSource({
        "often,     vs-retry",
        "-1,        vs-retry",
        "99999,     vs-retry",
        "'0 2s',    vs-retry-zero",
        "'0 503',   vs-retry-zero",
        "'3 0.1ms', vs-duration",
        "'3 2',     vs-retry-on",
        "'3 599',   vs-retry-on",
        "'3 5XX',   vs-retry-on",
        "'3 2s never', vs-retry-on",
    })
    void retries_that_istio_does_not_take_are_refused(String typed, String problem) {
        assertThat(url("https://api.example.com").and("retries", typed).problems())
                .containsExactly("error retries " + problem);
    }
}
