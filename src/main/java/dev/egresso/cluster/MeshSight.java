package dev.egresso.cluster;

import dev.egresso.mesh.DataPlane;
import dev.egresso.mesh.IstioVersion;
import dev.egresso.mesh.KnownService;
import dev.egresso.mesh.Node;
import dev.egresso.mesh.Surroundings;
import dev.egresso.rollout.LiveObject;
import dev.egresso.yaml.MeshSettings;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What objects of a cluster tell of its mesh. The mesh's own settings are YAML inside a ConfigMap
 * ({@code istio/istio, manifests/charts/istio-control/istio-discovery/templates/configmap.yaml}); what it
 * does not say is Istio's default.
 */
final class MeshSight {
    private static final Pattern TAG = Pattern.compile(".*:v?([0-9]{1,3})\\.([0-9]{1,3})[^/]*");

    /** How the revision without a name is labelled. */
    static final String DEFAULT_REVISION = "default";

    private static final String REVISION = "istio.io/rev";

    private MeshSight() {}

    /** The revision that an object is labelled with; of a namespace with both labels, injection means the default one. */
    static String revision(LiveObject labelled) {
        return labelled.textAt("metadata", "labels", "istio-injection").equals("enabled")
                ? ""
                : labelled.textAt("metadata", "labels", REVISION);
    }

    /** Of several istiods those of one revision; without a name the default one, or all if none is labelled so. */
    static List<LiveObject> ofRevision(List<LiveObject> istiods, String revision) {
        String wanted = revision.isEmpty() ? DEFAULT_REVISION : revision;
        List<LiveObject> chosen = istiods.stream()
                .filter(istiod -> istiod.textAt("metadata", "labels", REVISION).equals(wanted))
                .toList();
        return chosen.isEmpty() && revision.isEmpty() ? istiods : chosen;
    }

    /** @param map the ConfigMap named istio */
    static Surroundings settings(Surroundings known, LiveObject map) {
        return MeshSettings.read(map.textAt("data", "mesh"))
                .map(settings -> known.withMesh(known.mesh().or(settings)))
                .orElse(known);
    }

    /** By the tag of istiod's image; a tag that is no version says nothing. */
    static Surroundings version(Surroundings known, List<LiveObject> istiods) {
        return istiods.stream()
                .flatMap(istiod -> istiod.itemsAt("spec", "template", "spec", "containers").stream())
                .filter(Node.Mapping.class::isInstance)
                .map(container -> TAG.matcher(new LiveObject((Node.Mapping) container).textAt("image")))
                .filter(Matcher::matches)
                .map(tag -> new IstioVersion(Integer.parseInt(tag.group(1)), Integer.parseInt(tag.group(2))))
                .max(IstioVersion::compareTo)
                .map(known::withIstioVersion)
                .orElse(known);
    }

    /** By the labels that put a namespace into the mesh; without them a single pod may still be in it. */
    static Surroundings dataPlane(Surroundings known, LiveObject namespace) {
        if (namespace.textAt("metadata", "labels", "istio.io/dataplane-mode").equals("ambient")) {
            return known.withDataPlane(DataPlane.AMBIENT);
        }
        boolean injected =
                namespace.textAt("metadata", "labels", "istio-injection").equals("enabled")
                        || !namespace.textAt("metadata", "labels", REVISION).isEmpty();
        return injected ? known.withDataPlane(DataPlane.SIDECAR) : known;
    }

    static Surroundings service(Surroundings known, Optional<LiveObject> service, String namespace) {
        Surroundings more = known.withInternalService(service.isPresent());
        return service.map(found -> more.withServices(found.itemsAt("spec", "ports").stream()
                        .filter(Node.Mapping.class::isInstance)
                        .map(port -> port(found, new LiveObject((Node.Mapping) port), namespace))
                        .toList()))
                .orElse(more);
    }

    /** The protocol as Istio finds it: {@code appProtocol}, or the name of the port up to a dash. */
    private static KnownService port(LiveObject service, LiveObject port, String namespace) {
        String told = port.textAt("appProtocol");
        String protocol = told.isEmpty() ? port.textAt("name").replaceFirst("-.*", "") : told;
        return new KnownService(
                service.textAt("metadata", "name"),
                Optional.of(namespace),
                Integer.parseInt(port.textAt("port")),
                protocol);
    }
}
