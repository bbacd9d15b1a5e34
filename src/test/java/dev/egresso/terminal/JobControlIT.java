package dev.egresso.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.Tmux;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class JobControlIT {

    @BeforeAll
    static void a_terminal_is_needed() {
        Tmux.assumeInstalled();
    }

    @Test
    void ctrl_z_stops_it_and_fg_brings_it_back() {
        try (Tmux tmux = shellWithDemo()) {
            tmux.key("C-z");
            assertStopped(tmux);
            enter(tmux, "stty -a");
            tmux.waitFor(" icanon");
            tmux.resize(70, 20);
            enter(tmux, "fg");
            tmux.waitFor("size 70x20;");
            assertThat(tmux.value("alternate_on")).isEqualTo("1");
            tmux.key("C-c");
            tmux.waitFor("character=99, ctrl=true");
            assertEndsWell(tmux);
        }
    }

    @Test
    void it_can_be_stopped_again_and_again() {
        try (Tmux tmux = shellWithDemo()) {
            for (int i = 0; i < 3; i++) {
                tmux.key("C-z");
                assertStopped(tmux);
                enter(tmux, "clear; fg");
                tmux.waitFor("last Resumed");
                pressUntilSeen(tmux, "F" + (i + 1));
            }
            assertEndsWell(tmux);
        }
    }

    @Test
    void a_request_to_stop_from_outside_is_honoured_the_same_way() {
        try (Tmux tmux = shellWithDemo()) {
            tmux.shellSignals("TSTP", Demo.class.getName());
            assertStopped(tmux);
            enter(tmux, "fg");
            tmux.waitFor("last Resumed");
            assertEndsWell(tmux);
        }
    }

    @Test
    void after_a_stop_that_cannot_be_caught_it_takes_the_terminal_again() {
        try (Tmux tmux = shellWithDemo()) {
            tmux.shellSignals("STOP", Demo.class.getName());
            tmux.waitFor("Stopped");
            enter(tmux, "stty sane; clear; fg");
            tmux.waitFor("last Resumed");
            tmux.key("C-c");
            tmux.waitFor("character=99, ctrl=true");
            assertEndsWell(tmux);
        }
    }

    @Test
    void in_the_background_it_waits_for_its_turn() {
        try (Tmux tmux = shellWithDemo()) {
            tmux.key("C-z");
            assertStopped(tmux);
            enter(tmux, "clear; bg; jobs");
            tmux.waitFor("Running");
            assertThat(tmux.value("alternate_on")).isEqualTo("0");
            enter(tmux, "fg");
            tmux.waitFor("last Resumed");
            assertEndsWell(tmux);
        }
    }

    @Test
    void a_stopped_one_can_be_ended() {
        try (Tmux tmux = shellWithDemo()) {
            tmux.key("C-z");
            assertStopped(tmux);
            // wait would come back as soon as the job is seen to be stopped
            enter(tmux, "clear; p=$(jobs -p %1); kill %1; while kill -0 $p 2>/dev/null; do sleep 0.05; done; echo");
            tmux.waitFor("Exit 143");
            assertThat(tmux.value("alternate_on") + tmux.value("cursor_flag")).isEqualTo("01");
            enter(tmux, "jobs -l | wc -l | sed 's/^/jobs left: /'; stty -a");
            tmux.waitFor("jobs left: ");
            tmux.waitFor(" icanon");
        }
    }

    /** The demo shows the last event only, and the news of coming back may follow a key that was pressed meanwhile. */
    private static void pressUntilSeen(Tmux tmux, String key) {
        tmux.waitUntil("the key " + key, () -> {
            if (tmux.screen().contains("code=" + key)) {
                return true;
            }
            tmux.key(key);
            return false;
        });
    }

    private static Tmux shellWithDemo() {
        Tmux tmux = Tmux.shell(80, 24, Map.of());
        enter(tmux, String.join(" ", Demo.command()));
        tmux.waitFor("size 80x24;");
        return tmux;
    }

    private static void enter(Tmux tmux, String line) {
        tmux.type(line);
        tmux.key("Enter");
    }

    private static void assertStopped(Tmux tmux) {
        tmux.waitFor("Stopped");
        assertThat(tmux.value("alternate_on") + tmux.value("cursor_flag")).isEqualTo("01");
    }

    private static void assertEndsWell(Tmux tmux) {
        tmux.type("q");
        tmux.waitFor("the demo is over");
        assertThat(tmux.value("alternate_on") + tmux.value("cursor_flag")).isEqualTo("01");
    }
}
