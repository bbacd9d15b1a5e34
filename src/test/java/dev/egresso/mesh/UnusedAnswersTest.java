package dev.egresso.mesh;

import static dev.egresso.mesh.Given.given;
import static dev.egresso.mesh.Given.url;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No answer is ignored silently, and none that is in error is out of reach. */
class UnusedAnswersTest {

    @ParameterizedTest
    @CsvSource({
        "tls-mode=MUTUAL,           http://api.example.com,    tls is none",
        "sni=api.example.com,       http://api.example.com,    tls is none",
        "ca-certificates=system,    http://api.example.com,    tls is none",
        "workload-selector=app=a,   http://api.example.com,    tls is none",
        "shape=classic,             http://api.example.com,    tls is none",
        "shape=classic,             tls://mq.example.com:5671, protocol is TLS",
        "path=replace,              tcp://db.example.com:5432, protocol is TCP",
        "timeout=10s,               tcp://db.example.com:5432, protocol is TCP",
        "match-path=/a,             tcp://db.example.com:5432, protocol is TCP",
        "tls-route=sni,             https://api.example.com,   tls is mesh",
    })
    void an_answer_without_an_effect_is_named_with_what_rules_it_out(String answer, String url, String because) {
        String field = answer.substring(0, answer.indexOf('='));
        Given route = url(url).and(field, answer.substring(answer.indexOf('=') + 1));
        assertThat(route.problems()).containsExactly("info " + field + " answer-unused");
        Map<String, String> told = route.told("answer-unused");
        assertThat(told.get("deciding") + " is " + told.get("value")).isEqualTo(because);
        assertThat(route.applies(field)).isFalse();
        assertThat(route.draft().route()).isPresent();
    }

    @Test
    void a_path_to_match_needs_a_kind() {
        assertThat(url("https://api.example.com")
                        .and("match-kind", "any", "match-path", "/a")
                        .told("answer-unused"))
                .containsEntry("deciding", "match-kind");
    }

    @Test
    void an_alias_that_a_wildcard_rules_out_takes_its_answers_along() {
        assertThat(given("external-url", "https://*.example.com", "internal-port", "8080")
                        .told("answer-unused"))
                .containsEntry("deciding", "external-url")
                .containsEntry("value", "https://*.example.com");
    }

    @ParameterizedTest
    @CsvSource({"tls=none", "path=keep", "match-kind=any", "internal-service=exists", "tls-route=none"})
    void an_answer_that_asks_for_what_happens_anyway_is_not_remarked_on(String answer) {
        assertThat(url("http://api.example.com").and(answer.split("=")).problems())
                .isEmpty();
        assertThat(given("external-url", "https://*.example.com")
                        .and(answer.split("="))
                        .problems())
                .filteredOn(problem -> problem.contains("answer-unused"))
                .isEmpty();
    }

    @Test
    void while_it_is_open_what_rules_an_answer_out_nothing_is_said() {
        assertThat(given("sni", "api.example.com", "timeout", "10s", "shape", "classic")
                        .problems())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "sni=1.2.3.4,               http://api.example.com",
        "timeout=soon,              tcp://db.example.com:5432",
        "shape=round,               http://api.example.com",
        "tls=mesh,                  http://api.example.com",
        "internal-port=0,           https://*.example.com",
        "internal-host=a.b,         https://*.example.com",
        "path=replace,              https://api.example.com",
    })
    void a_question_whose_answer_is_in_error_can_be_reached(String answer, String url) {
        Given route = given("internal-host", "", "external-url", url).and(answer.split("="));
        String field = answer.substring(0, answer.indexOf('='));
        Given aliased = url.contains("*") ? route : route.and("internal-host", "webserver");
        assertThat(aliased.problems()).anyMatch(problem -> problem.startsWith("error " + field + " "));
        assertThat(aliased.applies(field)).isTrue();
    }

    @Test
    void files_of_a_certificate_can_be_taken_away_where_they_are_too_much() {
        Given simple = url("https://api.example.com").and("tls-mode", "SIMPLE", "private-key", "/k");
        assertThat(simple.problems()).containsExactly("error tls-mode client-certificate-in-simple");
        assertThat(simple.applies("private-key")).isTrue();
        assertThat(simple.applies("client-certificate")).isFalse();
    }
}
