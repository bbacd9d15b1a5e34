package dev.egresso.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TextColor;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanvasTest {
    private static final Size SIZE = new Size(12, 3);
    private static final Style WARNING = Style.of(TextColor.ANSI.YELLOW, SGR.BOLD);

    private Canvas canvas = Canvas.of(SIZE, Colors.SIXTEEN, true);

    @Test
    void what_is_printed_stands_there() {
        assertThat(canvas.print(2, 1, "api.x", WARNING)).isEqualTo(7);
        assertThat(canvas.row(1)).isEqualTo("  api.x");
        assertThat(canvas.cell(2, 1).getForegroundColor()).isEqualTo(TextColor.ANSI.YELLOW);
        assertThat(canvas.cell(2, 1).isBold()).isTrue();
        canvas.clear(1);
        assertThat(canvas.row(1)).isEmpty();
    }

    @Test
    void each_character_takes_the_columns_it_is_said_to_take() {
        String text = "🚀é漢e\u0301👨‍👩‍👧.";
        assertThat(canvas.print(0, 0, text, Style.PLAIN))
                .isEqualTo(TextWidth.of(text))
                .isEqualTo(8);
        assertThat(canvas.cell(7, 0).getCharacterString()).isEqualTo(".");
    }

    @Test
    void text_is_cut_at_the_edges_and_a_wide_character_is_not_halved() {
        canvas.print(-2, 0, "abcd", Style.PLAIN);
        canvas.print(-1, 1, "漢b", Style.PLAIN);
        canvas.print(11, 2, "漢", Style.PLAIN);
        canvas.print(0, 3, "below", Style.PLAIN);
        canvas.print(0, -1, "above", Style.PLAIN);
        assertThat(canvas.row(0)).isEqualTo("cd");
        assertThat(canvas.row(1)).isEqualTo(" b");
        assertThat(canvas.row(2)).isEmpty();
    }

    @Test
    void half_of_a_wide_character_does_not_stay() {
        canvas.print(0, 0, "漢漢漢", Style.PLAIN);
        canvas.print(1, 0, "ab", Style.PLAIN);
        assertThat(canvas.row(0)).isEqualTo(" ab 漢");
    }

    @Test
    void nothing_that_a_terminal_obeys_gets_out() {
        for (int codePoint = 0; codePoint < 0x110000; codePoint++) {
            canvas.print(0, 0, "a" + Character.toString(codePoint) + "b\u0301", Style.PLAIN);
            canvas.delta().codePoints().filter(CanvasTest::isDangerous).forEach(found -> {
                throw new AssertionError("U+" + Integer.toHexString(found));
            });
        }
    }

    @Test
    void the_pieces_of_an_attack_are_shown_as_signs() {
        canvas.print(0, 0, "a\u001b[31m\u0007\r\n", Style.PLAIN);
        canvas.print(0, 1, "a\u009b31m\u202eb\u200bc", Style.PLAIN);
        assertThat(canvas.row(0)).isEqualTo("a␛[31m␇␍␊");
        assertThat(canvas.row(1)).isEqualTo("a\ufffd31m\ufffdb\ufffdc");
    }

    @Test
    void without_unicode_there_is_a_question_mark_per_column() {
        canvas = Canvas.of(SIZE, Colors.SIXTEEN, false);
        canvas.print(0, 0, "é漢.", Style.PLAIN);
        assertThat(canvas.row(0)).isEqualTo("???.");
        assertThat(canvas.delta().chars()).allMatch(character -> character < 0x7f);
    }

    @Test
    void without_colour_the_other_marks_still_work() {
        canvas = Canvas.of(SIZE, Colors.NONE, true);
        canvas.print(0, 0, "x", WARNING.with(SGR.UNDERLINE).with(SGR.REVERSE).dimmed());
        assertThat(canvas.delta()).contains("\u001b[0;1;2;4;7m").doesNotContain("33");
    }

    @Test
    void no_background_is_ever_painted() {
        for (TextColor color : TextColor.ANSI.values()) {
            canvas.print(0, 0, color.toString(), Style.of(color, SGR.REVERSE));
        }
        canvas.print(0, 1, "fine", Style.of(new TextColor.RGB(1, 2, 3)));
        assertThat(canvas.delta()).doesNotContainPattern("[;\\[](4[0-79]|48;|10[0-7])[;m]");
    }

    @Test
    void a_delta_of_one_character_is_short_and_a_delta_of_nothing_is_empty() {
        canvas = Canvas.of(new Size(200, 60), Colors.SIXTEEN, true);
        canvas.print(0, 0, "x".repeat(200), Style.PLAIN);
        canvas.delta();
        assertThat(canvas.delta()).isEmpty();
        canvas.print(150, 50, "y", WARNING);
        assertThat(canvas.delta()).isEqualTo("\u001b[51;151H\u001b[0;1;33my\u001b[m");
    }

    @Test
    void whatever_is_drawn_the_terminal_ends_up_showing_the_canvas() {
        Random random = new Random(11);
        List<String> words = List.of(
                "abc", "漢字", "🚀", "e\u0301x", " ", "é", "👨‍👩‍👧", "a漢b🚀c", "✅.", "\u001b[2J", "q\u0323\u0307");
        List<Style> styles = List.of(Style.PLAIN, WARNING, Style.PLAIN.dimmed(), Style.of(TextColor.ANSI.CYAN));
        Emulator emulator = new Emulator(SIZE, TextWidth::of);
        for (int round = 0; round < 5_000; round++) {
            for (int i = random.nextInt(5); i >= 0; i--) {
                canvas.print(
                        random.nextInt(16) - 2,
                        random.nextInt(4),
                        words.get(random.nextInt(words.size())),
                        styles.get(random.nextInt(styles.size())));
            }
            if (random.nextInt(20) == 0) {
                canvas.clear(random.nextInt(canvas.size().rows()));
            }
            if (random.nextInt(50) == 0) {
                Size size = new Size(1 + random.nextInt(14), 1 + random.nextInt(4));
                canvas.resize(size);
                emulator.resize(size);
            }
            emulator.write(canvas.delta());
            for (int y = 0; y < canvas.size().rows(); y++) {
                assertThat(emulator.row(y)).as("round " + round).isEqualTo(looks(y));
            }
            assertThat(emulator.style()).isEmpty();
        }
    }

    @Test
    void a_terminal_with_another_idea_of_a_width_keeps_the_rest_of_the_row_in_place() {
        Emulator narrow = new Emulator(SIZE, text -> 1);
        canvas.print(0, 0, "old text", Style.PLAIN);
        narrow.write(canvas.delta());
        canvas.print(0, 0, "a🚀b漢c  ", Style.PLAIN);
        narrow.write(canvas.delta());
        assertThat(String.join("", narrow.row(0)).stripTrailing()).isEqualTo("a🚀 b漢 c");
    }

    @Test
    void the_cursor_stays_on_the_canvas() {
        assertThat(canvas.cursorSequence()).isEmpty();
        canvas.cursor(99, -1);
        assertThat(canvas.cursorSequence()).isEqualTo("\u001b[1;12H\u001b[?25h");
        canvas.hideCursor();
        assertThat(canvas.cursorSequence()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void the_smallest_screens_are_screens(int columns) {
        canvas.resize(new Size(columns, 1));
        assertThatCode(() -> {
                    canvas.cursor(columns, 1);
                    canvas.print(0, 0, "漢🚀abc", Style.PLAIN);
                    canvas.delta();
                    canvas.clear();
                    canvas.delta();
                })
                .doesNotThrowAnyException();
    }

    private List<String> looks(int row) {
        List<String> looks = new ArrayList<>();
        for (int x = 0; x < canvas.size().columns(); x++) {
            Glyph glyph = (Glyph) canvas.cell(x, row);
            looks.add(glyph.getCharacterString() + (glyph.style().equals("\u001b[m") ? "" : glyph.style()));
        }
        return looks;
    }

    private static boolean isDangerous(int codePoint) {
        boolean partOfOurSequences = codePoint == 0x1b;
        int type = Character.getType(codePoint);
        return !partOfOurSequences
                && (Character.isISOControl(codePoint) || type == Character.FORMAT || type == Character.SURROGATE);
    }
}
