package dev.egresso.rollout;

import dev.egresso.mesh.Kind;
import dev.egresso.mesh.Manifest;
import dev.egresso.yaml.ReadSet;
import dev.egresso.yaml.YamlWriter;
import java.util.Comparator;
import java.util.List;

/**
 * A resource that a cluster is to have.
 *
 * @param text the YAML that was shown; it is sent as it is, so that what is applied is what was shown
 */
public record Wanted(Address address, String text) {
    /**
     * A route may lead to what is there already, never to what is still to come: first the host outside, then how to
     * connect to it, then the route, and last the Service through which requests arrive.
     */
    private static final List<Kind> ORDER =
            List.of(Kind.SERVICE_ENTRY, Kind.DESTINATION_RULE, Kind.VIRTUAL_SERVICE, Kind.SERVICE);

    public static Wanted of(Manifest manifest) {
        return of(manifest, YamlWriter.text(manifest));
    }

    /** @param text of the one document that the manifest was read from, or that shows it */
    public static Wanted of(Manifest manifest, String text) {
        return new Wanted(Address.of(manifest), text);
    }

    /**
     * As it stands in its text; an item of a list has no text of its own.
     *
     * @param namespace of what names none
     */
    public static Wanted of(ReadSet set, Manifest manifest, String namespace) {
        Address address = Address.of(manifest);
        boolean open = manifest.text("metadata.namespace").isEmpty() && !namespace.isEmpty();
        return new Wanted(
                open ? new Address(address.apiVersion(), address.kind(), namespace, address.name()) : address,
                set.document(manifest).orElseGet(() -> YamlWriter.text(manifest)));
    }

    /** Sorted so that no request is ever led to something unknown. */
    public static List<Wanted> inOrder(List<Wanted> wanted) {
        return wanted.stream()
                .sorted(Comparator.comparingInt(
                        each -> ORDER.indexOf(each.address().kind())))
                .toList();
    }
}
