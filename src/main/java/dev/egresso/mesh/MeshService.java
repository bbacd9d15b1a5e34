package dev.egresso.mesh;

import java.util.List;
import java.util.Optional;

/**
 * A host that the mesh knows: a Kubernetes Service, or one host of a ServiceEntry.
 *
 * @param namespace where the resource lives
 * @param assumed whether it was told and not read, so that no resource can be named for it
 * @param place where the host is written
 */
public record MeshService(
        HostName host,
        String namespace,
        boolean assumed,
        Discovery discovery,
        List<ServicePort> ports,
        ExportTo exportTo,
        Place place) {
    private static final String EXPORT_ANNOTATION = "networking.istio.io/exportTo";

    public MeshService {
        ports = List.copyOf(ports);
    }

    static MeshService ofService(Manifest service, boolean assumed, ExportDefaults exports) {
        Place top = Place.of(service);
        String namespace = service.namespace();
        String visible = top.at("metadata", "annotations", EXPORT_ANNOTATION).textOrEmpty();
        List<String> words =
                visible.isEmpty() ? List.of() : List.of(visible.replace(" ", "").split(","));
        return new MeshService(
                HostName.ofService(service.name(), namespace),
                namespace,
                assumed,
                Discovery.ofService(top.at("spec")),
                top.at("spec", "ports").items().stream()
                        .map(ServicePort::ofService)
                        .toList(),
                new ExportTo(new java.util.LinkedHashSet<>(words), namespace).orElse(exports.services()),
                top.at("metadata", "name"));
    }

    /** One for each host. */
    static List<MeshService> ofServiceEntry(Manifest entry, ExportDefaults exports) {
        Place spec = Place.of(entry).at("spec");
        String namespace = entry.namespace();
        Discovery discovery = Discovery.ofServiceEntry(spec.at("resolution"));
        ExportTo exportTo = ExportTo.of(spec.at("exportTo"), namespace, exports.services());
        List<ServicePort> ports = spec.at("ports").items().stream()
                .map(ServicePort::ofServiceEntry)
                .toList();
        return spec.at("hosts").items().stream()
                .filter(host -> host.text().isPresent())
                .map(host -> new MeshService(
                        HostName.asWritten(host.textOrEmpty()), namespace, false, discovery, ports, exportTo, host))
                .toList();
    }

    public Manifest manifest() {
        return place.manifest();
    }

    public Place spec() {
        return Place.of(manifest()).at("spec");
    }

    public boolean isKubernetes() {
        return manifest().kind() == Kind.SERVICE;
    }

    /** Outside of the mesh, so that no mutual TLS of the mesh is expected of it. */
    public boolean isExternal() {
        return !isKubernetes() && !spec().at("location").textOrEmpty().equals(Location.MESH_INTERNAL.word());
    }

    public Optional<ServicePort> port(int number) {
        for (ServicePort port : ports) {
            if (port.number() == number) {
                return Optional.of(port);
            }
        }
        return Optional.empty();
    }

    /** The addresses by which traffic for it is recognised, as written: single ones or ranges. */
    public List<Place> addresses() {
        return spec().at("addresses").items();
    }

    /** The endpoints of a ServiceEntry, as written. */
    public List<Place> endpoints() {
        return spec().at("endpoints").items();
    }

    /** Whether pods are chosen by their labels, so that the resources do not say which addresses there are. */
    public boolean selectsPods() {
        return isKubernetes()
                ? !spec().at("selector").fields().isEmpty()
                : spec().at("workloadSelector").exists();
    }

    public boolean isVisibleFrom(String clientNamespace) {
        return exportTo.reaches(clientNamespace);
    }
}
