package dev.egresso.wizard;

import dev.egresso.proof.Point;
import dev.egresso.proof.Proof;
import dev.egresso.rollout.Trouble;
import dev.egresso.screens.Screens;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A proof as rows: the objects, then the request part by part, what was foretold beside what was found. */
public final class ProofRows {
    private static final int COLUMNS = 80;
    /** As wide as lines are good to read. */
    private static final int MOST = 120;

    private static final int PART = 11;

    private final Screens screens;
    private final Measure measure;
    private final int columns;
    private final RolloutRows words;

    public ProofRows(Screens screens, Measure measure) {
        this(screens, measure, COLUMNS);
    }

    ProofRows(Screens screens, Measure measure, int columns) {
        this.screens = screens;
        this.measure = measure;
        this.columns = Math.min(MOST, columns);
        this.words = new RolloutRows(screens);
    }

    public List<Styled> of(Proof proof) {
        List<Styled> rows = new ArrayList<>(resources(proof));
        if (proof.pod().isPresent()) {
            rows.add(Styled.empty());
            rows.addAll(asked(proof));
        }
        rows.addAll(unseen(proof));
        rows.addAll(byHand(proof));
        return rows;
    }

    /** What a person wants to know first comes first: whether it holds, then what was asked, then the rest. */
    List<Styled> sheet(Proof proof) {
        List<Styled> rows = new ArrayList<>();
        rows.add(verdict(proof));
        rows.add(Styled.empty());
        rows.addAll(asked(proof));
        rows.addAll(unseen(proof));
        rows.addAll(byHand(proof));
        rows.add(Styled.empty());
        rows.add(Styled.of(screens.say("prove-resources"), Ink.DIM));
        rows.addAll(resources(proof));
        return rows;
    }

    /** In one sentence. */
    Styled verdict(Proof proof) {
        long wrong = proof.points().stream().filter(point -> !point.agrees()).count();
        String count = Integer.toString(proof.points().size());
        if (wrong > 0) {
            return Styled.of("× ", Ink.ERROR)
                    .plus(screens.say("prove-not", "wrong", Long.toString(wrong), "count", count), Ink.STRONG);
        }
        if (proof.points().isEmpty()) {
            String id = proof.pod().isPresent() ? "prove-unseen" : "prove-no-request";
            return Styled.of("! ", Ink.WARNING).plus(screens.say(id), Ink.STRONG);
        }
        return proof.unseen().isEmpty()
                ? Styled.of("✓ ", Ink.OK).plus(screens.say("prove-all", "count", count), Ink.STRONG)
                : Styled.of("! ", Ink.WARNING).plus(screens.say("prove-seen", "count", count), Ink.STRONG);
    }

    /** The same where it stands alone: with the pod that was asked from. */
    Styled verdictFrom(Proof proof) {
        Styled verdict = verdict(proof);
        return proof.pod()
                .map(pod -> Styled.of(
                                verdict.spans().get(0).text(),
                                verdict.spans().get(0).ink())
                        .plus(screens.say(
                                "prove-said",
                                "pod",
                                pod.toString(),
                                "verdict",
                                verdict.spans().get(1).text())))
                .orElse(verdict);
    }

    private List<Styled> resources(Proof proof) {
        return proof.standings().stream().map(words::standing).toList();
    }

    private List<Styled> asked(Proof proof) {
        List<Styled> rows = new ArrayList<>();
        proof.pod().ifPresent(pod -> proof.journey().ifPresent(journey -> {
            rows.add(Styled.of(Harmless.text(journey.request().toString()), Ink.STRONG)
                    .plus("  " + screens.say("prove-from", "pod", pod.toString()), Ink.DIM));
        }));
        proof.points().forEach(point -> rows.addAll(point(point)));
        if (proof.points().stream().anyMatch(point -> !point.agrees())) {
            rows.addAll(prose(Styled.empty(), screens.say("prove-again"), 0));
        }
        return rows;
    }

    private List<Styled> unseen(Proof proof) {
        return proof.unseen().stream()
                .flatMap(why -> prose(Styled.of("! ", Ink.WARNING), words.sentence(why), 2).stream())
                .toList();
    }

    private List<Styled> byHand(Proof proof) {
        List<Styled> rows = new ArrayList<>();
        if (!proof.commands().isEmpty()) {
            rows.add(Styled.empty());
            rows.add(Styled.of(screens.say("prove-by-hand"), Ink.DIM));
            proof.commands().forEach(command -> rows.add(Styled.of("  " + line(command))));
        }
        return rows;
    }

    private List<Styled> point(Point point) {
        String part = point.part().word();
        Styled head = Styled.of(point.agrees() ? "✓ " : "× ", point.agrees() ? Ink.OK : Ink.ERROR)
                .plus(part + " ".repeat(Math.max(1, PART - 2 - measure.of(part))), Ink.KEY);
        return prose(head, sentence(point), PART);
    }

    /** What was foretold and what was found. */
    public String sentence(Point point) {
        String[] arguments = point.arguments().entrySet().stream()
                .flatMap(each -> java.util.stream.Stream.of(each.getKey(), Harmless.text(each.getValue())))
                .toArray(String[]::new);
        return screens.say("proof-" + point.id(), arguments);
    }

    /** Why something could not be seen. */
    public String sentence(Trouble why) {
        return words.sentence(why);
    }

    private List<Styled> prose(Styled head, String text, int indent) {
        List<Styled> rows = new ArrayList<>();
        Styled start = head;
        for (String row : Prose.wrap(text, columns - indent, measure)) {
            rows.add(start.plus(row));
            start = Styled.of(" ".repeat(indent));
        }
        return rows;
    }

    /** A command as a POSIX shell takes it. */
    public static String line(List<String> command) {
        return command.stream().map(ProofRows::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_@%+=:,./-]+")
                ? word
                : "'" + Harmless.text(word).replace("'", "'\\''") + "'";
    }
}
