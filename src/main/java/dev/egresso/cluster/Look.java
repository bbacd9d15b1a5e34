package dev.egresso.cluster;

import dev.egresso.mesh.ApiVersion;
import dev.egresso.mesh.InternalHost;
import dev.egresso.mesh.Inventory;
import dev.egresso.mesh.Kind;
import dev.egresso.mesh.Manifest;
import dev.egresso.mesh.Namespace;
import dev.egresso.mesh.Node;
import dev.egresso.mesh.Surroundings;
import dev.egresso.rollout.Address;
import dev.egresso.rollout.LiveObject;
import dev.egresso.rollout.Sight;
import dev.egresso.rollout.Site;
import dev.egresso.rollout.Trouble;
import dev.egresso.yaml.ManifestReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One look around a cluster; what is forbidden is noted, and the rest goes on. */
final class Look {
    private static final String GROUP = "networking.istio.io";
    private static final String WEBHOOKS = "/apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations";
    private static final List<Kind> KINDS =
            List.of(Kind.SERVICE_ENTRY, Kind.VIRTUAL_SERVICE, Kind.DESTINATION_RULE, Kind.SERVICE);

    /** What an apply and its undo ask of a server. */
    private static final List<String> VERBS = List.of("get", "create", "patch", "update", "delete");

    private final Api api;
    private final Site site;
    private final String namespace;
    private final Optional<InternalHost> host;
    private final List<Trouble> unseen = new ArrayList<>();
    private Surroundings surroundings = Surroundings.unknown();
    private boolean lost;

    Look(Api api, Site site, String namespace, Optional<InternalHost> host) {
        this.api = api;
        this.site = site;
        this.namespace = namespace;
        this.host = host;
    }

    private interface Glance<T> {
        T at();
    }

    private <T> T glance(T otherwise, Glance<T> glance) {
        if (lost) {
            return otherwise;
        }
        try {
            return glance.at();
        } catch (Troubled troubled) {
            lost = troubled.trouble().isOfTheConnection();
            unseen.add(troubled.trouble());
            return otherwise;
        }
    }

    Sight around() {
        List<ApiVersion> versions = glance(List.of(), this::versions);
        List<String> namespaces = glance(List.of(), () -> namespaces(api));
        Optional<LiveObject> home = glance(Optional.empty(), () -> api.read("/api/v1/namespaces/" + namespace));
        surroundings =
                home.map(found -> MeshSight.dataPlane(surroundings, found)).orElse(surroundings);
        List<LiveObject> istiods = glance(List.of(), this::istiods);
        String revision = glance("", () -> revision(home, istiods));
        surroundings = MeshSight.version(surroundings, MeshSight.ofRevision(istiods, revision));
        surroundings = glance(surroundings, () -> settings(revision));
        surroundings = glance(surroundings, this::service);
        List<Manifest> resources = new ArrayList<>();
        if (!versions.isEmpty()) {
            Listing listing = new Listing(api, namespace);
            String version = GROUP + "/" + versions.get(0).word();
            for (Kind kind : KINDS.subList(0, 3)) {
                resources.addAll(glance(List.of(), () -> listing.of(kind, version)));
            }
            List<LiveObject> sidecars = glance(List.of(), () -> listing.of(version, "sidecars"));
            surroundings = surroundings.with(ManifestReader.neighbours(
                    sidecars.stream().map(LiveObject::root).toList()));
        }
        surroundings = surroundings.withInventory(new Inventory(versions, Optional.empty(), resources));
        List<String> missing = glance(List.of(), () -> missing(versions));
        return new Sight(site, namespaces, versions, surroundings, resources, missing, unseen);
    }

    private List<ApiVersion> versions() {
        Optional<LiveObject> group = api.read("/apis/" + GROUP);
        if (group.isEmpty()) {
            unseen.add(Trouble.of(Sight.NO_ISTIO));
        }
        List<String> served = group.stream()
                .flatMap(found -> found.itemsAt("versions").stream())
                .map(version -> new LiveObject((Node.Mapping) version).textAt("version"))
                .toList();
        return Arrays.stream(ApiVersion.values())
                .filter(version -> served.contains(version.word()))
                .toList();
    }

    static List<String> namespaces(Api api) {
        return api.list("/api/v1/namespaces").stream()
                .map(each -> each.textAt("metadata", "name"))
                .sorted()
                .toList();
    }

    private List<LiveObject> istiods() {
        return api.list(
                "/apis/apps/v1/namespaces/" + Surroundings.USUAL_ROOT + "/deployments?labelSelector=app%3Distiod");
    }

    /** The one that serves the namespace; its label may hold a tag, which a webhook translates. */
    private String revision(Optional<LiveObject> home, List<LiveObject> istiods) {
        String told = home.map(MeshSight::revision).orElse("");
        if (told.isEmpty() || !MeshSight.ofRevision(istiods, told).isEmpty()) {
            return told;
        }
        return api.list(WEBHOOKS + "?labelSelector=istio.io%2Ftag%3D" + told).stream()
                .map(MeshSight::revision)
                .findFirst()
                .orElse(told);
    }

    private Surroundings settings(String revision) {
        String suffix = revision.isEmpty() || revision.equals(MeshSight.DEFAULT_REVISION) ? "" : "-" + revision;
        return api.read("/api/v1/namespaces/" + Surroundings.USUAL_ROOT + "/configmaps/istio" + suffix)
                .map(found -> MeshSight.settings(surroundings, found))
                .orElse(surroundings);
    }

    private Surroundings service() {
        if (host.isEmpty() || !host.get().isServiceName()) {
            return surroundings;
        }
        String of = host.get().namespace().map(Namespace::name).orElse(namespace);
        Address address = new Address("v1", Kind.SERVICE, of, host.get().firstLabel());
        return MeshSight.service(surroundings, api.get(address), of);
    }

    private List<String> missing(List<ApiVersion> versions) {
        String istio = GROUP + "/" + (versions.isEmpty() ? ApiVersion.V1 : versions.get(0)).word();
        List<String> missing = new ArrayList<>();
        for (Kind kind : KINDS) {
            Address address = new Address(kind == Kind.SERVICE ? "v1" : istio, kind, namespace, "");
            VERBS.stream()
                    .filter(verb -> !api.may(verb, address))
                    .forEach(verb -> missing.add(verb + " " + address.resource()));
        }
        return missing;
    }
}
