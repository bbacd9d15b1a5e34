package dev.egresso.mesh;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A DestinationRule as istiod reads it: its host expanded, and rules for the same host in the same namespace made one
 * ({@code mergeDestinationRule} in {@code pilot/pkg/model/destination_rule.go}): the first traffic policy wins, subsets add
 * up.
 *
 * @param host the host that the rule is for, possibly a wildcard
 * @param manifests the rules that it is made of, first the one that came first
 * @param trafficPolicy where the policy stands, or would stand in the first rule
 */
public record DestinationRule(
        HostName host,
        String namespace,
        List<Manifest> manifests,
        ExportTo exportTo,
        Place trafficPolicy,
        List<Place> subsets) {
    public DestinationRule {
        manifests = List.copyOf(manifests);
        subsets = List.copyOf(subsets);
    }

    static DestinationRule of(Manifest manifest, ExportDefaults exports) {
        String namespace = manifest.namespace();
        Place spec = Place.of(manifest).at("spec");
        ExportTo exportTo = spec.at("workloadSelector").exists()
                ? new ExportTo(java.util.Set.of("."), namespace)
                : ExportTo.of(spec.at("exportTo"), namespace, exports.destinationRules());
        return new DestinationRule(
                HostName.expanded(spec.at("host").textOrEmpty(), namespace),
                namespace,
                List.of(manifest),
                exportTo,
                spec.at("trafficPolicy"),
                spec.at("subsets").items());
    }

    /** The one rule that this and a later one for the same host come to. */
    DestinationRule with(DestinationRule later) {
        List<Manifest> all = new ArrayList<>(manifests);
        all.addAll(later.manifests);
        List<Place> allSubsets = new ArrayList<>(subsets);
        later.subsets.stream()
                .filter(subset -> subset(subset.at("name").textOrEmpty()).isEmpty())
                .forEach(allSubsets::add);
        Place policy = trafficPolicy.exists() || !later.trafficPolicy.exists() ? trafficPolicy : later.trafficPolicy;
        return new DestinationRule(host, namespace, all, exportTo, policy, allSubsets);
    }

    public Optional<Place> subset(String name) {
        return subsets.stream()
                .filter(subset -> subset.at("name").textOrEmpty().equals(name))
                .findFirst();
    }

    /** Whether only the pods that it selects obey it. */
    public boolean selectsWorkloads() {
        return workloadSelector().exists();
    }

    public Place workloadSelector() {
        return Place.of(manifests.get(0)).at("spec", "workloadSelector");
    }

    /**
     * The policy for connections to a port. Settings for the port take the place of the rule's own as a whole; nothing is
     * inherited ({@code GetPortLevelTrafficPolicy} in {@code pilot/pkg/networking/util}).
     */
    public Place policy(int port) {
        return policy(trafficPolicy, port);
    }

    private static Place policy(Place policy, int port) {
        for (Place settings : policy.at("portLevelSettings").items()) {
            if (settings.at("port", "number").number().orElse(0) == port) {
                return settings;
            }
        }
        return policy;
    }

    /** Where the TLS settings for connections to a port of a subset stand, or would stand. @param subset may be empty */
    public Place tls(String subset, int port) {
        return setting("tls", subset, port);
    }

    /** Where a part of the policy stands, or would stand: the subset's if it says so, else the rule's. */
    public Place setting(String key, String subset, int port) {
        Place own = policy(port).at(key);
        Optional<Place> ofSubset = subset(subset).map(found -> found.at("trafficPolicy"));
        if (ofSubset.isEmpty() || !ofSubset.get().exists()) {
            return own;
        }
        Place narrowed = policy(ofSubset.get(), port);
        boolean replaces = narrowed != ofSubset.get();
        return replaces || narrowed.at(key).exists() ? narrowed.at(key) : own;
    }
}
