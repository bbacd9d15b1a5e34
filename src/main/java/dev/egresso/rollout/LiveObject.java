package dev.egresso.rollout;

import dev.egresso.mesh.Kind;
import dev.egresso.mesh.Manifest;
import dev.egresso.mesh.MappingLabels;
import dev.egresso.mesh.Node;
import dev.egresso.yaml.JsonObject;
import dev.egresso.yaml.YamlWriter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** An object as a server stores it, with all that the server adds. */
public record LiveObject(Node.Mapping root) {
    /** What the server keeps for itself; a person compares the rest (apimachinery's ObjectMeta, "read-only"). */
    private static final Set<String> SERVERS_OWN =
            Set.of("managedFields", "resourceVersion", "uid", "generation", "creationTimestamp", "selfLink");

    /** Given to a Service when it is made, and another one at each try. */
    private static final Set<String> ALLOCATED = Set.of("clusterIP", "clusterIPs");

    private static final String METADATA = "metadata";
    private static final String MANAGED_FIELDS = "managedFields";
    private static final String RESOURCE_VERSION = "resourceVersion";

    /** Empty for a text that is not a JSON object. */
    public static Optional<LiveObject> read(String json) {
        return JsonObject.read(json, Trees.ORIGIN).map(LiveObject::new);
    }

    public String json() {
        return JsonObject.text(root);
    }

    /** A part of an object on one line. */
    public static String json(Node node) {
        return JsonObject.text(node);
    }

    /** A text as JSON has it, in quotes. */
    public static String quoted(String text) {
        return JsonObject.text(Trees.string(text));
    }

    public String uid() {
        return Trees.text(root, METADATA, "uid");
    }

    public String resourceVersion() {
        return Trees.text(root, METADATA, RESOURCE_VERSION);
    }

    /** It was told to go and waits for somebody's finalizer. */
    public boolean isGoing() {
        return Trees.at(root, METADATA, "deletionTimestamp").isPresent();
    }

    /** Empty for a kind that Egresso does not write. */
    public Optional<Address> address() {
        return Kind.of(Trees.text(root, "kind"))
                .map(kind -> new Address(
                        Trees.text(root, "apiVersion"),
                        kind,
                        Trees.text(root, METADATA, "namespace"),
                        Trees.text(root, METADATA, "name")));
    }

    /** The mapping that it belongs to, by the labels that Egresso writes; empty for what Egresso does not look after. */
    Optional<String> mapping() {
        return textAt(METADATA, "labels", MappingLabels.MANAGED_BY).equals(MappingLabels.EGRESSO)
                ? Optional.of(textAt(METADATA, "labels", MappingLabels.INSTANCE))
                        .filter(name -> !name.isEmpty())
                : Optional.empty();
    }

    /** The plain value at a path of keys; empty if there is none. */
    public String textAt(String... path) {
        return Trees.text(root, path);
    }

    /** The items of a list at a path of keys; none if there is no list. */
    public List<Node> itemsAt(String... path) {
        return Trees.items(root, path);
    }

    /** Those of the object itself, not of its status. */
    public List<Owner> owners() {
        return Trees.items(root, METADATA, MANAGED_FIELDS).stream()
                .map(Owner::of)
                .filter(owner -> owner.subresource().isEmpty())
                .toList();
    }

    /** The object as a person reads it: without status and what the server keeps for itself, as YAML. */
    public String text() {
        return text(tidy(root));
    }

    /** The same without the addresses that the server gives out. */
    String textUnallocated() {
        return text(tidyUnallocated(root));
    }

    private String text(Node.Mapping shown) {
        return YamlWriter.text(new Manifest(Kind.of(Trees.text(root, "kind")).orElse(Kind.SERVICE), shown));
    }

    private static Node.Mapping tidy(Node.Mapping root) {
        Node.Mapping without = Trees.without(root, Set.of("status"));
        return Trees.sorted(Trees.changing(without, METADATA, metadata -> Trees.without(metadata, SERVERS_OWN)));
    }

    private static Node.Mapping tidyUnallocated(Node.Mapping root) {
        return Trees.changing(tidy(root), "spec", spec -> Trees.without(spec, ALLOCATED));
    }

    /** Nothing that a person or a manager wrote differs. */
    public boolean isSameAs(LiveObject other) {
        return uid().equals(other.uid())
                && tidy(root).equals(tidy(other.root))
                && ownership(this).equals(ownership(other));
    }

    /** The same content, owned by the same managers, whatever the server allocated: how a rehearsed write is known again. */
    public boolean isWrittenAs(LiveObject other) {
        return hasContentOf(other) && ownership(this).equals(ownership(other));
    }

    /** Whoever owns it. */
    public boolean hasContentOf(LiveObject other) {
        return tidyUnallocated(root).equals(tidyUnallocated(other.root));
    }

    private static Set<Owner> ownership(LiveObject object) {
        return object.owners().stream().map(Owner::withoutTime).collect(Collectors.toSet());
    }

    /** All who wrote it. */
    public Set<String> writers() {
        return owners().stream().map(Owner::manager).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * Those who wrote since it was like that, by the times that the server noted; empty if nobody did, or within the same
     * second. Somebody whose fields were taken over has not written.
     */
    public Set<String> writersSince(LiveObject earlier) {
        Set<String> known = earlier.owners().stream().map(Owner::writing).collect(Collectors.toSet());
        return owners().stream()
                .filter(owner -> !known.contains(owner.writing()))
                .map(Owner::manager)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** As it was, to be put in place of what is there now; refused by the server if that changes meanwhile. */
    public LiveObject replacing(LiveObject current) {
        return changed(metadata -> Trees.with(
                Trees.with(metadata, RESOURCE_VERSION, Trees.string(current.resourceVersion())),
                "uid",
                Trees.string(current.uid())));
    }

    /** The same content in an object of another identity. */
    LiveObject as(String uid) {
        return changed(metadata -> Trees.with(metadata, "uid", Trees.string(uid)));
    }

    /** As it was, to be made anew: names and content without what only the server gives. */
    public LiveObject anew(boolean withAllocated) {
        LiveObject bare = new LiveObject(Trees.without(root, Set.of("status")))
                .changed(metadata -> Trees.without(metadata, SERVERS_OWN));
        return withAllocated
                ? bare
                : new LiveObject(Trees.changing(bare.root, "spec", spec -> Trees.without(spec, ALLOCATED)));
    }

    /**
     * This object with the field owners of another. A list with one empty entry clears them, since an empty list would
     * leave them as they are (Kubernetes documentation, "Clearing managedFields").
     */
    public LiveObject ownedAs(LiveObject other) {
        List<Node> entries = Trees.items(other.root, METADATA, MANAGED_FIELDS);
        List<Node> told = entries.isEmpty() ? List.of(Trees.EMPTY) : entries;
        return changed(metadata -> Trees.with(metadata, MANAGED_FIELDS, new Node.Sequence(told, Trees.ORIGIN)));
    }

    private LiveObject changed(java.util.function.UnaryOperator<Node.Mapping> change) {
        return new LiveObject(Trees.changing(root, METADATA, change));
    }
}
