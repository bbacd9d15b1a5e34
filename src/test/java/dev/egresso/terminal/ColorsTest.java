package dev.egresso.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import com.googlecode.lanterna.TextColor;
import dev.egresso.terminal.Colors.Wish;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ColorsTest {
    @Test
    void the_terminal_names_its_colours() {
        assertThat(auto(Map.of("TERM", "xterm"))).isEqualTo(Colors.SIXTEEN);
        assertThat(auto(Map.of("TERM", "tmux-256color"))).isEqualTo(Colors.INDEXED_256);
        assertThat(auto(Map.of("TERM", "xterm", "COLORTERM", "truecolor"))).isEqualTo(Colors.TRUE);
        assertThat(auto(Map.of("TERM", "xterm", "COLORTERM", "24bit"))).isEqualTo(Colors.TRUE);
        assertThat(auto(Map.of("TERM", "dumb", "COLORTERM", "truecolor"))).isEqualTo(Colors.NONE);
        assertThat(auto(Map.of("TERM", "vt100"))).isEqualTo(Colors.NONE);
    }

    @Test
    void no_color_counts_only_if_it_says_something() {
        assertThat(auto(Map.of("TERM", "xterm", "NO_COLOR", "1"))).isEqualTo(Colors.NONE);
        assertThat(auto(Map.of("TERM", "xterm", "NO_COLOR", ""))).isEqualTo(Colors.SIXTEEN);
    }

    @Test
    void a_wish_beats_the_environment() {
        assertThat(Colors.of(Map.of("TERM", "xterm", "NO_COLOR", "1"), Wish.ALWAYS))
                .isEqualTo(Colors.SIXTEEN);
        assertThat(Colors.of(Map.of("TERM", "dumb"), Wish.ALWAYS)).isEqualTo(Colors.SIXTEEN);
        assertThat(Colors.of(Map.of("TERM", "xterm", "COLORTERM", "truecolor"), Wish.NEVER))
                .isEqualTo(Colors.NONE);
    }

    @Test
    void a_colour_too_fine_becomes_a_coarser_one_or_none() {
        TextColor fine = new TextColor.RGB(255, 136, 0);
        assertThat(Colors.TRUE.shown(fine)).isEqualTo(fine);
        assertThat(Colors.INDEXED_256.shown(fine)).isInstanceOf(TextColor.Indexed.class);
        assertThat(Colors.SIXTEEN.shown(fine)).isEqualTo(TextColor.ANSI.DEFAULT);
        assertThat(Colors.SIXTEEN.shown(new TextColor.Indexed(200))).isEqualTo(TextColor.ANSI.DEFAULT);
        assertThat(Colors.SIXTEEN.shown(TextColor.ANSI.RED)).isEqualTo(TextColor.ANSI.RED);
        assertThat(Colors.NONE.shown(TextColor.ANSI.RED)).isEqualTo(TextColor.ANSI.DEFAULT);
    }

    private static Colors auto(Map<String, String> environment) {
        return Colors.of(environment, Wish.AUTO);
    }
}
