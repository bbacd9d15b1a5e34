package dev.egresso.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextWidthTest {
    @ParameterizedTest
    @CsvSource({"a,1", "é,1", "漢,2", "한,2", "🚀,2", "✅,2", "✓,1", "⚠,1", "🖥,1", "Ａ,2", "�,1"})
    void one_code_point(String character, int columns) {
        assertThat(TextWidth.of(character.codePointAt(0))).isEqualTo(columns);
        assertThat(TextWidth.of(character)).isEqualTo(columns);
    }

    @Test
    void all_signs_of_the_page_take_one_column() {
        String signs = "▸▌▏•×…─│→·✓‹›↳=!i";
        assertThat(signs.codePoints().map(TextWidth::of)).containsOnly(1);
    }

    @Test
    void marks_sit_on_the_character_before() {
        assertThat(TextWidth.of("e\u0301")).isEqualTo(1);
        assertThat(TextWidth.of("漢\u0301")).isEqualTo(2);
        assertThat(TextWidth.of(0x301)).isZero();
        assertThat(TextWidth.of("⚠\ufe0f")).as("with the wish for a picture").isEqualTo(1);
        assertThat(TextWidth.of("\u1112\u1161\u11ab"))
                .as("a syllable in pieces")
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "👨‍👩‍👧",
                "🇩🇪",
                "👍🏽",
                "\u0301",
                "\u200b",
                "\u202e",
                "\u0007",
                "\u00ad",
                "\ud83d",
                "\u0378",
                "a\u0301\u0301\u0301\u0301\u0301"
            })
    void what_is_not_shown_takes_the_one_column_of_its_sign(String text) {
        assertThat(TextWidth.of(text)).isEqualTo(1);
    }

    @Test
    void a_text_is_as_wide_as_its_pieces() {
        assertThat(TextWidth.of("")).isZero();
        assertThat(TextWidth.of("http://x")).isEqualTo(8);
        assertThat(TextWidth.of("x\t漢\r\n🚀")).isEqualTo(1 + 1 + 2 + 2 + 2);
    }
}
