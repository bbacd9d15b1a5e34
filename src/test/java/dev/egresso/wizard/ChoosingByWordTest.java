package dev.egresso.wizard;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A choice is made by typing its word, as people do who know it. */
class ChoosingByWordTest {
    private static WizardDriver atProtocol() {
        return WizardDriver.opened()
                .type("webserver")
                .press("Enter")
                .type("https://api.example.com")
                .press("Enter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP", "http2", "GRPC", "Tls", "TCP", "mongo"})
    void the_whole_word_chooses_it(String word) {
        atProtocol().type(word).answer("protocol", word.toUpperCase(java.util.Locale.ROOT));
    }

    @Test
    void the_word_of_what_is_marked_already_leaves_it_marked() {
        atProtocol().type("HTTPS").unanswered("protocol").sees("▸ 2  HTTPS", 120, 40);
    }

    @Test
    void another_letter_begins_another_word() {
        atProtocol().type("TG").answer("protocol", "GRPC");
    }

    @Test
    void a_number_chooses_by_place_unless_it_goes_on_with_a_word() {
        atProtocol().type("6").answer("protocol", "TCP").type("HTTP2").answer("protocol", "HTTP2");
    }

    @Test
    void moving_forgets_what_was_begun() {
        atProtocol().type("T").press("Down").type("C").answer("protocol", "TCP");
    }
}
