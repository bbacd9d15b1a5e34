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

    /** @param brief whether rows are few, so that all has to stand close together */
    Upper write(Inspecting view, boolean brief) {
        Optional<Line> found = view.line(session);
        if (found.isEmpty()) {
            return Upper.of(left, right);
        }
        Line line = found.get();
        Optional<Explanation> explanation =
                session.setup().screens().explanations().of(line.path());
        left.add(Styled.of(lastName(line), Ink.KEY).plus("  " + plainValue(line), Ink.STRONG));
        if (brief) {
            explanation.ifPresent(text -> close(text, line));
        } else {
            explanation.ifPresent(
                    text -> left.prose(text.title(), Ink.STRONG).gap().prose(text.means(), Ink.PLAIN));
            left.gap();
            setBy(line);
            explanation.ifPresent(text -> apart(text, line));
        }
        if (view.finding()) {
            left.gap().add(Styled.of("/ ", Ink.MARK).plus(view.find())).caretAt(2 + measure.of(view.find()));
        }
        return Upper.of(left, right);
    }

    private void apart(Explanation text, Line line) {
        String here = here(text, line);
        if (!here.isBlank()) {
            right.add(Styled.of(session.say("why-here"), Ink.STRONG))
                    .prose(here, Ink.PLAIN)
                    .gap();
        }
        right.add(Styled.of(session.say("breaks"), Ink.STRONG))
                .prose(text.without(), Ink.PLAIN)
                .gap();
        right.prose(text.source(), Ink.DIM);
    }

    private void close(Explanation text, Line line) {
        left.prose(text.means(), Ink.PLAIN);
        left.prose(here(text, line), Ink.PLAIN, label("walk-here"), 0);
        left.prose(text.without(), Ink.PLAIN, label("walk-without"), 0);
        Focus.question(line.origin()).ifPresent(this::enterGoesTo);
    }

    private Styled label(String id) {
        return Styled.of(session.say(id) + "  ", Ink.STRONG);
    }

    private String here(Explanation text, Line line) {
        return Words.filled(text.here(Optional.of(plainValue(line))), facts(line));
    }

    private void enterGoesTo(FieldId field) {
        left.prose(
                session.say(
                        "set-by",
                        "question",
                        session.setup().screens().question(field).title()),
                Ink.DIM);
    }

    private void setBy(Line line) {
        Optional<FieldId> field = Focus.question(line.origin());
        String because = session.setup().screens().words().of(line.origin().because());
        field.ifPresent(this::enterGoesTo);
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
