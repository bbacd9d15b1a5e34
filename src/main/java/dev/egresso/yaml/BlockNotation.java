package dev.egresso.yaml;

import dev.egresso.mesh.Node;
import java.util.List;
import java.util.Optional;

/** Objects and lists whose parts stand on lines of their own, and comments between them. */
final class BlockNotation implements Notation {
    private final String text;
    private final Writing writing;

    BlockNotation(String text, Writing writing) {
        this.text = text;
        this.writing = writing;
    }

    @Override
    public Splice put(Located at, Node value) {
        if (at.spot() instanceof Spot.Word word && value instanceof Node.Known known) {
            return new Splice(
                    word.at().from(), word.to(), writing.behindColon(word.at().from(), writing.word(known, word)));
        }
        return at.isItem() ? putItem(at, value) : putBelowKey(at, value);
    }

    private Splice putItem(Located at, Node value) {
        int from = at.spot().at().from();
        return new Splice(
                from, at.spot().to(), writing.behindColon(from, writing.block().item(value, Blank.column(text, from))));
    }

    /** A comment behind the key stays there. */
    private Splice putBelowKey(Located at, Node value) {
        Spot spot = at.spot();
        int keyColumn = Blank.column(text, at.key().at().start());
        int behind = text.indexOf(':', at.key().to()) + 1;
        int lineEnd = Blank.lineEnd(text, behind);
        String written = writing.block().value(value, keyColumn);
        if (spot.at().from() > lineEnd) {
            String comment = text.substring(behind, lineEnd).stripTrailing();
            return new Splice(behind, spot.to(), BlockText.isInline(value) ? written + comment : comment + written);
        }
        if (BlockText.isInline(value)) {
            return new Splice(
                    spot.at().from(), spot.to(), writing.behindColon(spot.at().from(), written.strip()));
        }
        int end = Blank.lineEnd(text, spot.to());
        String comment = text.substring(spot.to(), end).stripTrailing();
        String anchor = text.substring(behind, spot.at().from()).stripTrailing();
        return new Splice(behind, end, anchor + comment + written);
    }

    @Override
    public Splice add(Spot.Fields fields, String key, Node value) {
        int first = fields.entries().get(0).key().at().start();
        int column = Blank.column(text, first);
        String written = writing.block().field(key, value, column);
        List<String> keys =
                fields.entries().stream().map(entry -> entry.key().text()).toList();
        Optional<String> behind = FieldOrder.behind(key, keys);
        if (behind.isEmpty() && FieldOrder.leads(key, keys) && !isBelowComment(first)) {
            return new Splice(first, first, written.stripLeading() + writing.lineEnd() + " ".repeat(column));
        }
        int before =
                behind.map(name -> Writing.ends(fields).get(keys.indexOf(name))).orElse(fields.to());
        int end = Blank.lineEnd(text, before);
        return new Splice(end, end, writing.lineEnd() + written);
    }

    /** Whether a comment stands on the line above, which is about what follows it. */
    private boolean isBelowComment(int index) {
        int start = Blank.lineStart(text, index);
        return start > 0
                && text.substring(Blank.lineStart(text, start - 1), start)
                        .stripLeading()
                        .startsWith("#");
    }

    @Override
    public Splice insert(Spot.Items items, int index, Node value) {
        int first = dash(items, 0);
        int column = Blank.column(text, first);
        int gap = Math.max(2, items.items().get(0).at().start() - first);
        boolean usual = gap < 8
                && !text.substring(first, items.items().get(0).at().start()).contains("\n");
        int width = usual ? gap : 2;
        String written = "-" + " ".repeat(width - 1)
                + writing.likeNeighbours(items, value)
                        .orElseGet(() -> writing.block().item(value, column + width));
        if (index > 0) {
            int end = Blank.lineEnd(text, items.items().get(index - 1).to());
            return new Splice(end, end, writing.lineEnd() + " ".repeat(column) + written);
        }
        return new Splice(first, first, written + writing.lineEnd() + " ".repeat(column));
    }

    /** Where the hyphen of an item stands. */
    private int dash(Spot.Items items, int index) {
        int dash = index == 0
                ? items.at().from()
                : Blank.behind(text, items.items().get(index - 1).to());
        if (!text.startsWith("-", dash)) {
            throw new Unchangeable("the list is written in an unusual way");
        }
        return dash;
    }

    @Override
    public Splice take(Located at) {
        List<Spot> parts = Writing.parts(at.container());
        int index = at.index();
        int start = at.isItem()
                ? dash((Spot.Items) at.container(), index)
                : parts.get(index).at().start();
        int end = Math.max(start + 1, Writing.ends(at.container()).get(index));
        int next = Blank.nextLine(text, end);
        if (!Blank.leads(text, start)) {
            int word = next;
            while (word < text.length()
                    && (text.charAt(word) == ' ' || text.charAt(word) == '\n' || text.charAt(word) == '\r')) {
                word++;
            }
            return new Splice(start, word, "");
        }
        int from = Blank.lineStart(text, start);
        boolean last = next == text.length() && !text.endsWith("\n") && from > 0;
        return new Splice(last ? Blank.lineEnd(text, Blank.lineStart(text, from - 1)) : from, next, "");
    }
}
