package dev.egresso.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ClipboardTest {
    @Test
    void a_request_is_base64_between_osc_52_and_st() {
        assertThat(Clipboard.request("abc é", Map.of())).hasValue("\u001b]52;c;YWJjIMOp\u001b\\");
    }

    @Test
    void inside_tmux_it_goes_to_tmux_and_passed_through_to_the_terminal_around_it() {
        assertThat(Clipboard.request("abc", Map.of("TMUX", "/tmp/tmux-0/default,1,0")))
                .hasValue("\u001b]52;c;YWJj\u001b\\" + "\u001bPtmux;\u001b\u001b]52;c;YWJj\u001b\u001b\\\u001b\\");
    }

    @Test
    void a_text_that_terminals_would_drop_is_refused() {
        int most = 74_994 / 4 * 3;
        assertThat(Clipboard.request("x".repeat(most), Map.of())).isPresent();
        assertThat(Clipboard.request("x".repeat(most + 3), Map.of())).isEmpty();
    }
}
