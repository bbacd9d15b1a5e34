package dev.egresso.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.egresso.yaml.TextDifference.Kind;
import dev.egresso.yaml.TextDifference.Row;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TextDifferenceTest {

    @Test
    void rows_tell_what_stays_goes_and_comes() {
        TextDifference difference = TextDifference.between("a\nb\nc\n", "a\nB\nc\n");

        assertThat(difference.rows())
                .containsExactly(
                        new Row(Kind.SAME, 1, 1, "a"),
                        new Row(Kind.REMOVED, 2, 0, "b"),
                        new Row(Kind.ADDED, 0, 2, "B"),
                        new Row(Kind.SAME, 3, 3, "c"));
        assertThat(difference.count(Kind.ADDED)).isEqualTo(1);
    }

    @Test
    void equal_texts_have_no_difference() {
        assertThat(TextDifference.between("a\n", "a\n").isEmpty()).isTrue();
        assertThat(TextDifference.between("a\n", "a\n").unified("x", "y")).isEmpty();
        assertThat(TextDifference.between("", "").rows()).isEmpty();
    }

    @Test
    void the_unified_form_is_the_one_of_diff() {
        TextDifference difference = TextDifference.between("1\n2\n3\n4\n5\n6\n7\n8\n", "1\n2\n3\n4\nfive\n6\n7\n8\n");

        assertThat(difference.unified("old.yaml", "new.yaml"))
                .isEqualTo(
                        """
                        --- old.yaml
                        +++ new.yaml
                        @@ -2,7 +2,7 @@
                         2
                         3
                         4
                        -5
                        +five
                         6
                         7
                         8
                        """);
    }

    @Test
    void a_missing_last_line_feed_is_a_difference_and_is_said() {
        assertThat(TextDifference.between("a", "a\n").unified("x", "y"))
                .isEqualTo(
                        """
                        --- x
                        +++ y
                        @@ -1 +1 @@
                        -a
                        \\ No newline at end of file
                        +a
                        """);
    }

    @Test
    void a_text_that_comes_from_nothing_is_added_whole() {
        assertThat(TextDifference.between("", "a\nb\n").unified("x", "y")).contains("@@ -0,0 +1,2 @@\n+a\n+b\n");
        assertThat(TextDifference.between("a\n", "").unified("x", "y")).contains("@@ -1 +0,0 @@\n-a\n");
    }

    @Test
    void changes_that_are_far_apart_stand_in_hunks_of_their_own() {
        String old = numbers(1, 40);
        TextDifference difference =
                TextDifference.between(old, old.replace("\n10\n", "\nten\n").replace("\n30\n", "\nthirty\n"));

        assertThat(difference.hunks(3)).hasSize(2).allMatch(hunk -> hunk.size() == 8);
        assertThat(difference.hunks(10)).hasSize(1);
        assertThat(difference.hunks(0)).hasSize(2).allMatch(hunk -> hunk.size() == 2);
    }

    @Test
    void a_file_name_cannot_begin_a_line_of_the_diff() {
        assertThat(TextDifference.between("a\n", "b\n").unified("x\n-gone", "y\u001b[2J"))
                .startsWith("--- x?-gone\n+++ y?[2J\n@@");
    }

    @Test
    void two_long_texts_with_little_in_common_are_compared_in_good_time() {
        String old = numbers(1, 200_000);
        String other = "head\n" + numbers(400_000, 4_000) + "200000\n";

        TextDifference difference = assertTimeout(Duration.ofSeconds(5), () -> TextDifference.between(old, other));

        assertThat(side(difference, Kind.REMOVED)).isEqualTo(old);
        assertThat(side(difference, Kind.ADDED)).isEqualTo(other);
    }

    @Test
    void the_most_that_is_compared_line_by_line_takes_less_than_five_seconds() {
        String old = numbers(1, 5_000);
        String other = numbers(10_000, 4_999);

        assertTimeout(Duration.ofSeconds(5), () -> TextDifference.between(old, other));
    }

    @Property(seed = "20261124")
    void each_side_of_a_difference_is_the_whole_text(@ForAll("texts") String old, @ForAll("texts") String other) {
        TextDifference difference = TextDifference.between(old, other);

        assertThat(side(difference, Kind.REMOVED)).isEqualTo(old);
        assertThat(side(difference, Kind.ADDED)).isEqualTo(other);
        assertThat(difference.isEmpty()).isEqualTo(old.equals(other));
    }

    @Property(seed = "20261124")
    void patching_the_old_text_with_the_unified_form_gives_the_new_one(
            @ForAll("texts") String old, @ForAll("texts") String other) throws Exception {
        String oldText = old.isEmpty() ? "" : old + "\n";
        String newText = other.isEmpty() ? "" : other + "\n";
        List<String> unified = lines(TextDifference.between(oldText, newText).unified("x", "y"));

        List<String> patched = DiffUtils.patch(lines(oldText), UnifiedDiffUtils.parseUnifiedDiff(unified));

        assertThat(patched).isEqualTo(lines(newText));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("a", "b", "c", "", "\r", "- x")
                .list()
                .ofMaxSize(30)
                .map(lines -> String.join("\n", lines));
    }

    private static List<String> lines(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.asList(text.substring(0, text.length() - 1).split("\n", -1));
    }

    private static String side(TextDifference difference, Kind kind) {
        return difference.rows().stream()
                .filter(row -> row.kind() == Kind.SAME || row.kind() == kind)
                .map(row -> row.text() + (row.ended() ? "\n" : ""))
                .collect(Collectors.joining());
    }

    private static String numbers(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(number -> number + "\n")
                .collect(Collectors.joining());
    }
}
