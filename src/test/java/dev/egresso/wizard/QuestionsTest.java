package dev.egresso.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.mesh.FieldId;
import dev.egresso.screens.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The way through the questions: forward where an answer can stand, back always. */
class QuestionsTest {
    private static final String URL = "https://api.example.com/v1/";

    private static WizardDriver atProtocol() {
        return WizardDriver.opened().type("webserver").press("Enter").paste(URL).press("Enter");
    }

    @Test
    void three_answers_and_enter_lead_to_the_review() {
        WizardDriver wizard = WizardDriver.opened();
        wizard.isAt("internal-host").type("webserver").press("Enter");
        wizard.isAt("external-url").type(URL).press("Enter");
        wizard.isAt("protocol").press("Enter");
        wizard.isAt(Review.class)
                .answer("internal-host", "webserver")
                .answer("external-url", URL)
                .unanswered("protocol");
        assertThat(wizard.session().isComplete()).isTrue();
    }

    @Test
    void a_pasted_url_says_what_was_understood_of_it() {
        WizardDriver.opened()
                .type("webserver")
                .press("Enter")
                .paste("https://api.example.com:8443/v1/items")
                .sees("scheme https", 80, 24)
                .sees("host api.example.com", 80, 24)
                .sees("port 8443", 80, 24)
                .sees("path /v1/items", 80, 24)
                .press("Enter")
                .sees("▸ 2  HTTPS", 80, 24);
    }

    @Test
    void tab_walks_every_question_on_the_way_and_ends_at_the_review() {
        WizardDriver wizard = atProtocol();
        List<String> walked = new ArrayList<>();
        while (!(wizard.session().view() instanceof Review)) {
            walked.add(wizard.session().focus().orElseThrow().id());
            wizard.press("Tab");
        }
        assertThat(walked).containsExactly("protocol", "tls", "path", "internal-service");
        while (!walked.isEmpty()) {
            wizard.press("Shift-Tab").isAt(walked.remove(walked.size() - 1));
        }
        wizard.press("Shift-Tab").isAt("external-url").press("Esc").isAt("internal-host");
    }

    @Test
    void before_the_first_question_there_is_nothing_and_nothing_is_lost() {
        WizardDriver.opened()
                .type("webserver")
                .press("Shift-Tab")
                .isAt("internal-host")
                .says("first question")
                .press("Esc")
                .says("first question")
                .answer("internal-host", "webserver");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Enter", "Tab"})
    void a_refused_answer_holds_the_way_forward_and_says_why(String key) {
        WizardDriver wizard = WizardDriver.opened().type("web_server");
        wizard.doesNotSee("×", 80, 24);
        wizard.press(key).isAt("internal-host").sees("×", 80, 24).sees("web-server", 80, 24);
        wizard.press("Backspace").doesNotSee("×", 80, 24);
    }

    @Test
    void a_missing_answer_holds_the_way_forward_and_says_so() {
        WizardDriver.opened()
                .type("webserver")
                .press("Enter", "Enter")
                .isAt("external-url")
                .sees("An answer is needed here", 80, 24);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "https://", "ht!tp://x", "https://example.com:99999/", "ftp://example.com"})
    void the_way_back_is_open_from_a_refused_answer_which_is_kept(String refused) {
        WizardDriver wizard =
                WizardDriver.opened().type("webserver").press("Enter").type(refused);
        wizard.press("Enter").isAt("external-url").press("Shift-Tab").isAt("internal-host");
        if (!refused.isEmpty()) {
            wizard.answer("external-url", refused);
        }
        wizard.press("Enter").isAt("external-url");
    }

    @Test
    void the_internal_host_may_wait_until_there_is_a_url() {
        WizardDriver wizard = WizardDriver.opened().press("Enter").isAt("external-url");
        wizard.paste(URL).press("Shift-Tab", "Enter").isAt("internal-host").sees("An answer is needed here", 80, 24);
    }

    @ParameterizedTest
    @CsvSource({
        "Down, HTTP2",
        "Up, HTTP",
        "1, HTTP",
        "3, HTTP2",
        "7, MONGO",
        "g, GRPC",
        "m, MONGO",
        "T, TLS",
        "h, HTTP2"
    })
    void a_choice_is_made_by_arrows_by_its_number_or_its_letter(String key, String chosen) {
        WizardDriver wizard = atProtocol();
        if (key.length() == 1) {
            wizard.type(key);
        } else {
            wizard.press(key);
        }
        wizard.isAt("protocol").answer("protocol", chosen);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP", "HTTP2", "GRPC", "TLS", "TCP", "MONGO", "http2", "tcp", "grpc"})
    void a_choice_is_made_by_typing_its_word(String word) {
        atProtocol().type(word).isAt("protocol").answer("protocol", word.toUpperCase(Locale.ROOT));
        atProtocol().paste(word + "\n").answer("protocol", word.toUpperCase(Locale.ROOT));
    }

    @Test
    void the_word_that_would_stand_there_anyway_may_be_typed() {
        atProtocol().type("HTTPS").unanswered("protocol").press("Enter").isAt(Review.class);
        atProtocol().type("https").press("Alt-Z").unanswered("protocol");
    }

    @Test
    void a_letter_after_a_word_begins_anew() {
        atProtocol().type("HTTPg").answer("protocol", "GRPC").type("3").answer("protocol", "HTTP2");
        atProtocol().type("http").press("Down").type("2").unanswered("protocol");
        atProtocol().type("tt").answer("protocol", "TCP").type("t").answer("protocol", "TLS");
        WizardDriver.withPreset("blog").at("api-version").type("v1beta1").answer("api-version", "v1beta1");
        WizardDriver.withPreset("blog").at("resolution").type("static").answer("resolution", "STATIC");
    }

    @ParameterizedTest
    @ValueSource(strings = {"8", "9", "0", "x", "é", " "})
    void a_key_that_means_no_choice_changes_nothing(String key) {
        atProtocol().type(key).isAt("protocol").unanswered("protocol");
    }

    @Test
    void the_preview_follows_the_mark() {
        atProtocol()
                .type("6")
                .sees("protocol: TCP", 160, 45)
                .type("4")
                .sees("protocol: GRPC", 160, 45)
                .doesNotSee("protocol: TCP", 160, 45);
    }

    @Test
    void going_round_all_choices_writes_no_answer() {
        WizardDriver wizard = atProtocol();
        for (int i = 0; i < 7; i++) {
            wizard.press("Down");
        }
        wizard.unanswered("protocol")
                .type("3")
                .answer("protocol", "HTTP2")
                .type("2")
                .unanswered("protocol");
    }

    @Test
    void an_answer_that_no_longer_matters_is_not_asked_for() {
        WizardDriver wizard = atProtocol().at("tls").type("2").press("Tab");
        assertThat(wizard.session().way().steps()).extracting(Question::field).doesNotContain(FieldId.PATH);
    }

    @Test
    void what_is_open_is_said_where_saving_is_wanted() {
        WizardDriver wizard = WizardDriver.opened().type("webserver").press("Ctrl-X");
        wizard.isAt("external-url").says("External URL");
        assertThat(wizard.effects()).isEmpty();
        wizard.press("Ctrl-D").sees("External URL", 80, 24).type("s").says("External URL");
    }

    @Test
    void more_questions_are_one_key_away_and_lead_back() {
        WizardDriver wizard = atProtocol().press("Ctrl-O").isAt(MoreQuestions.class);
        String first = wizard.session().focus().orElseThrow().id();
        wizard.press("Down").press("Up").isAt(first).press("Up").press("Enter").isAt(first);
        wizard.press("Esc").isAt("protocol").press("Ctrl-O", "Ctrl-O").isAt("protocol");
    }

    @Test
    void a_question_in_the_list_is_answered_in_place() {
        WizardDriver wizard = atProtocol().at("namespace").isAt(MoreQuestions.class);
        wizard.type("egress").answer("namespace", "egress").sees("namespace: egress", 160, 45);
        wizard.press("Ctrl-U").unanswered("namespace").sees("namespace: default", 160, 45);
        wizard.at("shape")
                .press("Right")
                .answer("shape", "classic")
                .press("Right")
                .unanswered("shape");
    }

    @Test
    void a_field_is_edited_as_in_a_shell() {
        WizardDriver wizard = WizardDriver.opened().type("web.shop.svc");
        wizard.press("Ctrl-W").answer("internal-host", "web.shop.").press("Backspace");
        wizard.press("Home").type("a").press("End").type("z").answer("internal-host", "aweb.shopz");
        wizard.press("Left", "Delete").answer("internal-host", "aweb.shop");
        wizard.press("Alt-B", "Ctrl-K").answer("internal-host", "aweb.");
        wizard.press("Alt-B", "Alt-F").type("-x").answer("internal-host", "aweb-x.");
        wizard.press("Ctrl-U").answer("internal-host", ".").press("Delete").unanswered("internal-host");
    }

    @Test
    void characters_of_several_code_points_are_deleted_whole() {
        WizardDriver.opened()
                .type("a")
                .paste("e\u0301")
                .paste("👩‍👩‍👧")
                .press("Backspace")
                .answer("internal-host", "ae\u0301")
                .press("Backspace")
                .answer("internal-host", "a");
    }

    @Test
    void a_pasted_page_becomes_one_line_and_is_not_obeyed() {
        WizardDriver wizard = WizardDriver.opened().paste("web\nserver\r\n\u001b[2J\u0007end\n");
        wizard.isAt("internal-host").answer("internal-host", "web server [2J end ");
        assertThat(wizard.text(80, 24)).doesNotContain("\u001b", "\u0007");
    }

    @Test
    void ctrl_c_leaves_at_once_with_the_answers_as_they_are() {
        WizardDriver wizard = WizardDriver.opened().type("webserver").press("Ctrl-C");
        wizard.wanted(Effect.Leave.class);
        wizard.answer("internal-host", "webserver");
        assertThat(WizardDriver.withPreset("blog").type("q").effects()).containsExactly(new Effect.Leave());
    }

    @Test
    void a_click_on_a_step_goes_there_and_a_click_on_a_choice_takes_it() {
        WizardDriver wizard = atProtocol();
        for (int[] size : new int[][] {{120, 40}, {160, 45}, {80, 24}}) {
            click(wizard, "External URL", size[0], size[1], size[0] == 80).isAt("external-url");
            wizard.press("Enter").isAt("protocol");
            click(wizard, "GRPC", size[0], size[1], false)
                    .answer("protocol", "GRPC")
                    .type("2");
        }
    }

    /** Clicks in the middle of a word; where steps are marks only, on the second of them. */
    private static WizardDriver click(WizardDriver wizard, String word, int columns, int rows, boolean mark) {
        Page page = wizard.page(columns, rows);
        List<String> lines = page.lines().stream().map(Styled::text).toList();
        for (int row = 0; row < rows; row++) {
            int column = mark && row == 0
                    ? lines.get(0).indexOf('✓') + 1
                    : lines.get(row).indexOf(word);
            if (column >= 0) {
                return wizard.take(page.at(column, row).orElseThrow());
            }
        }
        throw new AssertionError(word + " stands nowhere");
    }
}
