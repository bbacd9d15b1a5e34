package dev.egresso.check;

import dev.egresso.mesh.Node;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.List;
import java.util.stream.Stream;

/** A policy has to say something, and settings for a port have to say for which. */
final class DrPolicyEmpty extends DestinationRuleRule {
    private static final List<String> OF_A_PORT = List.of("loadBalancer", "connectionPool", "outlierDetection", "tls");
    private static final List<String> OF_ALL = List.of("portLevelSettings", "tunnel", "proxyProtocol", "retryBudget");

    DrPolicyEmpty() {
        super("dr-policy-empty", Severity.ERROR);
    }

    @Override
    void check(Place spec, Found found) {

        Policies.in(spec).forEach(policy -> checkPolicy(policy, found));
    }

    /** A list of nothing is none once it has been read. */
    private static boolean isEmptyList(Node node) {
        return node instanceof Node.Sequence sequence && sequence.items().isEmpty();
    }

    private static void checkPolicy(Place policy, Found found) {
        boolean forPort = !policy.key().equals("trafficPolicy");
        boolean says = Stream.concat(OF_A_PORT.stream(), forPort ? Stream.of() : OF_ALL.stream())
                .anyMatch(field -> policy.at(field).exists()
                        && policy.at(field)
                                .node()
                                .filter(DrPolicyEmpty::isEmptyList)
                                .isEmpty());
        if (!says && !policy.isHole()) {
            found.at(policy, "what", "the policy says nothing");
        }
        if (forPort && !policy.at("port").exists()) {
            found.at(policy.at("port"), "what", "the settings do not say for which port they are");
        }
        Place pool = policy.at("connectionPool");
        if (pool.exists() && !pool.at("tcp").exists() && !pool.at("http").exists()) {
            found.at(pool, Fix.remove(pool), "what", "connectionPool has neither tcp nor http");
        }
    }
}
