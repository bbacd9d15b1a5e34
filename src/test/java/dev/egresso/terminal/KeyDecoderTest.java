package dev.egresso.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.terminal.TerminalEvent.Key;
import dev.egresso.terminal.TerminalEvent.Mouse;
import dev.egresso.terminal.TerminalEvent.Mouse.Action;
import dev.egresso.terminal.TerminalEvent.Paste;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyDecoderTest {
    private static final String ESC = "\u001b";

    private final KeyDecoder decoder = new KeyDecoder();

    @Test
    void letters_signs_and_emoji_type_themselves() {
        assertThat(typed("aZ9 é漢🚀"))
                .containsExactly("aZ9 é漢🚀".codePoints().mapToObj(Key::typing).toArray(Key[]::new));
    }

    @Test
    void half_of_a_surrogate_pair_types_nothing() {
        assertThat(typed("\ud83dx\ude80y")).containsExactly(Key.typing('x'), Key.typing('y'));
    }

    @Test
    void both_line_ends_are_enter_and_both_deletes_are_backspace() {
        assertThat(typed("\r\n\u007f\b\t"))
                .containsExactly(
                        Key.of(KeyCode.ENTER),
                        Key.of(KeyCode.ENTER),
                        Key.of(KeyCode.BACKSPACE),
                        Key.of(KeyCode.BACKSPACE),
                        Key.of(KeyCode.TAB));
    }

    @Test
    void control_characters_are_ctrl_and_their_letter() {
        assertThat(typed("\u0001\u0003\u0011\u0013\u0019\u001a"))
                .containsExactly(
                        Key.ctrl('a'), Key.ctrl('c'), Key.ctrl('q'), Key.ctrl('s'), Key.ctrl('y'), Key.ctrl('z'));
        assertThat(typed("\u0000\u001c\u001d\u001f"))
                .containsExactly(Key.ctrl(' '), Key.ctrl('\\'), Key.ctrl(']'), Key.ctrl('_'));
    }

    @Test
    void escape_alone_is_known_only_after_silence() {
        assertThat(typed(ESC)).isEmpty();
        assertThat(decoder.patience()).contains(KeyDecoder.KEY_PATIENCE);
        decoder.nothingMore();
        assertThat(events()).containsExactly(Key.of(KeyCode.ESCAPE));
        assertThat(decoder.patience()).isEmpty();
    }

    @Test
    void an_escape_whose_tail_comes_in_time_is_one_key() {
        assertThat(typed(ESC)).isEmpty();
        assertThat(typed("[A")).containsExactly(Key.of(KeyCode.UP));
    }

    @Test
    void two_escapes_are_two_escapes_unless_a_sequence_follows() {
        assertThat(typed(ESC + ESC)).isEmpty();
        decoder.nothingMore();
        assertThat(events()).containsExactly(Key.of(KeyCode.ESCAPE), Key.of(KeyCode.ESCAPE));
        assertThat(typed(ESC + ESC + "[A")).containsExactly(Key.of(KeyCode.UP).withAlt());
        assertThat(typed(ESC + ESC + "x"))
                .containsExactly(Key.of(KeyCode.ESCAPE), Key.typing('x').withAlt());
    }

    @Test
    void alt_goes_with_any_key() {
        assertThat(typed(ESC + "x" + ESC + "\u007f" + ESC + "\r" + ESC + "\u0006" + ESC + "🚀"))
                .containsExactly(
                        Key.typing('x').withAlt(),
                        Key.of(KeyCode.BACKSPACE).withAlt(),
                        Key.of(KeyCode.ENTER).withAlt(),
                        Key.ctrl('f').withAlt(),
                        Key.typing(0x1f680).withAlt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "O", "]", "P", "X", "_", "^"})
    void alt_and_a_character_that_opens_a_sequence_is_known_after_silence(String introducer) {
        assertThat(typed(ESC + introducer)).isEmpty();
        decoder.nothingMore();
        assertThat(events()).containsExactly(Key.typing(introducer.charAt(0)).withAlt());
    }

    @ParameterizedTest
    @CsvSource({
        "[A,UP",
        "[B,DOWN",
        "[C,RIGHT",
        "[D,LEFT",
        "OA,UP",
        "OB,DOWN",
        "OC,RIGHT",
        "OD,LEFT",
        "[H,HOME",
        "[F,END",
        "OH,HOME",
        "OF,END",
        "[1~,HOME",
        "[4~,END",
        "[7~,HOME",
        "[8~,END",
        "[2~,INSERT",
        "[3~,DELETE",
        "[5~,PAGE_UP",
        "[6~,PAGE_DOWN",
        "[Z,BACK_TAB",
        "OP,F1",
        "OQ,F2",
        "OR,F3",
        "OS,F4",
        "[P,F1",
        "[S,F4",
        "[11~,F1",
        "[14~,F4",
        "[[A,F1",
        "[[E,F5",
        "[15~,F5",
        "[17~,F6",
        "[21~,F10",
        "[23~,F11",
        "[24~,F12",
        "OM,ENTER",
        "[13u,ENTER",
        "[27u,ESCAPE"
    })
    void the_same_key_is_known_in_the_spellings_of_xterm_linux_rxvt_and_tmux(String sequence, KeyCode code) {
        assertThat(typed(ESC + sequence)).containsExactly(Key.of(code));
    }

    @ParameterizedTest
    @CsvSource({
        "[1;5C,RIGHT,true,false,false", "[1;3D,LEFT,false,true,false", "[1;2A,UP,false,false,true",
        "[1;8B,DOWN,true,true,true", "[1;2P,F1,false,false,true", "[15;5~,F5,true,false,false",
        "[1;2R,F3,false,false,true", "[3;5~,DELETE,true,false,false", "[a,UP,false,false,true",
        "[c,RIGHT,false,false,true", "Oc,RIGHT,true,false,false", "[7^,HOME,true,false,false",
        "[7$,HOME,false,false,true", "[7@,HOME,true,false,true", "[25~,F1,false,false,true",
        "[13;5u,ENTER,true,false,false", "[27;5;13~,ENTER,true,false,false", "O1;5P,F1,true,false,false"
    })
    void modifiers_are_read_in_every_spelling(String sequence, KeyCode code, boolean ctrl, boolean alt, boolean shift) {
        assertThat(typed(ESC + sequence)).containsExactly(new Key(code, 0, ctrl, alt, shift));
    }

    @Test
    void kitty_names_characters_by_number() {
        assertThat(typed(ESC + "[97;5u")).containsExactly(Key.ctrl('a'));
        assertThat(typed(ESC + "[122;3u")).containsExactly(Key.typing('z').withAlt());
        assertThat(typed(ESC + "[99:67;6u")).containsExactly(new Key(KeyCode.CHARACTER, 'c', true, false, true));
        assertThat(typed(ESC + "[9;2u")).containsExactly(Key.of(KeyCode.BACK_TAB));
        assertThat(typed(ESC + "[97;5:3u")).as("let go").isEmpty();
        assertThat(typed(ESC + "[57441;2u")).containsExactly(Key.of(KeyCode.UNKNOWN));
    }

    @Test
    void the_keypad_types_digits() {
        assertThat(typed(ESC + "Op" + ESC + "Oy" + ESC + "Ok" + ESC + "OX"))
                .containsExactly(Key.typing('0'), Key.typing('9'), Key.typing('+'), Key.typing('='));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[?2026;1$y",
                "[?1;2c",
                "[>41;354;0c",
                "[12;40R",
                "[0n",
                "[I",
                "[O",
                "[8;24;80t",
                "[201~",
                "]11;rgb:0000/0000/0000\u001b\\",
                "]52;c;YWJj\u0007",
                "P1+r544e=78\u001b\\",
                "_Gi=1;OK\u001b\\",
                "^x\u001b\\"
            })
    void answers_of_the_terminal_are_no_keys(String answer) {
        assertThat(typed(ESC + answer + "x")).containsExactly(Key.typing('x'));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[99~", "[1;2;3;4;5;6;7W", "[ q", "[!p", "O~", "[[Z"})
    void an_unknown_sequence_types_nothing(String sequence) {
        assertThat(typed(ESC + sequence + "x")).endsWith(Key.typing('x')).hasSizeLessThanOrEqualTo(2);
        assertThat(keysThatType(typed(ESC + sequence))).isEmpty();
    }

    @Test
    void eight_bit_sequences_type_nothing_either() {
        assertThat(typed("\u009bA\u008fP\u009dtitle\u009c\u0085x"))
                .containsExactly(Key.of(KeyCode.UP), Key.of(KeyCode.F1), Key.typing('x'));
    }

    @Test
    void a_sequence_without_end_is_bounded_and_ends_in_silence() {
        assertThat(typed(ESC + "[" + "1;".repeat(1_000_000))).isEmpty();
        assertThat(typed("A")).isEmpty();
        assertThat(typed(ESC + "]" + "x".repeat(1_000_000))).isEmpty();
        decoder.nothingMore();
        assertThat(typed("y")).containsExactly(Key.typing('y'));
    }

    @Test
    void a_new_escape_ends_a_broken_sequence() {
        assertThat(typed(ESC + "[1;" + ESC + "[B" + ESC + "]0;half" + ESC + "[A" + ESC + "[5\r"))
                .containsExactly(Key.of(KeyCode.DOWN), Key.of(KeyCode.UP), Key.of(KeyCode.ENTER));
    }

    @Test
    void silence_in_the_middle_of_a_sequence_drops_it() {
        assertThat(typed(ESC + "[1;5")).isEmpty();
        decoder.nothingMore();
        assertThat(events()).isEmpty();
        assertThat(typed("x")).containsExactly(Key.typing('x'));
    }

    @Test
    void a_paste_is_one_event_with_unix_line_ends() {
        assertThat(typed(ESC + "[200~one\rtwo\r\nthree\n" + ESC + "[201~x"))
                .containsExactly(new Paste("one\ntwo\nthree\n"), Key.typing('x'));
    }

    @Test
    void a_paste_may_hold_anything_and_its_end_may_be_split() {
        String wild = "a\u0000" + ESC + "[A" + ESC + ESC + "[201" + ESC + "[200~" + "b";
        List<TerminalEvent> seen = new ArrayList<>(typed(ESC + "[20"));
        seen.addAll(typed("0~" + wild + ESC + "[2"));
        assertThat(decoder.patience()).contains(KeyDecoder.PASTE_PATIENCE);
        seen.addAll(typed("01"));
        seen.addAll(typed("~"));
        assertThat(seen).containsExactly(new Paste(wild));
    }

    @Test
    void a_paste_of_a_megabyte_arrives_whole() {
        String text = ("line " + ESC + "[31m\u0000\n").repeat(80_000);
        assertThat(typed(ESC + "[200~" + text + ESC + "[201~")).containsExactly(new Paste(text));
    }

    @Test
    void a_paste_without_end_is_given_after_silence() {
        assertThat(typed(ESC + "[200~half")).isEmpty();
        decoder.nothingMore();
        assertThat(events()).containsExactly(new Paste("half"));
        assertThat(typed("x")).containsExactly(Key.typing('x'));
    }

    @Test
    void a_paste_is_bounded() {
        typed(ESC + "[200~");
        typed("x".repeat(PasteCollector.LONGEST + 100));
        assertThat(typed(ESC + "[201~")).singleElement().isInstanceOfSatisfying(Paste.class, paste -> assertThat(
                        paste.text())
                .hasSize(PasteCollector.LONGEST));
    }

    @Test
    void the_mouse_reaches_beyond_column_223() {
        assertThat(typed(ESC + "[<0;301;77M" + ESC + "[<0;301;77m"))
                .containsExactly(new Mouse(Action.PRESS, 1, 300, 76), new Mouse(Action.RELEASE, 1, 300, 76));
    }

    @Test
    void buttons_drags_and_the_wheel_are_told_apart() {
        assertThat(typed(ESC + "[<2;1;1M" + ESC + "[<32;2;1M" + ESC + "[<64;3;1M" + ESC + "[<65;4;1M"))
                .containsExactly(
                        new Mouse(Action.PRESS, 3, 0, 0),
                        new Mouse(Action.DRAG, 1, 1, 0),
                        new Mouse(Action.WHEEL_UP, 0, 2, 0),
                        new Mouse(Action.WHEEL_DOWN, 0, 3, 0));
        assertThat(typed(ESC + "[<35;2;1M" + ESC + "[<66;1;1M" + ESC + "[<0;0;0M" + ESC + "[<0;1M"))
                .as("moves, sideways wheels and nonsense")
                .isEmpty();
    }

    @Test
    void an_old_mouse_report_is_taken_whole() {
        assertThat(typed(ESC + "[M !!" + ESC + "[M#!!" + ESC + "[Ma\"!x"))
                .containsExactly(
                        new Mouse(Action.PRESS, 1, 0, 0),
                        new Mouse(Action.RELEASE, 0, 0, 0),
                        new Mouse(Action.WHEEL_DOWN, 0, 1, 0),
                        Key.typing('x'));
    }

    @Test
    void no_noise_breaks_the_decoder() {
        Random random = new Random(7);
        String alphabet = ESC + ESC + ESC + "[[[O]P<?;:0129~$^@mMuRABZ \u0000\u0007\r\u009b\\é\ud83d\ude80";
        for (int i = 0; i < 300_000; i++) {
            decoder.accept(alphabet.charAt(random.nextInt(alphabet.length())));
            if (random.nextInt(40) == 0) {
                decoder.nothingMore();
            }
        }
        decoder.nothingMore();
        events();
        assertThat(typed("x")).containsExactly(Key.typing('x'));
    }

    private List<TerminalEvent> typed(String characters) {
        decoder.accept(characters);
        return events();
    }

    private List<TerminalEvent> events() {
        List<TerminalEvent> events = new ArrayList<>();
        for (Optional<TerminalEvent> event = decoder.next(); event.isPresent(); event = decoder.next()) {
            events.add(event.get());
        }
        return events;
    }

    private static List<TerminalEvent> keysThatType(List<TerminalEvent> events) {
        return events.stream()
                .filter(event -> event instanceof Key key && key.code() == KeyCode.CHARACTER)
                .toList();
    }
}
