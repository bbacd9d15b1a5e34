package dev.egresso.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;

/** Finds out where everything stands in the text of a document, which is known to be readable. */
final class SpotReader {
    private final String text;
    private final Iterator<Event> events;
    private final boolean marksFit;
    private final Map<String, Spot> anchored = new HashMap<>();

    private SpotReader(String text) {
        this.text = text;
        this.events = YamlDocuments.events(text).iterator();
        this.marksFit = text.codePointCount(0, text.length()) == text.length();
    }

    /** One for each document. @throws Unreadable for JSON that no reader of YAML takes */
    static List<Spot> read(Source source) {
        return read(source.isJson() ? source.slice().replace('\t', ' ') : source.slice());
    }

    private static List<Spot> read(String text) {
        SpotReader reader = new SpotReader(text);
        List<Spot> documents = new ArrayList<>();
        while (reader.events.hasNext()) {
            if (reader.events.next() instanceof DocumentStartEvent) {
                documents.add(reader.spot(reader.events.next()));
            }
        }
        return documents;
    }

    private Spot spot(Event event) {
        if (event instanceof AliasEvent alias) {
            int start = index(event.getStartMark());
            return new Spot.Alias(at(event, start, ""), index(event.getEndMark()), anchored.get(alias.getAnchor()));
        }
        Spot spot = event instanceof ScalarEvent scalar
                ? word(scalar)
                : event instanceof MappingStartEvent mapping ? fields(mapping) : items((SequenceStartEvent) event);
        anchored.put(spot.at().anchor(), spot);
        return spot;
    }

    private Spot.Word word(ScalarEvent scalar) {
        Spot.At at = at(scalar, anchor(scalar));
        Character style = scalar.getScalarStyle().getChar();
        int to = Math.max(at.from(), index(scalar.getEndMark()));
        boolean block = style != null && (style == '|' || style == '>');
        return new Spot.Word(at, block ? stripped(to) : to, scalar.getValue(), style == null ? ' ' : style);
    }

    private int stripped(int to) {
        int end = to;
        while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private Spot fields(MappingStartEvent start) {
        List<Spot.Entry> entries = new ArrayList<>();
        Spot.At at = at(start, anchor(start));
        int to = at.from();
        Event event = events.next();
        while (!event.is(Event.ID.MappingEnd)) {
            Spot key = spot(event);
            Spot value = spot(events.next());
            Spot.Word word = key instanceof Spot.Word plain ? plain : new Spot.Word(key.at(), key.to(), "", ' ');
            entries.add(new Spot.Entry(word, value));
            to = Math.max(to, Math.max(key.to(), value.to()));
            event = events.next();
        }
        boolean braces = text.startsWith("{", at.from());
        return new Spot.Fields(at, braces ? index(event.getEndMark()) : to, start.isFlow(), List.copyOf(entries));
    }

    private Spot items(SequenceStartEvent start) {
        List<Spot> items = new ArrayList<>();
        Spot.At at = at(start, anchor(start));
        int to = at.from() + 1;
        Event event = events.next();
        while (!event.is(Event.ID.SequenceEnd)) {
            items.add(spot(event));
            to = Math.max(to, items.get(items.size() - 1).to());
            event = events.next();
        }
        return new Spot.Items(at, start.isFlow() ? index(event.getEndMark()) : to, start.isFlow(), List.copyOf(items));
    }

    private static String anchor(NodeEvent event) {
        return event.getAnchor() == null ? "" : event.getAnchor();
    }

    private Spot.At at(Event event, String anchor) {
        int start = index(event.getStartMark());
        return at(event, behindProperties(start), anchor);
    }

    private Spot.At at(Event event, int from, String anchor) {
        Mark mark = event.getStartMark();
        return new Spot.At(mark.getLine(), mark.getColumn(), index(mark), from, anchor);
    }

    /** No bare word begins with the signs of an anchor or a tag. */
    private int behindProperties(int start) {
        int at = start;
        while (at < text.length() && (text.charAt(at) == '&' || text.charAt(at) == '!')) {
            while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            at = Blank.behind(text, at);
        }
        return at;
    }

    /** Marks count code points, and strings count halves of them. */
    private int index(Mark mark) {
        return marksFit ? mark.getIndex() : text.offsetByCodePoints(0, mark.getIndex());
    }
}
