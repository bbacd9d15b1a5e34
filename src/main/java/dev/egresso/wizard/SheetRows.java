package dev.egresso.wizard;

import dev.egresso.mesh.Manifest;
import dev.egresso.rollout.Address;
import dev.egresso.rollout.Change;
import dev.egresso.rollout.Conflict;
import dev.egresso.rollout.Outcome;
import dev.egresso.rollout.Plan;
import dev.egresso.rollout.Receipt;
import dev.egresso.rollout.Standing;
import dev.egresso.rollout.Trouble;
import dev.egresso.rollout.Undoing;
import dev.egresso.rollout.Watcher;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the sheets about a cluster say, row by row, at no width in particular. */
final class SheetRows {
    /** A row of a difference is folded at this at the latest; only for how far one may scroll. */
    private static final int NARROW = 50;

    private final Session session;
    private final RolloutRows words;

    SheetRows(Session session) {
        this.session = session;
        this.words = new RolloutRows(session.setup().screens());
    }

    /** How far one may scroll at most. */
    static int length(Planned view, Session session) {
        return length(new SheetRows(session).planned(view));
    }

    static int length(TakingBack view, Session session) {
        return length(new SheetRows(session).takingBack(view));
    }

    static int length(RolledOut view, Session session) {
        return length(new SheetRows(session).rolledOut(view));
    }

    static int length(Looked view, Session session) {
        return length(new SheetRows(session).looked(view));
    }

    static int length(Proved view, Session session) {
        return length(new SheetRows(session).proved(view, NARROW));
    }

    private static int length(List<Styled> rows) {
        return rows.stream().mapToInt(row -> 1 + row.text().length() / NARROW).sum();
    }

    List<Styled> looked(Looked view) {
        List<Styled> rows = new ArrayList<>(
                SightRows.of(view.sight(), view.namespace(), session.setup().screens()));
        rows.add(Styled.empty());
        rows.addAll(AdaptedRows.of(session));
        return rows;
    }

    List<Styled> planned(Planned view) {
        List<Styled> rows = new ArrayList<>();
        if (view.isVoid(session)) {
            rows.add(Styled.of("! ", Ink.WARNING).plus(session.say("planned-void"), Ink.WARNING));
        }
        rows.addAll(words.plan(view.plan()));
        view.taken().ifPresent(taken -> rows.addAll(takenOver(taken)));
        for (Manifest rival : view.rivals()) {
            rows.add(Styled.of("  ! ", Ink.WARNING)
                    .plus(session.say("planned-rival", "entry", rival.namespace() + "/" + rival.name()), Ink.WARNING));
        }
        if (!view.handOver().isEmpty()) {
            rows.add(Styled.empty());
            rows.addAll(words.handOver(view.handOver()));
        }
        boolean changes = view.plan().changes().stream()
                .anyMatch(change -> !words.difference(change).isEmpty());
        if (view.plan().isPossible() && view.plan().changesNothing()) {
            rows.add(Styled.of(session.say("plan-nothing")));
        } else if (view.plan().isPossible() && !changes) {
            rows.add(Styled.of(session.say("planned-owners-only")));
        }
        for (Change change : view.plan().changes()) {
            List<Styled> difference = words.difference(change);
            if (!difference.isEmpty()) {
                rows.add(Styled.empty());
                rows.addAll(difference);
            }
        }
        return rows;
    }

    private List<Styled> takenOver(Plan taken) {
        List<Styled> rows = new ArrayList<>();
        for (Change change : taken.changes()) {
            for (Conflict conflict : change.conflicts()) {
                rows.add(Styled.of("  ! ", Ink.WARNING)
                        .plus(
                                session.say(
                                        "planned-takes-over",
                                        "field",
                                        conflict.path(),
                                        "object",
                                        change.address().toString(),
                                        "manager",
                                        conflict.manager()),
                                Ink.WARNING));
            }
        }
        return rows;
    }

    /** Each resource with what happened to it last. @param turning a sign that shows that work is under way */
    List<Styled> moments(Receipt.Act act, List<Address> order, List<Progress> progress, String turning) {
        Map<Address, Watcher.Moment> latest = latest(progress);
        return order.stream()
                .map(address -> latest.containsKey(address)
                        ? sign(latest.get(address), turning).plus(moment(act, address, latest.get(address)))
                        : Styled.of("  ").plus(words.waiting(address)))
                .toList();
    }

    /** The same once it is over: what had no turn has none to come. */
    private List<Styled> ended(Receipt.Act act, List<Address> order, List<Progress> progress) {
        Map<Address, Watcher.Moment> latest = latest(progress);
        return order.stream()
                .map(address -> latest.containsKey(address)
                        ? sign(latest.get(address), "·").plus(moment(act, address, latest.get(address)))
                        : Styled.of("  ").plus(words.untouched(address)))
                .toList();
    }

    /** The same for a narrow place, a word each. */
    static List<SideRows.Named> moments(Rolling sheet, Session session) {
        RolloutRows words = new RolloutRows(session.setup().screens());
        Map<Address, Watcher.Moment> latest = latest(session.work().progress());
        return sheet.order().stream()
                .map(address -> {
                    Optional<Watcher.Moment> moment = Optional.ofNullable(latest.get(address));
                    Styled sign = moment.map(each -> sign(each, WorkWords.turning(session)))
                            .orElse(Styled.of("  "));
                    Styled word = sign.plus(words.word(sheet.act(), moment)).plus("  ");
                    return new SideRows.Named(word, address.kind(), address.namespace(), address.name());
                })
                .toList();
    }

    private static Map<Address, Watcher.Moment> latest(List<Progress> progress) {
        Map<Address, Watcher.Moment> latest = new LinkedHashMap<>();
        progress.forEach(each -> each.on(latest));
        return latest;
    }

    private Styled moment(Receipt.Act act, Address address, Watcher.Moment moment) {
        return act == Receipt.Act.UNDO ? words.undoMoment(address, moment) : words.moment(address, moment);
    }

    private static Styled sign(Watcher.Moment moment, String turning) {
        return switch (moment) {
            case ASKED, BEGUN, PUTTING_BACK -> Styled.of(turning + " ", Ink.MARK);
            case DONE -> Styled.of("✓ ", Ink.OK);
            case FAILED -> Styled.of("× ", Ink.ERROR);
            case PUT_BACK -> Styled.of("! ", Ink.WARNING);
        };
    }

    List<Styled> rolledOut(RolledOut view) {
        Outcome outcome = view.outcome();
        List<Styled> rows = new ArrayList<>();
        if (view.isWell()) {
            done(view, rows);
        } else {
            failed(view, rows);
        }
        if (!view.commands().isEmpty() && !outcome.isPutBack()) {
            rows.add(Styled.empty());
            rows.add(Styled.of(session.say("rolled-commands"), Ink.DIM));
            view.commands().forEach(command -> rows.add(Styled.of("  " + command)));
        }
        return rows;
    }

    private void done(RolledOut view, List<Styled> rows) {
        Receipt receipt = view.outcome().receipt();
        boolean apply = receipt.act() == Receipt.Act.APPLY;
        String id = view.outcome().isPutBack() ? "rolled-all-back" : apply ? "rolled-applied" : "rolled-undone";
        rows.add(Styled.of("✓ ", Ink.OK)
                .plus(
                        session.say(
                                id,
                                "receipt",
                                receipt.id(),
                                "context",
                                receipt.site().context()),
                        Ink.STRONG));
        rows.add(Styled.empty());
        view.standings().forEach(standing -> rows.add(proof(standing)));
        session.live().deeds().proof(receipt).ifPresent(proved -> {
            rows.add(Styled.empty());
            rows.add(proofRows(NARROW).verdictFrom(proved.proof()));
        });
    }

    /** How it stands after it was read again. */
    private Styled proof(Standing standing) {
        boolean good = standing.state() == Standing.State.AS_APPLIED;
        boolean there = standing.now().isPresent();
        Styled sign = Styled.of(good ? "✓ " : "! ", good ? Ink.OK : Ink.WARNING);
        if (!good) {
            return sign.plus(words.flush(standing));
        }
        String id = !there ? "proof-gone" : standing.entry().text().isEmpty() ? "proof-restored" : "proof-there";
        return sign.plus(words.object(standing.entry().address())).plus("  " + session.say(id), Ink.OK);
    }

    private void failed(RolledOut view, List<Styled> rows) {
        Outcome outcome = view.outcome();
        List<Address> order = outcome.receipt().entries().stream()
                .map(entry -> entry.address())
                .toList();
        rows.addAll(ended(outcome.receipt().act(), order, view.progress()));
        rows.add(Styled.empty());
        if (!outcome.isPutBack()) {
            rows.add(Styled.of("! ", Ink.WARNING).plus(stuck(view), Ink.STRONG));
        }
        outcome.cause().ifPresent(cause -> rows.addAll(why(outcome.at(), cause)));
        outcome.trouble()
                .ifPresent(trouble -> rows.addAll(why(outcome.isPutBack() ? outcome.at() : Optional.empty(), trouble)));
        if (outcome.isPutBack()) {
            wayOn(outcome).ifPresent(way -> rows.add(Styled.of("  " + way)));
            rows.add(Styled.empty());
            rows.add(Styled.of("✓ ", Ink.OK).plus(session.say("apply-put-back")));
        }
        if (!view.handOver().isEmpty()) {
            rows.add(Styled.empty());
            rows.addAll(words.handOver(view.handOver()));
        }
    }

    private String stuck(RolledOut view) {
        return session.say("rolled-stuck", "receipt", view.outcome().receipt().id(), "file", view.kept());
    }

    /** Why it failed at a resource, and where its fields belong to others, which to whom. */
    private List<Styled> why(Optional<Address> at, Trouble trouble) {
        List<Styled> rows = new ArrayList<>();
        rows.add(Styled.of("× ", Ink.ERROR).plus(words.sentence(at, trouble), Ink.STRONG));
        words.owners(trouble)
                .forEach(owner -> rows.add(Styled.of("  ! ", Ink.WARNING).plus(owner, Ink.WARNING)));
        return rows;
    }

    /** Where somebody else had a hand in it. */
    private Optional<String> wayOn(Outcome outcome) {
        return outcome.trouble()
                .filter(trouble -> trouble.isConflict() || trouble.id().equals("changed-meanwhile"))
                .map(trouble -> session.say("rolled-conflict"));
    }

    List<Styled> proved(Proved view, int columns) {
        return proofRows(columns).sheet(view.proof());
    }

    private ProofRows proofRows(int columns) {
        return new ProofRows(session.setup().screens(), session.setup().measure(), columns);
    }

    List<Styled> takingBack(TakingBack view) {
        Undoing undoing = view.undoing();
        Receipt receipt = undoing.receipt();
        List<Styled> rows = new ArrayList<>();
        String id = receipt.isOpen()
                ? "undo-title-open"
                : receipt.act() == Receipt.Act.UNDO ? "undo-title-undo" : "undo-title";
        rows.add(Styled.of(session.say(id, "person", receipt.person(), "time", view.time(), "receipt", receipt.id())));
        rows.addAll(words.undoing(undoing, view.changedToo()));
        if (undoing.isForeign()) {
            rows.add(Styled.empty());
            rows.add(Styled.of("! ", Ink.WARNING)
                    .plus(
                            session.say(view.changedToo() ? "taking-back-changed-too" : "taking-back-left"),
                            Ink.WARNING));
        } else if (!receipt.isOpen() && !undoing.hasWork(view.changedToo())) {
            rows.add(Styled.of(session.say("undo-no-work")));
        }
        for (Standing standing : undoing.standings()) {
            List<Styled> difference = words.difference(standing, view.changedToo());
            if (!difference.isEmpty()) {
                rows.add(Styled.empty());
                rows.addAll(difference);
            }
        }
        return rows;
    }
}
