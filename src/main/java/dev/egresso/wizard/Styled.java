package dev.egresso.wizard;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One row of text in inks. */
public record Styled(List<Span> spans) {
    private static final Styled EMPTY = new Styled(List.of());

    public Styled {
        spans = List.copyOf(spans);
    }

    public static Styled empty() {
        return EMPTY;
    }

    public static Styled of(String text) {
        return of(text, Ink.PLAIN);
    }

    public static Styled of(String text, Ink ink) {
        return text.isEmpty() ? EMPTY : new Styled(List.of(new Span(text, ink)));
    }

    public Styled plus(String text, Ink ink) {
        if (text.isEmpty()) {
            return this;
        }
        List<Span> longer = new ArrayList<>(spans);
        longer.add(new Span(text, ink));
        return new Styled(longer);
    }

    public Styled plus(String text) {
        return plus(text, Ink.PLAIN);
    }

    public Styled plus(Styled other) {
        List<Span> longer = new ArrayList<>(spans);
        longer.addAll(other.spans);
        return new Styled(longer);
    }

    /** The same text, all in one ink. */
    public Styled in(Ink ink) {
        return of(text(), ink);
    }

    /** The part from one place of the text to before another. */
    Styled from(int start, int end) {
        List<Span> kept = new ArrayList<>();
        int at = 0;
        for (Span span : spans) {
            int first = Math.max(start, at) - at;
            int last = Math.min(end, at + span.text().length()) - at;
            if (first < last) {
                kept.add(new Span(span.text().substring(first, last), span.ink()));
            }
            at += span.text().length();
        }
        return new Styled(kept);
    }

    /** Without the blanks at its beginning. */
    Styled stripped() {
        String text = text();
        return from(text.length() - text.stripLeading().length(), text.length());
    }

    public String text() {
        return spans.stream().map(Span::text).collect(Collectors.joining());
    }

    public int width(Measure measure) {
        return spans.stream().mapToInt(span -> measure.of(span.text())).sum();
    }

    public boolean isBlank() {
        return text().isBlank();
    }

    /** Exactly so many columns: padded with blanks, or cut with an ellipsis. */
    public Styled fit(int columns, Measure measure) {
        int width = width(measure);
        if (width <= columns) {
            return plus(" ".repeat(columns - width));
        }
        return columns <= 0
                ? EMPTY
                : cut(columns - 1, measure).fit(columns - 1, measure).plus("…", Ink.DIM);
    }

    private Styled cut(int columns, Measure measure) {
        List<Span> kept = new ArrayList<>();
        int left = columns;
        for (Span span : spans) {
            int width = measure.of(span.text());
            if (width > left) {
                return new Styled(kept).plus(Prose.start(span.text(), left, measure), span.ink());
            }
            left -= width;
            kept.add(span);
        }
        return new Styled(kept);
    }
}
