package dev.egresso.wizard;

import dev.egresso.check.Fix;
import dev.egresso.doctor.Blame;
import dev.egresso.doctor.Diagnosis;
import dev.egresso.doctor.Proof;
import dev.egresso.doctor.Suspect;
import dev.egresso.doctor.Symptom;
import dev.egresso.screens.Screens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A diagnosis as rows: what was read, the likely causes with their evidence, line, remedy and a way to confirm, then in one
 * row each what is less likely and what the resources clear.
 */
public final class DiagnosisRows {
    private static final int COLUMNS = 79;
    private static final int IN_FULL = 3;
    private static final int IN_BRIEF = 3;
    private static final int EVIDENCE = 3;
    private static final int LABEL = 9;
    private static final String INDENT = "   ";

    private final Screens screens;
    private final Measure measure;
    private final List<Styled> rows = new ArrayList<>();

    private DiagnosisRows(Screens screens, Measure measure) {
        this.screens = screens;
        this.measure = measure;
    }

    /** @param withFiles whether resources were looked at */
    public static List<Styled> of(
            Diagnosis diagnosis, List<Told> told, boolean withFiles, Screens screens, Measure measure) {
        DiagnosisRows rows = new DiagnosisRows(screens, measure);
        rows.symptom(diagnosis);
        List<Told> open = told.stream().filter(DiagnosisRows::isOpen).toList();
        List<Told> shown =
                (open.isEmpty() ? told : open).stream().limit(IN_FULL).toList();
        if (withFiles && open.isEmpty()) {
            rows.prose(screens.say("doctor-none-shown"), Ink.WARNING);
            rows.rows.add(Styled.empty());
        }
        for (int i = 0; i < shown.size(); i++) {
            rows.cause(i + 1, shown.get(i));
        }
        rows.brief("doctor-less", open.stream().skip(shown.size()).toList());
        rows.brief(
                "doctor-cleared",
                open.isEmpty()
                        ? List.of()
                        : told.stream().filter(each -> !isOpen(each)).toList());
        return rows.rows;
    }

    private static boolean isOpen(Told told) {
        return told.suspect().standing() != Suspect.Standing.CLEARED;
    }

    /** One row on what the text says, so that a person sees whether it was understood. */
    private void symptom(Diagnosis diagnosis) {
        Symptom symptom = diagnosis.symptom();
        List<String> parts = new ArrayList<>();
        String flags = symptom.flags().stream().map(Enum::name).collect(Collectors.joining(","));
        symptom.status().ifPresent(status -> parts.add(status == 0 ? flags : (status + " " + flags).strip()));
        if (symptom.status().isEmpty() && !flags.isEmpty()) {
            parts.add(flags);
        }
        symptom.host().ifPresent(host -> parts.add(screens.say("doctor-read-host", "host", host)));
        symptom.cluster().ifPresent(cluster -> parts.add(screens.say("doctor-read-cluster", "cluster", cluster)));
        if (!parts.isEmpty()) {
            prose(screens.say("doctor-read", "what", String.join(", ", parts)), Ink.DIM);
        }
        if (symptom.others() > 0) {
            prose(screens.say("doctor-others", "count", Integer.toString(symptom.others())), Ink.DIM);
        }
        diagnosis
                .journey()
                .ifPresent(journey -> prose(
                        screens.say(
                                "doctor-traced",
                                "request",
                                journey.request().toString(),
                                "outcome",
                                journey.outcome().word()
                                        + (journey.status().isPresent()
                                                ? " " + journey.status().getAsInt()
                                                : "")
                                        + journey.flags()
                                                .map(text -> " " + text)
                                                .orElse("")),
                        Ink.DIM));
        if (!rows.isEmpty()) {
            rows.add(Styled.empty());
        }
    }

    private void cause(int number, Told told) {
        Suspect suspect = told.suspect();
        String lead = number + "  ";
        String standing = "  " + screens.say("doctor-standing-" + word(suspect.standing()));
        List<String> title = Prose.wrap(told.title(), COLUMNS - lead.length(), measure);
        for (int i = 0; i < title.size(); i++) {
            boolean last = i == title.size() - 1;
            Styled row = Styled.of(i == 0 ? lead : INDENT, Ink.KEY).plus(Visible.of(title.get(i)), Ink.STRONG);
            boolean fits = row.width(measure) + measure.of(standing) <= COLUMNS;
            rows.add(last && fits ? row.plus(standing, ink(suspect.standing())) : row);
            if (last && !fits) {
                rows.add(Styled.of(INDENT).plus(standing.strip(), ink(suspect.standing())));
            }
        }
        String label = screens.say("doctor-text");
        for (Told.Means means : told.evidence().stream().limit(EVIDENCE).toList()) {
            label = labelled(label, quoted(means.sign().evidence()) + ": " + means.means());
        }
        if (!suspect.against().isEmpty()) {
            labelled(
                    screens.say("doctor-against"),
                    suspect.against().stream()
                            .limit(EVIDENCE)
                            .map(sign -> quoted(sign.evidence()))
                            .collect(Collectors.joining(", ")));
        }
        lines(suspect, told);
        labelled(screens.say("doctor-why"), told.why());
        labelled(screens.say("doctor-fix"), told.remedy());
        suspect.proofs().stream()
                .limit(1)
                .flatMap(proof -> proof.fix().stream())
                .forEach(this::fix);
        labelled(screens.say("doctor-confirm"), told.confirm());
        rows.add(Styled.empty());
    }

    private static String quoted(String text) {
        return text.indexOf('"') < 0 ? '"' + text + '"' : text;
    }

    private void lines(Suspect suspect, Told told) {
        String label = screens.say("doctor-line");
        List<String> said = new ArrayList<>();
        for (Proof proof : suspect.proofs()) {
            Optional<String> where = proof.blame().map(DiagnosisRows::where).filter(text -> !said.contains(text));
            if (where.isPresent() && said.size() < 2) {
                said.add(where.get());
                label = labelled(label, where.get());
            }
        }
        if (!told.shows().isEmpty()) {
            labelled(screens.say("doctor-shows"), told.shows());
        }
    }

    private static String where(Blame blame) {
        return blame.read().map(read -> read.file() + ":" + read.line() + "  ").orElse("") + blame.resource() + " "
                + blame.path();
    }

    /** The values to write, as they would stand in the file. */
    private void fix(Fix fix) {
        for (ToWrite change : ToWrite.all(fix)) {
            labelled(
                    "",
                    change.value()
                            .map(value -> change.path() + ": " + value)
                            .orElseGet(() -> screens.say("doctor-remove", "path", change.path())));
        }
    }

    private void brief(String words, List<Told> told) {
        if (told.isEmpty()) {
            return;
        }
        prose(screens.say(words), Ink.STRONG);
        for (Told each : told.stream().limit(IN_BRIEF).toList()) {
            for (String row : Prose.wrap(each.title(), COLUMNS - INDENT.length(), measure)) {
                rows.add(Styled.of(INDENT).plus(Visible.of(row), Ink.DIM));
            }
        }
        rows.add(Styled.empty());
    }

    private void prose(String text, Ink ink) {
        Prose.wrap(Visible.of(text), COLUMNS, measure).forEach(row -> rows.add(Styled.of(row, ink)));
    }

    private String labelled(String label, String text) {
        String left = label;
        for (String row : Prose.wrap(Visible.of(text), COLUMNS - INDENT.length() - LABEL, measure)) {
            String padded = left + " ".repeat(Math.max(0, LABEL - measure.of(left)));
            rows.add(Styled.of(INDENT).plus(padded, Ink.KEY).plus(row));
            left = "";
        }
        return left;
    }

    private static String word(Suspect.Standing standing) {
        return standing.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static Ink ink(Suspect.Standing standing) {
        return switch (standing) {
            case PROVED -> Ink.ERROR;
            case SHOWN -> Ink.WARNING;
            case POSSIBLE -> Ink.INFO;
            case CLEARED -> Ink.DIM;
        };
    }
}
