package dev.egresso.wizard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The upper part of a page: what is being asked or shown on the left, and what there is to say about it on the right.
 *
 * @param caret where the cursor stands in the left part
 * @param targets clickable cells of the left part
 * @param wholeWidth whether the left part takes the whole width
 */
record Upper(
        List<Styled> left,
        List<Styled> right,
        Optional<Page.Caret> caret,
        List<Page.Target> targets,
        boolean wholeWidth) {

    static Upper of(Rows left, Rows right) {
        return new Upper(left.rows(), right.rows(), left.caret(), left.targets(), false);
    }

    /** Rows being written from top to bottom at one width. */
    static final class Rows {
        private final int width;
        private final Measure measure;
        private final List<Styled> rows = new ArrayList<>();
        private final List<Page.Target> targets = new ArrayList<>();
        private Optional<Page.Caret> caret = Optional.empty();

        Rows(int width, Measure measure) {
            this.width = width;
            this.measure = measure;
        }

        int width() {
            return width;
        }

        int count() {
            return rows.size();
        }

        Rows add(Styled row) {
            rows.add(row);
            return this;
        }

        Rows blank() {
            return add(Styled.empty());
        }

        /** A blank row, unless one stands there already. */
        Rows gap() {
            return rows.isEmpty() || rows.get(rows.size() - 1).isBlank() ? this : blank();
        }

        Rows prose(String text, Ink ink) {
            return prose(text, ink, Styled.empty(), 0);
        }

        /** Wrapped text behind a sign; the rows after the first begin below the first letter of the text. */
        Rows prose(String text, Ink ink, Styled sign, int indent) {
            if (text.isBlank()) {
                return this;
            }
            int hang = sign.width(measure);
            Styled before = Styled.of(" ".repeat(indent)).plus(sign);
            for (String row : Prose.wrap(text, width - indent - hang, measure)) {
                add(before.plus(row, ink));
                before = Styled.of(" ".repeat(indent + hang));
            }
            return this;
        }

        Rows caretAt(int column) {
            caret = Optional.of(new Page.Caret(Math.min(column, width - 1), rows.size() - 1));
            return this;
        }

        Rows target(Message message) {
            targets.add(new Page.Target(rows.size() - 1, 0, width, message));
            return this;
        }

        List<Styled> rows() {
            return rows;
        }

        Optional<Page.Caret> caret() {
            return caret;
        }

        List<Page.Target> targets() {
            return targets;
        }
    }
}
