package dev.egresso.wizard;

import dev.egresso.check.Checks;
import dev.egresso.check.Finding;
import dev.egresso.mesh.FieldChange;
import dev.egresso.mesh.Surroundings;
import dev.egresso.yaml.Edited;
import dev.egresso.yaml.ReadSet;
import dev.egresso.yaml.TextEdits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What comes of mending all that can be mended in files: one mend may uncover the next, so the files are read and checked
 * again until nothing changes any more.
 *
 * @param texts the new text of each file that changes, by the name that it was read under
 * @param mended the findings that led to a change, as they were when it was made
 * @param after the files with the new texts in them
 * @param findings what there is to say about them
 * @param kept why a finding that has a mend was left, by the finding as it stands now
 */
public record Mending(
        Map<String, String> texts,
        List<Finding> mended,
        ReadSet after,
        List<Finding> findings,
        Map<Finding, String> kept) {
    /** Mends in one place wait for each other, and a few uncover others; more rounds than this go in a circle. */
    private static final int MOST_ROUNDS = 100;

    /** A mend that a text refused is not asked for again. */
    private record Refusal(String rule, String place) {
        static Refusal of(Finding finding) {
            return new Refusal(finding.rule(), finding.place().toString());
        }
    }

    public static Mending of(ReadSet files, Surroundings surroundings) {
        ReadSet read = files;
        Map<String, String> texts = new LinkedHashMap<>();
        List<Finding> mended = new ArrayList<>();
        Map<Refusal, String> refused = new LinkedHashMap<>();
        List<Finding> findings = check(read, surroundings);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            List<Finding> open = first(findings.stream()
                    .filter(finding -> finding.fix().isPresent() && !refused.containsKey(Refusal.of(finding)))
                    .toList());
            Edited edited =
                    TextEdits.of(read, open.stream().map(Mending::changes).toList());
            for (int i = 0; i < open.size(); i++) {
                Edited.Outcome outcome = edited.outcomes().get(i);
                if (outcome.what() == Edited.What.DONE && !edited.texts().isEmpty()) {
                    mended.add(open.get(i));
                } else if (outcome.what() == Edited.What.REFUSED) {
                    refused.put(Refusal.of(open.get(i)), outcome.why());
                }
            }
            if (edited.texts().isEmpty()) {
                break;
            }
            texts.putAll(edited.texts());
            read = read.with(edited.texts());
            findings = check(read, surroundings);
        }
        Map<Finding, String> kept = new LinkedHashMap<>();
        for (Finding finding : findings) {
            String why = refused.get(Refusal.of(finding));
            if (why != null) {
                kept.put(finding, why);
            }
        }
        return new Mending(texts, mended, read, findings, kept);
    }

    /** A misspelt field gets its name before anything is added that seems to be missing. */
    private static List<Finding> first(List<Finding> open) {
        List<Finding> misspelt = open.stream()
                .filter(finding -> changes(finding).stream().anyMatch(FieldChange.Rename.class::isInstance))
                .toList();
        return misspelt.isEmpty() ? open : misspelt;
    }

    private static List<FieldChange> changes(Finding finding) {
        return finding.fix().orElseThrow().changes();
    }

    private static List<Finding> check(ReadSet read, Surroundings surroundings) {
        return Checks.of(read.manifests(), surroundings.with(read.neighbours()));
    }
}
