package dev.egresso.wizard;

import dev.egresso.mesh.Place;
import dev.egresso.screens.HopWords;
import dev.egresso.screens.Screens;
import dev.egresso.trace.Assumption;
import dev.egresso.trace.Branch;
import dev.egresso.trace.Hop;
import dev.egresso.trace.Journey;
import dev.egresso.trace.Part;
import dev.egresso.trace.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A journey as rows: the request, where it ends, a row for each hop with the place that decided it on the right, what to do
 * about a hop that is not right, and what was assumed.
 */
public final class JourneyRows {
    private static final String INDENT = "  ";
    private static final int PART = 9;
    private static final int PLACE = 64;

    private final Screens screens;
    private final Measure measure;
    private final List<Styled> rows = new ArrayList<>();

    private JourneyRows(Screens screens, Measure measure) {
        this.screens = screens;
        this.measure = measure;
    }

    public static List<Styled> of(Journey journey, Screens screens, Measure measure) {
        JourneyRows made = new JourneyRows(screens, measure);
        made.rows.add(Styled.of(Harmless.text(journey.request().toString()), Ink.STRONG));
        made.rows.add(result(journey, screens));
        made.rows.add(Styled.empty());
        made.hops(journey.hops());
        made.branches(journey.branches());
        made.assumed(journey.assumed());
        return made.rows;
    }

    /** Where the journey ends. */
    static Styled result(Journey journey, Screens screens) {
        if (journey.isReached()) {
            return Styled.of(journey.outcome().word(), Ink.OK).plus(": " + screens.say("trace-reached"));
        }
        String status = journey.status().isPresent() ? " " + journey.status().getAsInt() : "";
        String flags = journey.flags().map(text -> " " + text).orElse("");
        Optional<Hop> last = journey.failure().or(() -> worst(journey));
        String at = last.map(hop -> screens.say("trace-at", "part", hop.part().word()))
                .orElse("");
        String because = last.flatMap(hop -> hop.because().stream().findFirst())
                .map(place -> ", "
                        + screens.say("trace-because", "place", place.path().toString()))
                .orElse("");
        return Styled.of(journey.outcome().word(), Ink.ERROR)
                .plus(":" + status + flags + " " + at + Harmless.text(because));
    }

    /** The other destinations of a rule that divides the requests: their share, and how it ends there. */
    private void branches(List<Branch> branches) {
        branches.forEach(branch -> rows.add(branch(branch, screens, INDENT.length(), PART)));
    }

    static Styled branch(Branch branch, Screens screens, int indent, int part) {
        Journey way = branch.journey();
        String status = way.status().isPresent() ? " " + way.status().getAsInt() : "";
        String others = screens.say("trace-branch");
        String share = screens.say(
                "trace-share",
                "weight",
                Integer.toString(branch.weight()),
                "of",
                Integer.toString(branch.of()),
                "cluster",
                Harmless.text(way.cluster().orElse("")));
        return Styled.of(" ".repeat(indent))
                .plus(others + " ".repeat(Math.max(1, part - others.length())), Ink.KEY)
                .plus(share + " ")
                .plus(way.outcome().word(), way.isReached() ? Ink.OK : Ink.ERROR)
                .plus(status + way.flags().map(text -> " " + text).orElse(""));
    }

    private static Optional<Hop> worst(Journey journey) {
        return journey.hops().stream()
                .filter(hop -> hop.standing() == Standing.WARN)
                .findFirst();
    }

    private void hops(List<Hop> hops) {
        Part before = null;
        for (Hop hop : hops) {
            hop(hop, hop.part() == before ? "" : hop.part().word());
            before = hop.part();
        }
    }

    private void hop(Hop hop, String part) {
        HopWords.Sentence sentence = screens.hops().of(hop);
        Styled row = Styled.of(INDENT).plus(padded(part, PART), ink(hop)).plus(Harmless.text(sentence.what()));
        Optional<Place> place = hop.because().stream().findFirst();
        if (place.isEmpty()) {
            rows.add(row);
        } else {
            int width = row.width(measure);
            Styled where = Styled.of(where(place.get()), Ink.DIM);
            if (width < PLACE) {
                rows.add(row.plus(" ".repeat(PLACE - width)).plus(where));
            } else {
                rows.add(row);
                rows.add(Styled.of(" ".repeat(PLACE)).plus(where));
            }
        }
        if (hop.standing() == Standing.WARN || hop.standing() == Standing.FAIL) {
            advice(sentence, hop);
        }
    }

    private void advice(HopWords.Sentence sentence, Hop hop) {
        for (String text : List.of(sentence.sees(), sentence.cause(), sentence.remedy())) {
            if (!text.isEmpty()) {
                rows.add(Styled.of(INDENT + " ".repeat(PART - 2))
                        .plus(hop.standing() == Standing.FAIL ? "x " : "! ", ink(hop))
                        .plus(Harmless.text(text)));
            }
        }
    }

    private static Ink ink(Hop hop) {
        return switch (hop.standing()) {
            case FAIL -> Ink.ERROR;
            case WARN -> Ink.WARNING;
            default -> Ink.KEY;
        };
    }

    /** File and line where they are known, so that an editor can jump there. */
    private static String where(Place place) {
        String path = Harmless.text(place.path().toString());
        return place.read()
                        .map(read -> Harmless.text(read.file()) + ":" + read.line() + " ")
                        .orElse("")
                + path;
    }

    private void assumed(List<Assumption> assumed) {
        if (assumed.isEmpty()) {
            return;
        }
        rows.add(Styled.empty());
        rows.add(Styled.of(INDENT + screens.say("trace-assumed"), Ink.STRONG));
        int width = assumed.stream()
                .mapToInt(assumption -> measure.of(Harmless.text(assumption.toString())))
                .max()
                .orElse(0);
        for (Assumption assumption : assumed) {
            String name = Harmless.text(assumption.toString());
            rows.add(Styled.of(INDENT + name + " ".repeat(width - measure.of(name) + 2))
                    .plus(Harmless.text(screens.hops().of(assumption)), Ink.DIM));
        }
    }

    private String padded(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - measure.of(text)));
    }
}
