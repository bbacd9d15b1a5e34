package dev.egresso.cluster;

import dev.egresso.mesh.Kind;
import dev.egresso.mesh.Manifest;
import dev.egresso.rollout.Address;
import dev.egresso.rollout.LiveObject;
import java.util.List;

/** Lists resources of all namespaces, or of one where a person may not see all. */
record Listing(Api api, String namespace) {
    List<Manifest> of(Kind kind, String apiVersion) {
        return of(apiVersion, Address.resource(kind)).stream()
                .map(each -> new Manifest(kind, each.root()))
                .toList();
    }

    List<LiveObject> of(String apiVersion, String resource) {
        String root = (apiVersion.contains("/") ? "/apis/" : "/api/") + apiVersion;
        try {
            return api.list(root + "/" + resource);
        } catch (Troubled troubled) {
            if (troubled.trouble().isOfTheConnection()) {
                throw troubled;
            }
            return api.list(root + "/namespaces/" + namespace + "/" + resource);
        }
    }
}
