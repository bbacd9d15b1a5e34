package dev.egresso.yaml;

import java.util.List;
import java.util.Optional;

/** In which order people expect the fields of a resource, so that a new one does not stand where nobody looks for it. */
final class FieldOrder {
    private static final List<List<String>> USUAL = List.of(
            List.of("apiVersion", "kind", "metadata", "spec"),
            List.of("name", "namespace", "labels", "annotations"),
            List.of("hosts", "addresses", "location", "ports", "resolution", "endpoints"),
            List.of("host", "workloadSelector", "trafficPolicy"),
            List.of("match", "rewrite", "route", "timeout", "retries"),
            List.of("uri", "authority"),
            List.of("number", "name", "protocol", "targetPort"),
            List.of(
                    "mode",
                    "clientCertificate",
                    "privateKey",
                    "caCertificates",
                    "credentialName",
                    "sni",
                    "subjectAltNames"),
            List.of("attempts", "perTryTimeout", "retryOn"));

    private FieldOrder() {}

    /** The one of these fields that a new one is written behind, if one usually comes before it. */
    static Optional<String> behind(String key, List<String> there) {
        List<String> order = order(key, there);
        for (int at = order.indexOf(key) - 1; at >= 0; at--) {
            if (there.contains(order.get(at))) {
                return Optional.of(order.get(at));
            }
        }
        return Optional.empty();
    }

    /** Whether a new field usually comes before the first that is there. */
    static boolean leads(String key, List<String> there) {
        List<String> order = order(key, there);
        return order.indexOf(key) >= 0 && order.indexOf(there.get(0)) > order.indexOf(key);
    }

    private static List<String> order(String key, List<String> there) {
        return USUAL.stream()
                .filter(order -> order.contains(key) && there.stream().anyMatch(order::contains))
                .findFirst()
                .orElse(List.of());
    }
}
