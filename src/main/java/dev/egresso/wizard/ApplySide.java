package dev.egresso.wizard;

import dev.egresso.rollout.Address;
import dev.egresso.rollout.Change;
import dev.egresso.rollout.ContextEntry;
import dev.egresso.rollout.Outcome;
import dev.egresso.rollout.Plan;
import dev.egresso.rollout.Receipt;
import dev.egresso.rollout.Sight;
import dev.egresso.rollout.Wanted;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The side of the review about a cluster: which one, where in it, and what applying would create or change there, as far as
 * it was looked at or rehearsed. Nothing is asked for this; what is not known is said to be asked for by a key.
 */
final class ApplySide {
    private final Session session;
    private final Live live;
    private final RolloutRows words;
    private final boolean brief;
    private final SideRows rows;

    /** @param brief whether the resources are only counted */
    ApplySide(Session session, int width, boolean brief) {
        this.session = session;
        this.live = session.live();
        this.words = new RolloutRows(session.setup().screens());
        this.brief = brief;
        this.rows = new SideRows(session, width);
    }

    List<Styled> rows() {
        rows.head("review-apply", "a");
        where();
        if (session.work().isChanging()) {
            underWay();
            return rows.rows();
        }
        foreseen();
        done();
        rows.keys("review-keys-apply");
        return rows.rows();
    }

    /** One row that says how it stands, where there is no room for more; none if nothing was done yet. */
    static Optional<Styled> standing(Session session) {
        if (session.work().isChanging()) {
            return Optional.of(Styled.of(WorkWords.turning(session) + " ", Ink.MARK)
                    .plus(WorkWords.of(session) + "  " + session.say("review-shows-it")));
        }
        return session.live().deeds().last().map(outcome -> ended(session, outcome));
    }

    private void where() {
        rows.fact(
                "review-context",
                live.context()
                        .map(context -> context.name() + ", " + context.server())
                        .orElseGet(() -> session.say("review-context-none")));
        live.context().ifPresent(this::loudly);
        rows.fact(
                "review-into",
                session.say(
                        "choose-namespace",
                        "namespace",
                        session.wanted().stream()
                                .map(wanted -> wanted.address().namespace())
                                .distinct()
                                .collect(Collectors.joining(", "))));
        live.sight().filter(sight -> !brief).ifPresent(this::seen);
    }

    private void loudly(ContextEntry context) {
        context.site()
                .looksLikeProduction(List.of())
                .ifPresent(name ->
                        rows.said(Styled.of("! ", Ink.WARNING), session.say("production", "name", name), Ink.WARNING));
    }

    private void seen(Sight sight) {
        String istio =
                sight.surroundings().istioVersion().map(Object::toString).orElseGet(() -> session.say("sight-unknown"));
        String served = sight.versions().stream().map(version -> version.word()).collect(Collectors.joining(", "));
        rows.fact(
                "sight-istio",
                served.isEmpty() ? istio : session.say("review-istio", "version", istio, "served", served));
        if (!sight.missing().isEmpty()) {
            rows.fact(
                    "sight-rights",
                    session.say("review-missing", "rights", String.join(", ", sight.missing())),
                    Ink.WARNING);
        }
    }

    private void underWay() {
        rows.said(Styled.of(WorkWords.turning(session) + " ", Ink.MARK), WorkWords.of(session), Ink.STRONG);
        live.deeds().rolling().ifPresent(sheet -> would(SheetRows.moments(sheet, session)));
        rows.said(Styled.empty(), session.say("review-shows-it"), Ink.PLAIN);
    }

    /** What applying would come to, as far as that is known. */
    private void foreseen() {
        Optional<Plan> plan = live.plan();
        if (plan.isPresent() && session.isOf(plan.get())) {
            rehearsed(plan.get());
        } else if (plan.isPresent()) {
            rows.fact("review-would", session.say("review-would-void"), Ink.WARNING);
        } else if (live.sight().isPresent()) {
            looked(live.sight().get());
        } else if (live.deeds().last().isEmpty()) {
            rows.fact("review-would", session.say("review-would-unknown"));
        } else if (!isAsApplied()) {
            rows.fact("review-would", session.say("review-would-anew"));
        }
    }

    /** The last thing done was to apply these answers. */
    private boolean isAsApplied() {
        return live.deeds().standing().isPresent()
                && live.deeds().isOf(session.answers())
                && live.deeds().last().filter(Outcome::isDone).isPresent();
    }

    private void rehearsed(Plan plan) {
        String id = !plan.isPossible() ? "refused" : plan.changesNothing() ? "nothing" : "rehearsed";
        rows.fact("review-would", session.say("review-would-" + id), plan.isPossible() ? Ink.PLAIN : Ink.WARNING);
        would(plan.changes().stream().map(this::named).toList());
    }

    private SideRows.Named named(Change change) {
        return named(words.verdict(change.verdict()), change.address());
    }

    private static SideRows.Named named(Styled word, Address address) {
        return new SideRows.Named(word.plus("  "), address.kind(), address.namespace(), address.name());
    }

    /** A look sees which resources are there, and not what a server would say to a change of them. */
    private void looked(Sight sight) {
        rows.fact("review-would", session.say("review-would-looked"));
        would(session.wanted().stream().map(wanted -> seen(wanted, sight)).toList());
    }

    private SideRows.Named seen(Wanted wanted, Sight sight) {
        Styled word = sight.has(wanted.address())
                .map(there -> session.say(there ? "review-there" : "plan-create"))
                .map(Styled::of)
                .orElseGet(() -> Styled.of(session.say("sight-unknown"), Ink.DIM));
        return named(word, wanted.address());
    }

    private void would(List<SideRows.Named> resources) {
        if (!brief) {
            rows.resources(resources);
        }
    }

    /** What was done last, and what a pod said of it. */
    private void done() {
        live.deeds().last().ifPresent(outcome -> {
            signed(ended(session, outcome));
            live.deeds()
                    .proof(outcome.receipt())
                    .ifPresent(proved -> signed(new ProofRows(
                                    session.setup().screens(), session.setup().measure())
                            .verdictFrom(proved.proof())));
        });
    }

    /** A sign, and a sentence that may take several rows. */
    private void signed(Styled row) {
        Span sign = row.spans().get(0);
        Span sentence = row.spans().get(1);
        rows.said(Styled.of(sign.text(), sign.ink()), sentence.text(), sentence.ink());
    }

    private static Styled ended(Session session, Outcome outcome) {
        boolean well = outcome.trouble().isEmpty();
        String context = outcome.receipt().site().context();
        return Styled.of(well ? "✓ " : "! ", well ? Ink.OK : Ink.WARNING)
                .plus(session.say(ending(session, outcome), "context", context), well ? Ink.OK : Ink.WARNING);
    }

    /** The id of the sentence that says how it stands. */
    private static String ending(Session session, Outcome outcome) {
        boolean undo = outcome.receipt().act() == Receipt.Act.UNDO;
        if (outcome.isPutBack()) {
            return outcome.trouble().isEmpty() ? "review-as-before" : undo ? "review-not-undone" : "review-put-back";
        }
        if (!outcome.isDone()) {
            return "review-stuck";
        }
        boolean same = session.live().deeds().isOf(session.answers());
        return undo ? "review-undone" : same ? "review-applied" : "review-applied-others";
    }
}
