package dev.egresso.rollout;

import dev.egresso.mesh.Kind;
import dev.egresso.mesh.Node;
import dev.egresso.yaml.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A receipt as the JSON text that is kept of it. */
public final class ReceiptText {
    private static final String FORM = "egresso-receipt";

    /** Of the form, not of the program; a reader refuses what it does not know. */
    private static final String VERSION = "1";

    private ReceiptText() {}

    public static String of(Receipt receipt) {
        Fields fields = new Fields()
                .put(FORM, VERSION)
                .put("id", receipt.id())
                .put("act", receipt.act().name())
                .put("state", receipt.state().name());
        receipt.undoes().ifPresent(undone -> fields.put("undoes", undone));
        Site site = receipt.site();
        fields.put("force", Boolean.toString(receipt.force()))
                .put("name", receipt.name())
                .put("time", receipt.time().toString())
                .put("person", receipt.person())
                .put(
                        "site",
                        new Fields()
                                .put("context", site.context())
                                .put("cluster", site.cluster())
                                .put("server", site.server())
                                .put("user", site.user())
                                .put("verified", Boolean.toString(site.verified()))
                                .mapping())
                .put(
                        "entries",
                        new Node.Sequence(
                                receipt.entries().stream()
                                        .<Node>map(ReceiptText::entry)
                                        .toList(),
                                Trees.ORIGIN));
        return JsonObject.pretty(fields.mapping()) + "\n";
    }

    private static Node entry(Entry entry) {
        Fields fields = new Fields()
                .put("apiVersion", entry.address().apiVersion())
                .put("kind", entry.address().kind().word())
                .put("namespace", entry.address().namespace())
                .put("name", entry.address().name())
                .put("mark", entry.mark().name())
                .put("text", entry.text());
        entry.before().ifPresent(object -> fields.put("before", object.root()));
        entry.goal().ifPresent(object -> fields.put("goal", object.root()));
        entry.after().ifPresent(object -> fields.put("after", object.root()));
        return fields.mapping();
    }

    /** Empty for a text that is no receipt, or one of a form that is not known here. */
    public static Optional<Receipt> read(String text) {
        try {
            return JsonObject.read(text, Trees.ORIGIN)
                    .filter(root -> Trees.text(root, FORM).equals(VERSION))
                    .map(ReceiptText::receipt);
        } catch (IllegalArgumentException | DateTimeException garbled) {
            return Optional.empty();
        }
    }

    private static Receipt receipt(Node.Mapping root) {
        return new Receipt(
                Trees.text(root, "id"),
                Receipt.Act.valueOf(Trees.text(root, "act")),
                Optional.of(Trees.text(root, "undoes")).filter(undone -> !undone.isEmpty()),
                Trees.text(root, "force").equals("true"),
                Trees.text(root, "name"),
                Instant.parse(Trees.text(root, "time")),
                Trees.text(root, "person"),
                new Site(
                        Trees.text(root, "site", "context"),
                        Trees.text(root, "site", "cluster"),
                        Trees.text(root, "site", "server"),
                        Trees.text(root, "site", "user"),
                        !Trees.text(root, "site", "verified").equals("false")),
                Receipt.State.valueOf(Trees.text(root, "state")),
                entries(root));
    }

    private static List<Entry> entries(Node.Mapping root) {
        return Trees.items(root, "entries").stream().map(ReceiptText::entry).toList();
    }

    private static Entry entry(Node node) {
        String kind = Trees.text(node, "kind");
        return new Entry(
                new Address(
                        Trees.text(node, "apiVersion"),
                        Kind.of(kind).orElseThrow(() -> new IllegalArgumentException("no kind " + kind)),
                        Trees.text(node, "namespace"),
                        Trees.text(node, "name")),
                Trees.text(node, "text"),
                object(node, "before"),
                object(node, "goal"),
                object(node, "after"),
                Entry.Mark.valueOf(Trees.text(node, "mark")));
    }

    private static Optional<LiveObject> object(Node node, String key) {
        return Trees.at(node, key)
                .filter(Node.Mapping.class::isInstance)
                .map(found -> new LiveObject((Node.Mapping) found));
    }
}
