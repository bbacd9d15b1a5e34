package dev.egresso.mesh;

import java.util.ArrayList;
import java.util.List;

/**
 * A VirtualService as istiod reads it: hosts expanded and in lower case, and whether sidecars obey it.
 *
 * @param hosts in the order in which they are written
 * @param inMesh whether it is bound to sidecars: no gateways, or {@code mesh} among them
 */
public record VirtualService(
        Manifest manifest, String namespace, List<Host> hosts, boolean inMesh, ExportTo exportTo, Place spec) {
    /** A host with the place where it is written. */
    public record Host(HostName name, Place place) {}

    private static final String MESH = "mesh";

    public VirtualService {
        hosts = List.copyOf(hosts);
    }

    static VirtualService of(Manifest manifest, ExportDefaults exports) {
        String namespace = manifest.namespace();
        Place spec = Place.of(manifest).at("spec");
        List<Host> hosts = new ArrayList<>();
        for (Place host : spec.at("hosts").items()) {
            host.text()
                    .ifPresent(text -> hosts.add(
                            new Host(HostName.expanded(text, namespace).lower(), host)));
        }
        return new VirtualService(
                manifest,
                namespace,
                hosts,
                isBoundToMesh(spec.at("gateways")),
                ExportTo.of(spec.at("exportTo"), namespace, exports.virtualServices()),
                spec);
    }

    /** Whether a list of gateways lets sidecars in: an empty one does. */
    public static boolean isBoundToMesh(Place gateways) {
        List<Place> items = gateways.items();
        return items.isEmpty()
                || items.stream().anyMatch(item -> item.textOrEmpty().equals(MESH));
    }

    /** The rules for what is read as HTTP, in the order in which they are tried. */
    public List<Place> http() {
        return spec.at("http").items();
    }

    public List<Place> tls() {
        return spec.at("tls").items();
    }

    public List<Place> tcp() {
        return spec.at("tcp").items();
    }

    /** The host of a destination, expanded with this rule's namespace. */
    public HostName destination(Place destination) {
        return HostName.expanded(destination.at("host").textOrEmpty(), namespace);
    }

    public boolean isVisibleFrom(String clientNamespace) {
        return exportTo.reaches(clientNamespace);
    }
}
