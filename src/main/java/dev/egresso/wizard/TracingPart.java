package dev.egresso.wizard;

import dev.egresso.mesh.FieldId;
import dev.egresso.mesh.Place;
import dev.egresso.screens.HopWords;
import dev.egresso.screens.PreparedRequest;
import dev.egresso.trace.Assumption;
import dev.egresso.trace.Branch;
import dev.egresso.trace.Hop;
import dev.egresso.trace.Journey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lays out a request on its way: what is asked, where it ends, what there is to say about one hop, and all hops below each
 * other, at the side where there is room.
 */
final class TracingPart extends Part {
    private static final int PART = 9;
    private static final int LABEL = 8;

    TracingPart(Desk desk) {
        super(desk);
    }

    /** @param stacked whether all stands in one column */
    Upper write(Tracing view, boolean stacked) {
        fields(view);
        Optional<Journey> journey = view.journey();
        if (journey.isEmpty()) {
            left.prose(session.say("trace-no-request"), Ink.DIM);
            return Upper.of(left, right);
        }
        left.add(JourneyRows.result(journey.get(), session.setup().screens()));
        if (stacked) {
            hops(left, view, journey.get(), height * 5 / 3 - left.count(), true);
            return new Upper(left.rows(), List.of(), left.caret(), left.targets(), true);
        }
        left.blank();
        view.hopAt().ifPresent(hop -> about(left, hop, 0));
        if (view.hopAt().isEmpty()) {
            assumed(journey.get());
        }
        hops(right, view, journey.get(), height, false);
        return Upper.of(left, right);
    }

    private void fields(Tracing view) {
        int room = left.width() - LABEL - 4;
        field(view.request(), !view.inHeaders(), session.say("trace-request"), room);
        field(view.headers(), view.inHeaders(), session.say("trace-headers"), room);
        if (view.inHeaders() && view.headers().text().isEmpty()) {
            left.prose(session.say("trace-headers-hint"), Ink.DIM, Styled.empty(), 2);
            return;
        }
        List<PreparedRequest> ready = Example.requests(session);
        PreparedRequest prepared = ready.get(Math.min(view.prepared(), ready.size() - 1));
        boolean asPrepared = prepared.request().equals(view.request().text())
                && prepared.headers().equals(view.headers().text());
        if (asPrepared) {
            String of = view.prepared() + 1 + "/" + ready.size() + "  ";
            left.prose(prepared.shows(), Ink.DIM, Styled.of(of, Ink.DIM), 2);
        }
    }

    private void field(TextField field, boolean focused, String label, int room) {
        Styled before = Styled.of(focused ? "▸ " : "  ", Ink.MARK)
                .plus(label + " ".repeat(Math.max(1, LABEL - measure.of(label))), Ink.DIM);
        if (focused) {
            left.add(before);
            Styled text = question.windowed(left, field, room, before.width(measure));
            left.rows().set(left.count() - 1, before.plus(text));
        } else {
            left.add(before.plus(
                    Styled.of(field.text()).fit(Math.min(room, Math.max(1, measure.of(field.text()))), measure)));
        }
    }

    /** All hops, the one that is looked at in sight. @param within whether what there is to say of it stands below it */
    private void hops(Upper.Rows rows, Tracing view, Journey journey, int room, boolean within) {
        Upper.Rows all = new Upper.Rows(rows.width(), measure);
        int from = 0;
        int to = 0;
        String before = "";
        for (int i = 0; i < journey.hops().size(); i++) {
            Hop hop = journey.hops().get(i);
            boolean at = view.index().isPresent() && view.index().getAsInt() == i;
            from = at ? all.count() : from;
            String part = hop.part().word().equals(before) ? "" : hop.part().word();
            before = hop.part().word();
            Styled sign = Styled.of(at ? "▸" : " ", Ink.MARK)
                    .plus(sign(hop))
                    .plus(part + " ".repeat(Math.max(1, PART - measure.of(part))), at ? Ink.STRONG : Ink.KEY);
            all.prose(words(hop).what(), at ? Ink.STRONG : Ink.PLAIN, sign, 0);
            if (at && within) {
                about(all, hop, 3);
            }
            to = at ? all.count() : to;
        }
        for (Branch branch : journey.branches()) {
            all.add(JourneyRows.branch(branch, session.setup().screens(), 3, PART));
        }
        int first = Math.max(0, Math.min(Math.min(from, all.count() - room), from));
        first = to - first > room ? Math.max(first, Math.min(from, to - room)) : first;
        List<Styled> shown =
                all.rows().subList(first, Math.max(first, Math.min(all.count(), first + Math.max(1, room))));
        boolean more = first + shown.size() < all.count();
        for (int i = 0; i < shown.size(); i++) {
            rows.add(more && i == shown.size() - 1 ? shown.get(i).plus(" …", Ink.DIM) : shown.get(i));
        }
    }

    private HopWords.Sentence words(Hop hop) {
        return session.setup().screens().hops().of(hop);
    }

    private static Styled sign(Hop hop) {
        return switch (hop.standing()) {
            case OK -> Styled.of("✓ ", Ink.OK);
            case WARN -> Styled.of("! ", Ink.WARNING);
            case FAIL -> Styled.of("× ", Ink.ERROR);
            case SKIPPED, NOT_REACHED -> Styled.of("- ", Ink.DIM);
        };
    }

    /** What a person would see, why, the line that decides, and what to do. */
    private void about(Upper.Rows rows, Hop hop, int indent) {
        HopWords.Sentence words = words(hop);
        labelled(rows, "trace-sees", words.sees(), indent);
        labelled(rows, "trace-why", words.cause(), indent);
        hop.because().stream().findFirst().ifPresent(place -> labelled(rows, "trace-line", line(place), indent));
        labelled(rows, "trace-fix", words.remedy(), indent);
    }

    private void labelled(Upper.Rows rows, String label, String text, int indent) {
        String name = session.say(label);
        rows.prose(
                Visible.of(text),
                Ink.PLAIN,
                Styled.of(name + " ".repeat(Math.max(1, LABEL - measure.of(name))), Ink.STRONG),
                indent);
    }

    /** The place, and the question that set it. */
    private String line(Place place) {
        Optional<FieldId> question = place.node().flatMap(node -> Focus.question(node.origin()));
        return place.path()
                + question.map(field -> "  ("
                                + session.setup().screens().question(field).title() + ")")
                        .orElse("");
    }

    /** Where all is well: what was taken for granted. */
    private void assumed(Journey journey) {
        List<String> texts = new ArrayList<>();
        for (Assumption assumption : journey.assumed()) {
            texts.add(session.setup().screens().hops().of(assumption));
        }
        left.prose(session.say("trace-assumed") + ": " + String.join(" ", texts), Ink.DIM);
    }
}
