package dev.egresso.rollout;

import dev.egresso.mesh.ApiVersion;
import dev.egresso.mesh.Kind;
import dev.egresso.mesh.Manifest;
import dev.egresso.mesh.Surroundings;
import java.util.List;
import java.util.Optional;

/**
 * What a look at a cluster found; whatever this user may not see is missing, and said once.
 *
 * @param site which cluster, and as whom
 * @param namespaces to choose from
 * @param versions of Istio's networking API that are served, the newest first; none if its kinds are missing
 * @param surroundings what derivation, checks and trace go by
 * @param resources of ours that exist: ServiceEntries, VirtualServices and DestinationRules
 * @param missing the rights that applying and taking back needs, and this user lacks, as {@code verb resource}
 * @param unseen why some of it could not be looked at
 */
public record Sight(
        Site site,
        List<String> namespaces,
        List<ApiVersion> versions,
        Surroundings surroundings,
        List<Manifest> resources,
        List<String> missing,
        List<Trouble> unseen) {
    /** The id of the trouble that a server does not serve Istio's networking API at all. */
    public static final String NO_ISTIO = "no-istio";

    public Sight {
        namespaces = List.copyOf(namespaces);
        versions = List.copyOf(versions);
        resources = List.copyOf(resources);
        missing = List.copyOf(missing);
        unseen = List.copyOf(unseen);
    }

    /** Whether the server was asked for Istio's kinds, and has none of them. */
    public boolean isWithoutIstio() {
        return unseen.stream().anyMatch(trouble -> trouble.id().equals(NO_ISTIO));
    }

    /** Whether a resource of ours is there; empty if it could not be seen. */
    public Optional<Boolean> has(Address address) {
        if (address.kind() == Kind.SERVICE) {
            return surroundings.internalService();
        }
        if (resources.stream().map(Address::of).anyMatch(address::isSameObject)) {
            return Optional.of(true);
        }
        boolean blind = versions.isEmpty()
                || unseen.stream()
                        .anyMatch(why -> why.isOfTheConnection()
                                || address.resource().equals(why.arguments().get("resource")));
        return blind ? Optional.empty() : Optional.of(false);
    }
}
