package dev.egresso.wizard;

import dev.egresso.explain.Explanation;
import dev.egresso.mesh.FieldId;
import dev.egresso.screens.Words;
import dev.egresso.yaml.Line;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Lays out what the line under the cursor means, why it is there, and what breaks without it. */
final class WalkPart extends Part {
    WalkPart(Desk desk) {
        super(desk);
    }

    Upper write(Inspecting view) {
        Optional<Line> found = view.line(session);
        if (found.isEmpty()) {
            return Upper.of(left, right);
        }
        Line line = found.get();
        Optional<Explanation> explanation =
                session.setup().screens().explanations().of(line.path());
        Map<String, String> facts = facts(line);
        left.add(Styled.of(lastName(line), Ink.KEY).plus("  " + plainValue(line), Ink.STRONG));
        explanation.ifPresent(text -> left.prose(text.title(), Ink.STRONG).gap().prose(text.means(), Ink.PLAIN));
        left.gap();
        setBy(line);
        explanation.ifPresent(text -> {
            String here = Words.filled(text.here(Optional.of(plainValue(line))), facts);
            if (!here.isBlank()) {
                right.add(Styled.of(session.say("why-here"), Ink.STRONG))
                        .prose(here, Ink.PLAIN)
                        .gap();
            }
            right.add(Styled.of(session.say("breaks"), Ink.STRONG))
                    .prose(text.without(), Ink.PLAIN)
                    .gap();
            right.prose(text.source(), Ink.DIM);
        });
        if (view.finding()) {
            left.gap().add(Styled.of("/ ", Ink.MARK).plus(view.find())).caretAt(2 + measure.of(view.find()));
        }
        return Upper.of(left, right);
    }

    private void setBy(Line line) {
        Optional<FieldId> field = Focus.question(line.origin());
        String because = session.setup().screens().words().of(line.origin().because());
        field.ifPresent(id -> left.prose(
                session.say(
                        "set-by",
                        "question",
                        session.setup().screens().question(id).title()),
                Ink.PLAIN));
        left.prose(because, Ink.DIM);
    }

    private static String lastName(Line line) {
        String field = line.path().field().replaceAll("\\[[0-9]+\\]$", "");
        return field.substring(field.lastIndexOf('.') + 1);
    }

    private static String plainValue(Line line) {
        String value = line.value();
        return value.length() > 1 && value.startsWith("\"") ? value.substring(1, value.length() - 1) : value;
    }

    /** What an explanation may mention. */
    private Map<String, String> facts(Line line) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("value", plainValue(line));
        facts.put("internal-host", textOf(FieldId.INTERNAL_HOST, "‹internal host›"));
        facts.put("internal-port", textOf(FieldId.INTERNAL_PORT, "‹port›"));
        facts.put("protocol", textOf(FieldId.PROTOCOL, "‹protocol›"));
        facts.put("namespace", textOf(FieldId.NAMESPACE, "default"));
        facts.put("name", textOf(FieldId.NAME, "‹external host›"));
        facts.put(
                "external-host",
                session.draft().externalUrl().map(url -> url.host()).orElse("‹external host›"));
        facts.put(
                "path",
                session.draft()
                        .externalUrl()
                        .map(url -> url.path())
                        .filter(path -> !path.isEmpty())
                        .orElse("/"));
        facts.put("port", session.draft().dialledPort().map(Object::toString).orElse("‹port›"));
        return facts;
    }

    private String textOf(FieldId field, String otherwise) {
        String text = session.draft().setting(field).text();
        return text.isEmpty() ? otherwise : text;
    }
}
