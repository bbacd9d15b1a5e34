package dev.egresso.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.terminal.TextWidth;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Rows of text are as wide as they say, whatever stands in them. */
class StyledTest {
    @Property(seed = "20261124")
    void a_row_made_to_fit_is_exactly_as_wide(
            @ForAll("texts") String first, @ForAll("texts") String second, @ForAll @IntRange(max = 30) int columns) {
        Styled row = Styled.of(first).plus(second, Ink.KEY).fit(columns, TextWidth::of);
        assertThat(row.width(TextWidth::of)).isEqualTo(columns);
    }

    @Property(seed = "20261124")
    void wrapped_text_stays_within_its_columns_and_loses_no_letter(
            @ForAll("texts") String text, @ForAll @IntRange(min = 2, max = 30) int columns) {
        List<String> rows = Prose.wrap(text, columns, TextWidth::of);
        assertThat(rows).allSatisfy(row -> assertThat(TextWidth.of(row)).isLessThanOrEqualTo(columns));
        assertThat(String.join("", rows).replaceAll("\\s", "")).isEqualTo(text.replaceAll("\\s", ""));
    }

    /** Pieces that terminals join to one character, and letters beside them. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "a", " ", "/", "漢", "e\u0301", "👩", "\u200d", "👧", "🇩", "🇪", "\u0915", "\u093f", "\u1100",
                        "\u1161", "\u11a8", "\ufe0f", "\u202e", "\u001b", "\ud83d", "bc")
                .list()
                .ofMaxSize(14)
                .map(pieces -> String.join("", pieces));
    }
}
