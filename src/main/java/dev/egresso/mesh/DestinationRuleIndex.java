package dev.egresso.mesh;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** DestinationRules by namespace and host. */
final class DestinationRuleIndex {
    /** What two rules have to share to be made one. */
    private record Key(String namespace, HostName host, String selector, Set<String> exportTo) {}

    private final Map<Key, DestinationRule> merged = new LinkedHashMap<>();
    private final Map<String, HostIndex<DestinationRule>> byNamespace = new LinkedHashMap<>();
    private final HostIndex<DestinationRule> byHost = new HostIndex<>();

    /** Rules that select workloads come first, as istiod sorts them. */
    DestinationRuleIndex(List<Manifest> manifests, ExportDefaults exports) {
        List<DestinationRule> rules = manifests.stream()
                .map(manifest -> DestinationRule.of(manifest, exports))
                .toList();
        rules.stream().filter(DestinationRule::selectsWorkloads).forEach(this::add);
        rules.stream().filter(rule -> !rule.selectsWorkloads()).forEach(this::add);
        for (DestinationRule rule : merged.values()) {
            byNamespace
                    .computeIfAbsent(rule.namespace(), namespace -> new HostIndex<>())
                    .add(rule.host(), rule);
            byHost.add(rule.host(), rule);
        }
    }

    private void add(DestinationRule rule) {
        String selector = rule.selectsWorkloads() ? labels(rule.workloadSelector()) : "";
        merged.merge(
                new Key(rule.namespace(), rule.host(), selector, rule.exportTo().namespaces()),
                rule,
                DestinationRule::with);
    }

    private static String labels(Place selector) {
        StringBuilder text = new StringBuilder("selects");
        selector.at("matchLabels").fields().stream()
                .map(label -> " " + label.key() + "=" + label.textOrEmpty())
                .sorted()
                .forEach(text::append);
        return text.toString();
    }

    /** The rules for exactly this host. */
    List<DestinationRule> exactly(HostName host) {
        return byHost.exactly(host);
    }

    /** The rules for this host and those whose wildcard covers it, the closest first. */
    List<DestinationRule> covering(HostName host) {
        return byHost.covering(host);
    }

    List<DestinationRule> all() {
        return List.copyOf(merged.values());
    }

    /** @param selected whether a rule that selects workloads selects the caller */
    Optional<DestinationRule> find(
            HostName host,
            String serviceNamespace,
            String clientNamespace,
            String root,
            Predicate<DestinationRule> selected) {
        Optional<DestinationRule> own = closest(
                clientNamespace,
                host,
                rule -> isForOwn(rule, root),
                rule -> !rule.selectsWorkloads() || selected.test(rule));
        if (own.isPresent()) {
            return own;
        }
        Optional<DestinationRule> ofService = exported(serviceNamespace, host, clientNamespace);
        return ofService.isPresent() ? ofService : exported(root, host, clientNamespace);
    }

    /** A rule for everybody in the root namespace does not go before those of the service there. */
    private static boolean isForOwn(DestinationRule rule, String root) {
        return rule.namespace().equals(root)
                ? rule.exportTo().isPrivate()
                : rule.exportTo().reaches(rule.namespace());
    }

    /** The closest host decides first, and only then whether the caller is let to see its rule. */
    private Optional<DestinationRule> exported(String namespace, HostName host, String clientNamespace) {
        Predicate<DestinationRule> isExported = rule -> !rule.exportTo().isPrivate();
        return closest(namespace, host, isExported, rule -> rule.exportTo().reaches(clientNamespace));
    }

    /** Of several for the closest host the one that selects workloads counts, else the last. */
    private Optional<DestinationRule> closest(
            String namespace, HostName host, Predicate<DestinationRule> counts, Predicate<DestinationRule> seen) {
        HostName closest = null;
        DestinationRule chosen = null;
        HostIndex<DestinationRule> there = byNamespace.get(namespace);
        for (DestinationRule rule : there == null ? List.<DestinationRule>of() : there.covering(host)) {
            if (!counts.test(rule)) {
                continue;
            }
            boolean closer = closest == null || rule.host().isMoreSpecificThan(closest);
            if (closer && !rule.host().equals(closest)) {
                closest = rule.host();
                chosen = null;
            }
            if (rule.host().equals(closest) && seen.test(rule) && (chosen == null || !chosen.selectsWorkloads())) {
                chosen = rule;
            }
        }
        return Optional.ofNullable(chosen);
    }
}
