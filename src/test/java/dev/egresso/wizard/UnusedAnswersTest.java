package dev.egresso.wizard;

import org.junit.jupiter.api.Test;

/** An answer that has no effect on this route can still be seen and taken back. */
class UnusedAnswersTest {
    @Test
    void its_question_stays_in_the_list() {
        WizardDriver.opened()
                .type("webserver")
                .press("Enter")
                .type("https://api.example.com")
                .at("sni")
                .type("other.example.com")
                .at("tls")
                .type("app")
                .at("sni")
                .isAt("sni")
                .sees("SNI", 120, 40)
                .press("Ctrl-U")
                .unanswered("sni");
    }
}
