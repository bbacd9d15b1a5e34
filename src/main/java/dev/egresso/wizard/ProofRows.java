package dev.egresso.wizard;

import dev.egresso.proof.Point;
import dev.egresso.proof.Proof;
import dev.egresso.rollout.Standing;
import dev.egresso.rollout.Trouble;
import dev.egresso.screens.Screens;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A proof as rows: the objects, then the request part by part, what was foretold beside what was found. */
public final class ProofRows {
    private static final int COLUMNS = 80;
    private static final int PART = 11;

    private final Screens screens;
    private final Measure measure;
    private final RolloutRows words;

    public ProofRows(Screens screens, Measure measure) {
        this.screens = screens;
        this.measure = measure;
        this.words = new RolloutRows(screens);
    }

    public List<Styled> of(Proof proof) {
        List<Styled> rows = new ArrayList<>();
        for (Standing standing : proof.standings()) {
            rows.add(words.standing(standing));
        }
        proof.pod().ifPresent(pod -> proof.journey().ifPresent(journey -> {
            rows.add(Styled.empty());
            rows.add(Styled.of(Harmless.text(journey.request().toString()), Ink.STRONG)
                    .plus("  " + screens.say("prove-from", "pod", pod.toString()), Ink.DIM));
        }));
        proof.points().forEach(point -> rows.addAll(point(point)));
        if (proof.points().stream().anyMatch(point -> !point.agrees())) {
            rows.addAll(prose(Styled.empty(), screens.say("prove-again"), 0));
        }
        proof.unseen().forEach(why -> rows.addAll(prose(Styled.of("! ", Ink.WARNING), words.sentence(why), 2)));
        if (!proof.commands().isEmpty()) {
            rows.add(Styled.empty());
            rows.add(Styled.of(screens.say("prove-by-hand"), Ink.DIM));
            proof.commands().forEach(command -> rows.add(Styled.of("  " + line(command))));
        }
        return rows;
    }

    private List<Styled> point(Point point) {
        String part = point.part().word();
        Styled head = Styled.of(point.agrees() ? "✓ " : "x ", point.agrees() ? Ink.OK : Ink.ERROR)
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
        for (String row : Prose.wrap(text, COLUMNS - indent, measure)) {
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
