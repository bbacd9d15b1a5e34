package dev.egresso.wizard;

import dev.egresso.check.Checks;
import dev.egresso.check.Finding;
import dev.egresso.mesh.Answers;
import dev.egresso.mesh.Draft;
import dev.egresso.mesh.FieldId;
import dev.egresso.mesh.InternalService;
import dev.egresso.mesh.Problem;
import dev.egresso.mesh.Surroundings;
import dev.egresso.trace.Journey;
import dev.egresso.trace.Trace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All that a set of answers comes to.
 *
 * @param surroundings what is known of the mesh, answers counted
 * @param preview the resources as lines
 * @param concerns what there is to say about the answers and, once they are complete, about the resources; the worst first
 * @param journey of a request that uses the route, once the answers are complete
 */
public record Outcome(
        Draft draft, Surroundings surroundings, Preview preview, List<Concern> concerns, Optional<Journey> journey) {
    public Outcome {
        concerns = List.copyOf(concerns);
    }

    public static Outcome of(Answers answers, Surroundings surroundings) {
        Draft draft = Draft.of(answers, surroundings);
        Preview preview = Preview.of(draft);
        Surroundings told = told(draft, surroundings);
        return new Outcome(draft, told, preview, concerns(draft, preview, told), journey(draft, told));
    }

    private static Optional<Journey> journey(Draft draft, Surroundings surroundings) {
        return draft.route().isEmpty()
                ? Optional.empty()
                : Example.of(draft).map(request -> Trace.of(draft.manifests(), surroundings, request));
    }

    private static List<Concern> concerns(Draft draft, Preview preview, Surroundings surroundings) {
        List<Concern> concerns = new ArrayList<>();
        Set<String> said = new HashSet<>();
        for (Problem problem : draft.problems()) {
            concerns.add(Concern.of(problem));
            said.add(problem.id());
        }
        if (draft.route().isPresent()) {
            for (Finding finding : Checks.of(draft.manifests(), surroundings)) {
                if (!said.contains(finding.rule())) {
                    concerns.add(Concern.of(finding, preview));
                }
            }
        }
        concerns.sort(Comparator.comparing(Concern::severity));
        return concerns;
    }

    /** A person who says that the Service is there is believed. */
    private static Surroundings told(Draft draft, Surroundings surroundings) {
        boolean exists = draft.answers()
                .text(FieldId.INTERNAL_SERVICE)
                .filter(text -> text.strip().equalsIgnoreCase(InternalService.EXISTS.word()))
                .isPresent();
        return exists ? surroundings.withInternalService(true) : surroundings;
    }
}
