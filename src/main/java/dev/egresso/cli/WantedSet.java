package dev.egresso.cli;

import dev.egresso.mesh.Answers;
import dev.egresso.mesh.Bundle;
import dev.egresso.mesh.Draft;
import dev.egresso.mesh.FieldId;
import dev.egresso.mesh.Manifest;
import dev.egresso.mesh.Surroundings;
import dev.egresso.rollout.Address;
import dev.egresso.rollout.HandOver;
import dev.egresso.rollout.ShellWord;
import dev.egresso.rollout.Wanted;
import dev.egresso.yaml.ReadSet;
import dev.egresso.yaml.YamlWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.ParseResult;

/**
 * What a command wants a cluster to have: the resources of files, or else of the answers.
 *
 * @param name of the set, for people
 * @param source the command that prints it; empty for files, whose names are the name of the set
 */
record WantedSet(String name, Optional<String> source, List<Wanted> wanted) {
    private static final String NAMESPACE = "--namespace";

    static WantedSet of(ParseResult parsed, Bundled bundled) {
        List<String> names = parsed.matchedPositionalValue(0, List.<String>of());
        return names.isEmpty() ? ofAnswers(parsed, bundled) : ofFiles(names, parsed, bundled.world());
    }

    private static WantedSet ofAnswers(ParseResult parsed, Bundled bundled) {
        Draft draft = Draft.of(AnswerFlags.of(parsed, bundled), Surroundings.unknown());
        Bundle bundle = RenderCommand.bundle(draft, bundled);
        return new WantedSet(
                name(bundle.answers()),
                Optional.of(Repeat.command("egresso", bundle.answers())),
                bundle.manifests().stream().map(Wanted::of).toList());
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
                        .map(manifest -> wanted(files.set(), manifest, namespace))
                        .toList());
    }

    /** The document is sent as it stands in its file; an item of a list has no text of its own. */
    private static Wanted wanted(ReadSet set, Manifest manifest, String namespace) {
        String text = set.document(manifest).orElseGet(() -> YamlWriter.text(manifest));
        Address address = Address.of(manifest);
        boolean open = manifest.text("metadata.namespace").isEmpty() && !namespace.isEmpty();
        return new Wanted(
                open ? new Address(address.apiVersion(), address.kind(), namespace, address.name()) : address, text);
    }
}
