package dev.egresso.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.Resource;
import dev.egresso.TempFolder;
import dev.egresso.Tmux;
import dev.egresso.Wait;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The wizard as it is shipped, in a real terminal, from the first key to what is left behind. */
@EnabledIf(value = "dev.egresso.Tmux#isInstalled", disabledReason = "tmux is not installed: apt-get install tmux")
class WizardIT {
    private static final String URL =
            "https://raw.githubusercontent.com/mcasperson/NodejsProxy/master/externalservice1.txt";
    private static final String FIRST = "Which name do your apps call?";
    private static final String SECOND = "Which external URL should answer?";
    private static final String THIRD = "What does the external service speak?";
    private static final String REVIEW = "w where";
    private static final String ESC = "\u001b";

    private final TempFolder home = TempFolder.create();
    private final Map<String, String> environment = new TreeMap<>();

    @BeforeEach
    void a_home_of_its_own() throws IOException {
        Path script = home.file("egresso");
        home.write(
                "egresso",
                "#!/bin/sh\nexec "
                        + CommandResult.command().stream()
                                .map(word -> "'" + word + "'")
                                .collect(Collectors.joining(" "))
                        + " \"$@\"\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        environment.put("HOME", home.path().toString());
        environment.put("XDG_STATE_HOME", home.file("state").toString());
        environment.put("EGRESSO_COMMAND", script.toString());
        environment.put("LANG", "C.UTF-8");
        environment.put("LC_ALL", "");
    }

    @AfterEach
    void gone() {
        home.close();
    }

    private Tmux wizard(int columns, int rows, String... arguments) {
        List<String> command = Stream.concat(Stream.of(home.file("egresso").toString(), "wizard"), Stream.of(arguments))
                .toList();
        return Tmux.start(command, columns, rows, environment);
    }

    private Tmux opened(int columns, int rows, String... arguments) {
        Tmux tmux = wizard(columns, rows, arguments);
        tmux.waitFor(FIRST);
        return tmux;
    }

    private static void type(Tmux tmux, String text, String next) {
        tmux.type(text);
        tmux.key("Enter");
        tmux.waitFor(next);
    }

    /** The terminal is as it was before: modes, screen, cursor, mouse. */
    private static void assertWhole(Tmux tmux) {
        assertThat(tmux.modesAfter()).isEqualTo(tmux.modesBefore());
        tmux.waitFor("the shell after");
        assertThat(tmux.screen()).contains("the shell before").doesNotContain("egresso  ");
        assertThat(Stream.of("alternate_on", "mouse_any_flag", "mouse_sgr_flag", "mouse_button_flag")
                        .map(tmux::value))
                .containsOnly("0");
        assertThat(tmux.value("cursor_flag")).isEqualTo("1");
    }

    @Test
    void an_opened_file_changes_by_one_line_once_that_was_shown() throws IOException {
        String before = Resource.text("/reopen/by-hand.yaml");
        home.write("pay.yaml", before);
        Path file = home.file("pay.yaml");
        try (Tmux tmux = wizard(160, 45, "--from", file.toString())) {
            tmux.waitFor("The files say so already");
            assertThat(tmux.screen()).contains("┊ # owned by team payments", "timeout: 1m30s # long");
            shorterTimeout(tmux);
            tmux.waitFor("shows what changes in");
            tmux.key("s");
            tmux.waitFor("Nothing is written yet");
            assertThat(tmux.screen()).contains("-        - timeout: 1m30s # long", "+        - timeout: 5s # long");
            assertThat(Files.readString(file)).isEqualTo(before);
            tmux.key("o");
            tmux.waitFor("Written into");
            assertThat(Files.readString(file)).isEqualTo(before.replace("1m30s # long", "5s # long"));
            tmux.key("q");
            assertThat(tmux.exitStatus()).isZero();
            assertWhole(tmux);
            assertThat(drafts()).isEmpty();
            assertThat(tmux.screen().replace("\n", "")).contains(" render --from ", "--timeout 5s --overwrite");
        }
    }

    /** Down the list of questions to the timeout, a key at a time. */
    private static void shorterTimeout(Tmux tmux) {
        tmux.key("o");
        tmux.waitFor("None of them is required");
        while (!tmux.screen().contains("▸ Timeout")) {
            String at = marked(tmux);
            tmux.key("Down");
            Wait.until(tmux::screen, () -> !marked(tmux).equals(at));
        }
        tmux.key("C-u");
        tmux.type("5s");
        tmux.waitFor("timeout: 5s # long");
        tmux.key("C-d");
    }

    private static String marked(Tmux tmux) {
        return tmux.screen()
                .lines()
                .filter(line -> line.startsWith("  ▸ "))
                .findFirst()
                .orElse("");
    }

    @Test
    void a_file_that_somebody_else_changed_meanwhile_is_left_alone_and_the_answers_are_kept() throws IOException {
        home.write("pay.yaml", Resource.text("/reopen/by-hand.yaml"));
        Path file = home.file("pay.yaml");
        try (Tmux tmux = wizard(160, 45, "--from", file.toString())) {
            tmux.waitFor("The files say so already");
            shorterTimeout(tmux);
            tmux.waitFor("shows what changes in");
            String others = Files.readString(file) + "# by somebody else\n";
            Files.writeString(file, others);
            tmux.key("s");
            tmux.waitFor("Nothing is written yet");
            tmux.key("o");
            tmux.waitFor("is no longer as it was read");
            assertThat(Files.readString(file)).isEqualTo(others);
            tmux.key("q");
            assertThat(tmux.exitStatus()).isEqualTo(1);
            assertThat(drafts()).hasSize(1);
        }
        try (Tmux tmux = wizard(160, 45, "--resume")) {
            tmux.waitFor("shows what changes in");
            assertThat(tmux.screen()).contains("timeout: 5s # long");
            tmux.key("s");
            tmux.waitFor("Nothing is written yet");
            tmux.key("o");
            tmux.waitFor("Written into");
            assertThat(Files.readString(file)).contains("timeout: 5s # long", "# by somebody else");
        }
    }

    @Test
    void of_several_routes_in_a_file_one_is_chosen() throws IOException {
        home.write("two.yaml", Resource.text("/reopen/two-routes.yaml"));
        Path file = home.file("two.yaml");
        try (Tmux tmux = wizard(120, 40, "--from", file.toString())) {
            tmux.waitFor("Which one?");
            assertThat(tmux.screen()).contains("▸ pay  →  api.pay.example", "smtp.mail.example");
            tmux.key("Enter");
            tmux.waitFor("The files say so already");
            tmux.key("C-c");
            assertThat(tmux.exitStatus()).isEqualTo(1);
            assertThat(drafts()).isEmpty();
        }
    }

    @Test
    void three_answers_by_hand_and_one_key_make_a_file_and_the_printed_command_makes_it_again() {
        try (Tmux tmux = opened(200, 60)) {
            type(tmux, "webserver", SECOND);
            type(tmux, URL, THIRD);
            type(tmux, "HTTPS", REVIEW);
            tmux.key("s");
            tmux.waitFor("Saved ./webserver-egress.yaml");
            tmux.key("q");
            assertThat(tmux.exitStatus()).isZero();
            assertWhole(tmux);
            String saved = new String(tmux.folder().bytes("webserver-egress.yaml"));
            assertThat(saved).contains("kind: ServiceEntry", "kind: VirtualService", "kind: DestinationRule");
            assertThat(tmux.screen()).contains("Saved ./webserver-egress.yaml").doesNotContain("Not saved");
            assertThat(drafts()).isEmpty();
            String command = tmux.screen()
                    .lines()
                    .filter(line -> line.startsWith(home.path().toString()))
                    .findFirst()
                    .orElseThrow();
            assertThat(command).contains(" render ");
            assertThat(CommandResult.in(home)
                            .run(List.of("sh", "-c", command))
                            .succeeds()
                            .out())
                    .isEqualTo(saved);
        }
    }

    @Test
    void the_answers_go_through_the_editor_and_come_back() {
        Map<String, String> with = new HashMap<>(environment);
        with.put("EDITOR", "sed -i s/webserver/other/");
        List<String> command = List.of(home.file("egresso").toString(), "wizard", "--preset", "blog");
        try (Tmux tmux = Tmux.start(command, 120, 40, with)) {
            tmux.waitFor(REVIEW);
            tmux.key("e");
            tmux.waitFor("http://other/hello");
            tmux.key("u");
            tmux.waitFor("http://webserver/hello");
            tmux.key("q");
            assertThat(tmux.exitStatus()).isOne();
            assertWhole(tmux);
        }
    }

    @Test
    void ready_answers_show_all_kinds_in_one_row_where_there_is_room_and_by_name_where_there_is_not() {
        String[] kinds = {"ServiceEntry", "VirtualService", "DestinationRule"};
        try (Tmux tmux = wizard(160, 45, "--preset", "blog")) {
            tmux.waitFor(REVIEW);
            assertThat(tmux.screen().lines())
                    .anySatisfy(line -> assertThat(line).contains(kinds));
            for (String kind : kinds) {
                assertThat(tmux.screen()).contains("kind: " + kind);
            }
            tmux.resize(80, 24);
            tmux.waitUntil("one kind", () -> tmux.screen().split("kind: ", -1).length == 2);
            assertThat(tmux.screen().lines())
                    .anySatisfy(line -> assertThat(line).contains(kinds));
            tmux.key("q");
            assertThat(tmux.exitStatus()).isEqualTo(1);
            assertWhole(tmux);
        }
    }

    @Test
    void a_window_of_any_size_loses_nothing_that_is_typed() {
        try (Tmux tmux = opened(200, 60)) {
            type(tmux, "webserver", SECOND);
            tmux.type("https://api.exa");
            tmux.resize(70, 18);
            tmux.type("mple.com");
            tmux.waitUntil("the text", () -> tmux.screen().contains("https://api.example.com"));
            tmux.resize(50, 10);
            tmux.waitFor("Egresso needs 60 columns");
            tmux.type("/v1/");
            tmux.resize(120, 40);
            tmux.waitFor("https://api.example.com/v1/");
            assertCursorBehind(tmux, "https://api.example.com/v1/");
            tmux.resize(79, 23);
            tmux.waitUntil("the cursor", () -> isCursorBehind(tmux, "https://api.example.com/v1/"));
            tmux.key("C-c");
            assertWhole(tmux);
        }
    }

    private static void assertCursorBehind(Tmux tmux, String text) {
        tmux.waitUntil("the cursor behind " + text, () -> isCursorBehind(tmux, text));
    }

    private static boolean isCursorBehind(Tmux tmux, String text) {
        int row = Integer.parseInt(tmux.value("cursor_y"));
        String line = tmux.screen().lines().skip(row).findFirst().orElse("");
        int at = line.indexOf(text);
        return at >= 0
                && tmux.value("cursor_x").equals("" + (at + text.length()))
                && tmux.value("cursor_flag").equals("1");
    }

    @Test
    void a_hostile_page_pasted_into_a_field_is_text_and_nothing_more() {
        String line = "q\ns\n" + ESC + "]0;owned\u0007" + ESC
                + "[2J\u0003\u001a\u0004 rm -rf / \u202e漢👩‍👩‍👧\t$(reboot)\r\n";
        try (Tmux tmux = opened(120, 40)) {
            type(tmux, "webserver", SECOND);
            tmux.paste(line.repeat(100_000 / line.length()));
            tmux.waitFor("rm -rf /");
            assertThat(tmux.screen()).contains(SECOND);
            tmux.key("C-u");
            tmux.waitUntilGone("rm -rf /");
            type(tmux, "https://api.example.com/v1/", THIRD);
            tmux.key("C-c");
            assertThat(tmux.exitStatus()).isEqualTo(1);
            assertWhole(tmux);
        }
    }

    @Test
    void ctrl_c_leaves_at_once_and_says_where_the_answers_are() {
        try (Tmux tmux = opened(100, 30)) {
            tmux.type("webserver");
            tmux.key("C-c");
            assertThat(tmux.exitStatus()).isEqualTo(1);
            assertWhole(tmux);
            tmux.waitFor("Your answers are kept");
            assertThat(drafts()).singleElement().satisfies(WizardIT::isPrivate);
        }
    }

    @Test
    void who_leaves_without_an_answer_leaves_nothing_behind() {
        try (Tmux tmux = opened(100, 30)) {
            tmux.key("C-c");
            assertThat(tmux.exitStatus()).isEqualTo(1);
            assertWhole(tmux);
            assertThat(tmux.screen()).doesNotContain("kept");
            assertThat(drafts()).isEmpty();
        }
    }

    @Test
    void a_terminated_session_is_told_and_can_be_resumed() {
        try (Tmux tmux = opened(120, 40)) {
            type(tmux, "webserver", SECOND);
            tmux.type("https://api.exam");
            tmux.waitFor("host api.exam");
            tmux.signal("TERM");
            assertThat(tmux.exitStatus()).isEqualTo(143);
            assertWhole(tmux);
            tmux.waitFor("--resume");
        }
        try (Tmux tmux = wizard(120, 40, "--resume")) {
            tmux.waitFor("webserver → https://api.exam");
            tmux.key("C-x");
            tmux.waitFor("Saved ./webserver-egress.yaml");
            tmux.key("C-c");
            assertThat(tmux.exitStatus()).isZero();
            assertThat(drafts()).isEmpty();
        }
    }

    @Test
    void a_killed_session_has_kept_what_was_typed_a_second_before() throws InterruptedException {
        try (Tmux tmux = opened(120, 40)) {
            tmux.type("webserver");
            tmux.waitFor("webserver");
            Thread.sleep(900);
            tmux.signal("KILL");
            assertThat(tmux.exitStatus()).isEqualTo(137);
            assertThat(drafts()).singleElement().satisfies(draft -> {
                isPrivate(draft);
                assertThat(draft).content().contains("internal-host: webserver");
            });
        }
    }

    private static void isPrivate(Path draft) {
        try {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(draft)))
                    .isEqualTo("rw-------");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> drafts() {
        if (!home.has("state")) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(home.file("state"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(".yaml"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void stopping_and_going_on_keeps_the_page_and_the_shell_whole() {
        try (Tmux tmux = Tmux.shell(120, 40, environment)) {
            tmux.type(home.file("egresso") + " wizard");
            tmux.key("Enter");
            tmux.waitFor(FIRST);
            tmux.type("webserver");
            tmux.waitFor("webserver.default");
            tmux.key("C-z");
            tmux.waitFor("Stopped");
            assertThat(tmux.value("alternate_on")).isEqualTo("0");
            tmux.type("stty -a | grep -c -w -e -icanon; echo done");
            tmux.key("Enter");
            tmux.waitFor("done\nready>");
            tmux.type("fg");
            tmux.key("Enter");
            tmux.waitFor("webserver.default");
            assertCursorBehind(tmux, "▸ webserver");
            tmux.type("2");
            tmux.waitFor("webserver2.default");
            tmux.key("C-c");
            tmux.waitFor("Your answers are kept");
            assertThat(tmux.value("alternate_on")).isEqualTo("0");
        }
    }

    @Test
    void ascii_is_all_there_is_where_only_ascii_is_wanted() {
        for (List<String> look : List.of(List.of("--ascii"), List.<String>of())) {
            environment.put("LANG", look.isEmpty() ? "C" : "C.UTF-8");
            try (Tmux tmux = wizard(
                    160,
                    45,
                    Stream.concat(look.stream(), Stream.of("--preset", "blog")).toArray(String[]::new))) {
                tmux.waitFor(REVIEW);
                for (String key : List.of("BTab", "C-y", "Escape", "C-g", "Escape", "C-o")) {
                    tmux.key(key);
                    assertThat(tmux.screen()).isNotBlank().matches("[\\n\\x20-\\x7e]*");
                }
                tmux.key("C-c");
                assertWhole(tmux);
            }
        }
    }

    @Test
    void no_colour_is_shown_where_none_is_wanted() {
        environment.put("NO_COLOR", "1");
        try (Tmux tmux = wizard(160, 45, "--preset", "blog")) {
            tmux.waitFor(REVIEW);
            tmux.key("C-y");
            tmux.waitFor("What breaks");
            assertThat(tmux.styledScreen()).doesNotContainPattern(ESC + "\\[[0-9;]*\\b(3[0-7]|4[0-7]|9[0-7]|38|48)\\b");
            tmux.key("C-c");
        }
    }

    @Test
    void a_click_on_a_step_goes_there_and_the_cursor_stands_in_the_field() {
        try (Tmux tmux = wizard(160, 45, "--preset", "blog")) {
            tmux.waitFor(REVIEW);
            int column = tmux.screen().lines().findFirst().orElse("").indexOf("External URL");
            tmux.type(ESC + "[<0;" + (column + 2) + ";1M" + ESC + "[<0;" + (column + 2) + ";1m");
            tmux.waitFor(SECOND);
            assertCursorBehind(tmux, "externalservice1.txt");
            tmux.key("C-c");
            assertWhole(tmux);
        }
        try (Tmux tmux = wizard(100, 30, "--preset", "blog", "--no-mouse")) {
            tmux.waitFor(REVIEW);
            Wait.until(() -> "no mouse", () -> tmux.value("mouse_any_flag").equals("0"));
            tmux.key("C-c");
        }
    }
}
