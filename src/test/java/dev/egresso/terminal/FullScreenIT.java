package dev.egresso.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.Tmux;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FullScreenIT {
    private static final String ESC = "\u001b";

    @BeforeAll
    static void a_terminal_is_needed() {
        Tmux.assumeInstalled();
    }

    @Test
    void keys_that_terminals_like_to_keep_arrive() {
        try (Tmux tmux = demo()) {
            for (String letter : List.of("c", "z", "s", "q", "y", "v", "o")) {
                if (!letter.equals("z")) {
                    tmux.key("C-" + letter);
                    tmux.waitFor("character=" + (int) letter.charAt(0) + ", ctrl=true");
                }
            }
            tmux.key("BTab");
            tmux.waitFor("code=BACK_TAB");
            tmux.key("C-Right");
            tmux.waitFor("code=RIGHT, character=0, ctrl=true");
            tmux.key("M-BSpace");
            tmux.waitFor("code=BACKSPACE, character=0, ctrl=false, alt=true");
            tmux.key("Enter");
            tmux.waitFor("code=ENTER");
            tmux.key("Escape");
            tmux.waitFor("code=ESCAPE");
            tmux.type("漢");
            tmux.waitFor("character=28450");
        }
    }

    @Test
    void every_character_stays_in_its_column() {
        try (Tmux tmux = demo()) {
            assertThat(tmux.screen().lines().skip(3).findFirst()).hasValue("🚀|é|é|漢|\ufffd|✅|a␛[31mb␇|\ufffd|");
            assertThat(tmux.styledScreen()).contains("36m").contains("7m").doesNotContain(ESC + "[31mb");
            assertThat(tmux.value("cursor_x") + "," + tmux.value("cursor_y")).isEqualTo("4,5");
        }
    }

    @Test
    void no_byte_of_the_stream_is_zero() {
        try (Tmux tmux = demo()) {
            tmux.record();
            tmux.key("C-l");
            tmux.waitUntil("bytes", () -> new String(tmux.recorded(), UTF_8).contains("漢"));
            assertThat(tmux.recorded()).doesNotContain((byte) 0);
        }
    }

    @Test
    void a_new_size_is_seen_without_a_key_down_to_one_cell() {
        try (Tmux tmux = demo()) {
            for (int[] size : new int[][] {{60, 16}, {1, 1}, {2, 1}, {1, 30}, {200, 60}}) {
                tmux.resize(size[0], size[1]);
                tmux.waitUntil("the size", () -> tmux.screen()
                        .startsWith(("size " + size[0] + "x" + size[1] + ";").substring(0, Math.min(size[0], 5))));
            }
            tmux.waitFor("size 200x60;");
            tmux.waitFor("Resize[columns=200, rows=60]");
        }
    }

    @Test
    void a_paste_of_many_lines_is_one_event() {
        try (Tmux tmux = demo()) {
            tmux.paste("line\n".repeat(20_000));
            tmux.waitFor("last Paste of 100000");
        }
    }

    @Test
    void the_mouse_is_taken_only_when_asked_for() {
        try (Tmux tmux = demo()) {
            assertThat(tmux.value("mouse_any_flag")).isEqualTo("0");
        }
        try (Tmux tmux = demo("mouse")) {
            assertThat(tmux.value("mouse_sgr_flag")).isEqualTo("1");
            tmux.type(ESC + "[<0;299;7M");
            tmux.waitFor("Mouse[action=PRESS, button=1, column=298, row=6]");
            tmux.type("q");
            assertGivenBack(tmux, 0);
        }
    }

    @ParameterizedTest
    @CsvSource({"TERM,143", "HUP,129", "INT,130"})
    void a_signal_ends_it_at_once_and_gives_the_terminal_back(String signal, int status) {
        try (Tmux tmux = demo("mouse")) {
            tmux.record();
            long start = System.nanoTime();
            tmux.signal(signal);
            assertGivenBack(tmux, status);
            assertThat(System.nanoTime() - start).isLessThan(1_500_000_000L);
            assertThat(tmux.folder().file("draft")).hasContent("kept");
            assertGivenBackOnce(tmux);
        }
    }

    @ParameterizedTest
    @CsvSource({"q,0,the demo is over", "e,1,thrown on purpose", "x,7,the shell after"})
    void however_it_ends_the_terminal_is_given_back(String key, int status, String said) {
        try (Tmux tmux = demo()) {
            tmux.record();
            tmux.type(key);
            assertGivenBack(tmux, status);
            assertGivenBackOnce(tmux);
            assertThat(tmux.screen()).contains("the shell before").contains(said);
        }
    }

    @Test
    void what_runs_in_between_has_the_terminal_for_itself() {
        try (Tmux tmux = demo()) {
            tmux.type("o");
            tmux.waitFor("in the editor");
            assertThat(tmux.value("alternate_on")).isEqualTo("0");
            tmux.type("hello");
            tmux.key("Enter");
            tmux.waitFor("last Resumed");
            tmux.waitFor("size 80x24;");
            assertThat(tmux.folder().file("edited")).hasContent("got hello");
            tmux.type("q");
            assertGivenBack(tmux, 0);
        }
    }

    @Test
    void a_signal_during_the_editor_leaves_the_terminal_whole() {
        try (Tmux tmux = demo()) {
            tmux.type("o");
            tmux.waitFor("in the editor");
            tmux.signal("TERM");
            assertThat(tmux.exitStatus()).isEqualTo(143);
            tmux.key("Enter");
            tmux.waitUntil("the editor's end", () -> Files.exists(tmux.folder().file("edited")));
            assertGivenBack(tmux, 143);
        }
    }

    @Test
    void text_reaches_the_clipboard() {
        List<String> outsideTmux = plus(List.of("env", "-u", "TMUX"), command());
        try (Tmux tmux = Tmux.start(outsideTmux, 80, 24, Map.of())) {
            tmux.waitFor("size 80x24;");
            tmux.type("c");
            tmux.waitUntil("the clipboard", () -> tmux.clipboard().equals("copied text"));
        }
    }

    @Test
    void a_terminal_that_takes_no_more_does_not_keep_it_alive() {
        try (Tmux tmux = demo()) {
            tmux.type("w");
            tmux.waitUntil("the flood", () -> tmux.folder().has("flooding"));
            tmux.whileFrozen(() -> {
                tmux.waitUntil("a stuck write", () -> tmux.folder().has("stuck"));
                long start = System.nanoTime();
                tmux.signal("TERM");
                assertThat(tmux.exitStatus()).isEqualTo(143);
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
            });
            tmux.waitForValue("alternate_on", "0");
            assertGivenBack(tmux, 143);
        }
    }

    @Test
    void a_hang_up_that_nobody_tells_is_noticed() {
        List<String> deaf = plus(List.of("sh", "-c", "trap '' HUP; exec \"$@\"", "sh"), command());
        try (Tmux tmux = Tmux.start(deaf, 80, 24, Map.of())) {
            tmux.waitFor("size 80x24;");
            tmux.hangUp();
            tmux.waitUntil("the program to notice", () -> tmux.folder().has("closed"));
        }
    }

    @Test
    void without_a_terminal_it_says_no_at_once() {
        try (Tmux tmux = Tmux.start(plus(command(), List.of("possible")), 80, 24, Map.of())) {
            tmux.waitFor("possible: true");
        }
        List<String> dumb = plus(List.of("env", "TERM=dumb"), plus(command(), List.of("possible")));
        try (Tmux tmux = Tmux.start(dumb, 80, 24, Map.of())) {
            tmux.waitFor("possible: false");
        }
        List<String> piped =
                plus(List.of("sh", "-c", "\"$@\" possible </dev/null; \"$@\" </dev/null", "sh"), command());
        try (Tmux tmux = Tmux.start(piped, 80, 24, Map.of())) {
            tmux.waitFor("the shell after");
            assertThat(tmux.screen())
                    .startsWith(
                            """
                            the shell before
                            possible: false
                            refused: The terminal cannot be taken over for the full screen.
                            the shell after
                            """);
        }
    }

    private static void assertGivenBackOnce(Tmux tmux) {
        assertThat(new String(tmux.recorded(), UTF_8)).containsOnlyOnce(ESC + "[?1049l");
    }

    private static void assertGivenBack(Tmux tmux, int status) {
        assertThat(tmux.exitStatus()).isEqualTo(status);
        assertThat(tmux.modesAfter()).isEqualTo(tmux.modesBefore());
        tmux.waitFor("the shell after");
        assertThat(tmux.value("alternate_on")
                        + tmux.value("mouse_any_flag")
                        + tmux.value("mouse_sgr_flag")
                        + tmux.value("cursor_flag"))
                .as("alternate screen, mouse, SGR mouse, cursor")
                .isEqualTo("0001");
        tmux.paste("x");
        tmux.key("Enter");
        Path leftover = tmux.folder().file("leftover");
        tmux.waitUntil("the paste", () -> leftover.toFile().length() > 0);
        assertThat(leftover).as("no brackets around a paste").hasContent("x\n");
    }

    private static Tmux demo(String... arguments) {
        Tmux tmux = Tmux.start(plus(command(), List.of(arguments)), 80, 24, Map.of());
        tmux.waitFor("size 80x24;");
        return tmux;
    }

    private static List<String> command() {
        return Demo.command();
    }

    private static List<String> plus(List<String> command, List<String> more) {
        List<String> all = new ArrayList<>(command);
        all.addAll(more);
        return all;
    }
}
