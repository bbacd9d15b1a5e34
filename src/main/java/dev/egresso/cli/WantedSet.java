package dev.egresso.cli;

import dev.egresso.cluster.Cluster;
import dev.egresso.mesh.Answers;
import dev.egresso.mesh.Bundle;
import dev.egresso.mesh.Draft;
import dev.egresso.mesh.FieldId;
import dev.egresso.mesh.Inventory;
import dev.egresso.mesh.Kind;
import dev.egresso.mesh.Problem;
import dev.egresso.mesh.Registration;
import dev.egresso.mesh.Setting;
import dev.egresso.mesh.Standing;
import dev.egresso.mesh.Surroundings;
import dev.egresso.rollout.Existing;
import dev.egresso.rollout.HandOver;
import dev.egresso.rollout.ShellWord;
import dev.egresso.rollout.Wanted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.ParseResult;

/**
 * What a command wants a cluster to have: the resources of files, or else of the answers.
 *
 * @param name of the set, for people
 * @param source the command that prints it; empty for files, whose names are the name of the set
 * @param draft what the answers come to; empty for files
 */
record WantedSet(String name, Optional<String> source, List<Wanted> wanted, Optional<Draft> draft) {
    private static final String NAMESPACE = "--namespace";
    private static final String SERVICE_ENTRY = "--" + FieldId.SERVICE_ENTRY;

    static WantedSet of(ParseResult parsed, Bundled bundled) {
        List<String> names = parsed.matchedPositionalValue(0, List.<String>of());
        if (parsed.hasMatchedOption(OpenedFiles.FROM)) {
            if (!names.isEmpty()) {
                throw new Refusal(Exit.USAGE, "Files are applied as they are, or opened by --from, not both.");
            }
            return ofOpened(parsed, bundled);
        }
        return names.isEmpty() ? ofAnswers(parsed, bundled) : ofFiles(names, parsed, bundled.world());
    }

    private static WantedSet ofAnswers(ParseResult parsed, Bundled bundled) {
        return of(Draft.of(AnswerFlags.of(parsed, bundled), Surroundings.unknown()), bundled);
    }

    /** The documents of one route in opened files, with the changed answers in them; what else the files hold is left alone. */
    private static WantedSet ofOpened(ParseResult parsed, Bundled bundled) {
        ChangedFiles files = ChangedFiles.of(parsed, bundled);
        Answers now = files.outcome().draft().answers();
        return new WantedSet(
                name(now),
                Optional.of(Repeat.printing("egresso", files.opened(), now)),
                files.outcome().wanted(),
                Optional.empty());
    }

    private static WantedSet of(Draft draft, Bundled bundled) {
        Bundle bundle = RenderCommand.bundle(draft, bundled);
        return new WantedSet(
                name(bundle.answers()),
                Optional.of(Repeat.command("egresso", bundle.answers())),
                bundle.manifests().stream().map(Wanted::of).toList(),
                Optional.of(draft));
    }

    /**
     * The same beside the ServiceEntries that the cluster has. Whether one of them is used is not for a script to find out
     * by chance: where nobody has said it, and it is a question, the command stops and says what there is.
     *
     * @throws Refusal where an entry has the host and nobody said whether it is used, or where it does not do
     */
    WantedSet beside(Cluster cluster, ClusterWay way, Bundled bundled) {
        if (draft.isEmpty() || isSaid(Registration.CREATE)) {
            return this;
        }
        Existing there = cluster.existing(
                Kind.SERVICE_ENTRY,
                "networking.istio.io/"
                        + draft.get().setting(FieldId.API_VERSION).text(),
                draft.get().setting(FieldId.NAMESPACE).text());
        way.sayUnseen(there.unseen());
        Draft beside = Draft.of(
                draft.get().answers(),
                Surroundings.unknown().withInventory(Inventory.none().with(there.resources())));
        if (isSaid(Registration.REUSE)) {
            if (there.unseen().isEmpty() && !beside.isEntryFound()) {
                way.say("entry-none-seen");
            }
            return of(beside, bundled);
        }
        if (beside.isEntryFound()) {
            throw undecided(beside, Exit.CLUSTER, bundled);
        }
        return this;
    }

    /** Whether nobody has looked yet what else the cluster has for the host. */
    boolean mayBringSecond() {
        return draft.isEmpty() || isSaid(Registration.CREATE);
    }

    private boolean isSaid(Registration registration) {
        Setting setting = draft.orElseThrow().setting(FieldId.SERVICE_ENTRY);
        return setting.standing() == Standing.ANSWERED && setting.text().equals(registration.word());
    }

    /** Nobody said whether a ServiceEntry that is there already is used. */
    static Refusal undecided(Draft beside, int exit, Bundled bundled) {
        List<String> rows = new ArrayList<>();
        rows.add(bundled.screens()
                .words()
                .of(beside.setting(FieldId.SERVICE_ENTRY).because()));
        List<Problem> conflicts = beside.problems().stream()
                .filter(Problem::isError)
                .filter(problem -> !problem.id().equals("service-entry-enough"))
                .toList();
        boolean enough =
                beside.problems().stream().anyMatch(problem -> problem.id().equals("service-entry-enough"));
        conflicts.forEach(problem -> rows.add(Sentences.of(problem, bundled)));
        String use = enough
                ? "Nothing needs to be written for apps that call the host themselves; "
                : SERVICE_ENTRY + " reuse goes by it; ";
        rows.add((conflicts.isEmpty() ? use : "") + SERVICE_ENTRY + " create writes a second one all the same.");
        return new Refusal(exit, rows.toArray(String[]::new));
    }

    /**
     * Says which ServiceEntries have a host of the plan already, and goes no further where nobody asked for a second one.
     *
     * @throws Refusal where a second one would be written that nobody asked for
     */
    void refuseSecond(Rivals rivals, ClusterWay way, ParseResult parsed) {
        way.say(rivals);
        boolean asked = draft.isPresent()
                || parsed.matchedOptionValue(SERVICE_ENTRY, "").equals(Registration.CREATE.word());
        if (!rivals.entries().isEmpty() && !asked) {
            throw new Refusal(
                    Exit.CLUSTER,
                    "Nothing is applied while nobody said that a second one is wanted.",
                    SERVICE_ENTRY + " create says so; or take the ServiceEntry out of the files.");
        }
    }

    /** What people call a set of these answers. */
    static String name(Answers answers) {
        return answers.text(FieldId.INTERNAL_HOST)
                .filter(host -> !host.isBlank())
                .or(() -> answers.text(FieldId.EXTERNAL_URL))
                .orElse("");
    }

    /** As somebody with the rights applies it by kubectl. */
    String byKubectl() {
        return source.map(HandOver::printedBy)
                .orElseGet(() -> HandOver.inFiles(
                        Stream.of(name.split(", ")).map(ShellWord::quoted).toList()));
    }

    private static WantedSet ofFiles(List<String> names, ParseResult parsed, World world) {
        if (parsed.matchedOptionValue(SERVICE_ENTRY, "").equals(Registration.REUSE.word())) {
            throw new Refusal(
                    Exit.USAGE,
                    SERVICE_ENTRY + " reuse goes with answers.",
                    "Take the ServiceEntry out of the files to go by one that is there.");
        }
        ResourceFiles files = ResourceFiles.read(names, world);
        files.talk(world);
        if (!files.set().faults().isEmpty() || files.set().manifests().isEmpty()) {
            throw new Refusal(
                    Exit.BAD_INPUT,
                    files.set().faults().isEmpty()
                            ? "There is no resource of Istio in that."
                            : "Nothing was asked of the cluster, since not all of it could be read.");
        }
        String namespace = parsed.matchedOptionValue(NAMESPACE, "");
        return new WantedSet(
                String.join(", ", names),
                Optional.empty(),
                files.set().manifests().stream()
                        .map(manifest -> Wanted.of(files.set(), manifest, namespace))
                        .toList(),
                Optional.empty());
    }
}
