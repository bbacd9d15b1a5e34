package dev.egresso.wizard;

import dev.egresso.check.Checks;
import dev.egresso.check.Finding;
import dev.egresso.mesh.Answers;
import dev.egresso.mesh.Draft;
import dev.egresso.mesh.FieldId;
import dev.egresso.mesh.InternalService;
import dev.egresso.mesh.Manifest;
import dev.egresso.mesh.Problem;
import dev.egresso.mesh.Surroundings;
import dev.egresso.reopen.EditedSet;
import dev.egresso.reopen.OpenedSet;
import dev.egresso.rollout.Wanted;
import dev.egresso.trace.Journey;
import dev.egresso.trace.Trace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All that a set of answers comes to.
 *
 * @param surroundings what is known of the mesh, answers counted
 * @param beside the resources that the set comes to stand beside
 * @param edited the files as the answers make them, if the answers come from files
 * @param preview the resources as lines
 * @param concerns what there is to say about the answers and, once they are complete, about the resources; the worst first
 * @param journey of a request that uses the route, once the answers are complete
 * @param isComplete whether the resources can be saved: nothing missing, nothing refused; in files, nothing that was put in
 */
public record Outcome(
        Draft draft,
        Surroundings surroundings,
        List<Manifest> beside,
        Optional<EditedSet> edited,
        Preview preview,
        List<Concern> concerns,
        Optional<Journey> journey,
        boolean isComplete) {
    public Outcome {
        beside = List.copyOf(beside);
        concerns = List.copyOf(concerns);
    }

    /**
     * The resources as they are shown, in the order of applying. Of files it is the documents of the route as they stand in
     * the new texts, and no others.
     */
    public List<Wanted> wanted() {
        String namespace = draft.setting(FieldId.NAMESPACE).text();
        List<Wanted> all = edited.map(set -> set.resources().values().stream()
                        .map(resource -> Wanted.of(set.read(), resource.manifest(), namespace))
                        .toList())
                .orElseGet(() -> draft.manifests().stream().map(Wanted::of).toList());
        return Wanted.inOrder(all);
    }

    public static Outcome of(Answers answers, Surroundings surroundings) {
        Draft draft = Draft.of(answers, surroundings);
        Surroundings told = told(draft, surroundings);
        Preview preview = Preview.of(draft);
        boolean complete = draft.route().isPresent();
        List<Manifest> resources = complete ? draft.manifests() : List.of();
        List<Manifest> beside = draft.beside();
        return new Outcome(
                draft,
                told,
                beside,
                Optional.empty(),
                preview,
                concerns(draft.problems(), resources, beside, preview, told),
                complete ? journey(all(beside, resources), draft, told, false) : Optional.empty(),
                complete);
    }

    /** The same over files; findings and journey are of all that they hold. */
    public static Outcome of(Answers answers, Surroundings surroundings, OpenedSet opened) {
        Draft draft = Draft.of(answers, opened.around(answers, surroundings));
        EditedSet edited = opened.with(answers, surroundings);
        Surroundings told = told(draft, surroundings.with(edited.read().neighbours()));
        Preview preview = Preview.of(draft, edited);
        boolean complete = edited.isWhole() && newErrors(opened, draft).isEmpty();
        List<Manifest> resources = edited.isWhole() ? edited.read().manifests() : List.of();
        List<Manifest> beside = surroundings.inventory().touching(edited.read().manifests());
        return new Outcome(
                draft,
                told,
                beside,
                Optional.of(edited),
                preview,
                concerns(newProblems(opened, draft), resources, beside, preview, told),
                resources.isEmpty() ? Optional.empty() : journey(all(beside, resources), draft, told, true),
                complete);
    }

    static Outcome of(Answers answers, Setup setup) {
        return setup.opened()
                .map(opened -> of(answers, setup.surroundings(), opened))
                .orElseGet(() -> of(answers, setup.surroundings()));
    }

    /** The resources as they are so far; holes in them are no matter to who only reads. */
    public List<Manifest> resources() {
        return edited.map(set -> set.read().manifests()).orElseGet(draft::manifests);
    }

    /** The same, and before them those that they come to stand beside: the older ones win. */
    List<Manifest> around() {
        return all(beside, resources());
    }

    private static List<Manifest> all(List<Manifest> beside, List<Manifest> resources) {
        List<Manifest> all = new ArrayList<>(beside);
        all.addAll(resources);
        return all;
    }

    /** What the answers are refused for, and were not as the files stood. */
    public static List<Problem> newErrors(OpenedSet opened, Draft draft) {
        return newProblems(opened, draft).stream().filter(Problem::isError).toList();
    }

    /** What can be said of the files as they stood, the checks of the files themselves say better. */
    private static List<Problem> newProblems(OpenedSet opened, Draft draft) {
        Set<String> before = Draft.of(opened.answers(), Surroundings.unknown()).problems().stream()
                .map(Problem::id)
                .collect(Collectors.toSet());
        return draft.problems().stream()
                .filter(problem -> !before.contains(problem.id()))
                .toList();
    }

    private static Optional<Journey> journey(
            List<Manifest> resources, Draft draft, Surroundings surroundings, boolean fromFiles) {
        return Example.of(draft)
                .or(() -> fromFiles ? Example.byRealName(draft) : Optional.empty())
                .map(request -> Trace.of(resources, surroundings, request));
    }

    private static List<Concern> concerns(
            List<Problem> problems,
            List<Manifest> resources,
            List<Manifest> beside,
            Preview preview,
            Surroundings surroundings) {
        List<Concern> concerns = new ArrayList<>();
        Set<String> said = new HashSet<>();
        for (Problem problem : problems) {
            concerns.add(Concern.of(problem));
            said.add(problem.id());
        }
        if (!resources.isEmpty()) {
            for (Finding finding : findings(resources, beside, surroundings)) {
                if (!said.contains(finding.rule())) {
                    boolean ours = !beside.contains(finding.place().manifest());
                    concerns.add(ours ? Concern.of(finding, preview) : Concern.elsewhere(finding));
                }
            }
        }
        concerns.sort(Comparator.comparing(Concern::severity));
        return concerns;
    }

    /** What the set brings about; what is wrong in the cluster without it is not its business. */
    private static List<Finding> findings(List<Manifest> resources, List<Manifest> beside, Surroundings surroundings) {
        List<Finding> all = Checks.of(all(beside, resources), surroundings);
        if (beside.isEmpty()) {
            return all;
        }
        Set<List<Object>> without =
                Checks.of(beside, surroundings).stream().map(Outcome::known).collect(Collectors.toSet());
        return all.stream()
                .filter(finding -> !beside.contains(finding.place().manifest()) || !without.contains(known(finding)))
                .toList();
    }

    /** What makes a finding the same one in another set. */
    private static List<Object> known(Finding finding) {
        return List.of(
                finding.rule(), finding.place().resource(), finding.place().path());
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
