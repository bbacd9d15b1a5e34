package dev.egresso.cluster;

import dev.egresso.mesh.Kind;
import dev.egresso.mesh.Manifest;
import dev.egresso.rollout.Address;
import dev.egresso.rollout.Existing;
import dev.egresso.rollout.LiveObject;
import java.util.List;
import java.util.Optional;

/** Lists resources of all namespaces, or of one where a person may not see all. */
record Listing(Api api, String namespace) {
    List<Manifest> of(Kind kind, String apiVersion) {
        return manifests(kind, of(apiVersion, Address.resource(kind)));
    }

    /** With why it is not all, if it is not. */
    Existing existing(Kind kind, String apiVersion) {
        String resource = Address.resource(kind);
        try {
            return new Existing(manifests(kind, everywhere(apiVersion, resource)), Optional.empty());
        } catch (Troubled troubled) {
            List<LiveObject> here = troubled.trouble().isOfTheConnection() ? List.of() : here(apiVersion, resource);
            return new Existing(manifests(kind, here), Optional.of(troubled.trouble()));
        }
    }

    private static List<Manifest> manifests(Kind kind, List<LiveObject> objects) {
        return objects.stream().map(each -> new Manifest(kind, each.root())).toList();
    }

    List<LiveObject> of(String apiVersion, String resource) {
        try {
            return everywhere(apiVersion, resource);
        } catch (Troubled troubled) {
            if (troubled.trouble().isOfTheConnection()) {
                throw troubled;
            }
            return inNamespace(apiVersion, resource);
        }
    }

    private List<LiveObject> everywhere(String apiVersion, String resource) {
        return api.list(root(apiVersion) + "/" + resource);
    }

    private List<LiveObject> here(String apiVersion, String resource) {
        try {
            return inNamespace(apiVersion, resource);
        } catch (Troubled unseen) {
            return List.of();
        }
    }

    private List<LiveObject> inNamespace(String apiVersion, String resource) {
        return api.list(root(apiVersion) + "/namespaces/" + namespace + "/" + resource);
    }

    private static String root(String apiVersion) {
        return (apiVersion.contains("/") ? "/apis/" : "/api/") + apiVersion;
    }
}
