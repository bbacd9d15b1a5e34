package dev.egresso.check;

import dev.egresso.mesh.HostName;
import dev.egresso.mesh.Kind;
import dev.egresso.mesh.Place;
import dev.egresso.schema.Nearest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** DestinationRules that start TLS for a host which no route of the set leads to and nothing in it offers. */
final class StrayRules implements Iterable<Place> {
    private final ResourceSet set;
    private final List<Place> specs = new ArrayList<>();
    private final Map<String, List<Place>> byNamespace = new HashMap<>();

    StrayRules(ResourceSet set) {
        this.set = set;
        boolean complete = !set.specs(Kind.SERVICE_ENTRY).isEmpty();
        for (Place spec : complete ? set.specs(Kind.DESTINATION_RULE) : List.<Place>of()) {
            if (startsTls(spec) && isStray(spec)) {
                specs.add(spec);
                byNamespace
                        .computeIfAbsent(spec.manifest().namespace(), key -> new ArrayList<>())
                        .add(spec);
            }
        }
    }

    private static boolean startsTls(Place spec) {
        return Policies.in(spec).anyMatch(policy -> Policies.originates(policy.at("tls")));
    }

    private boolean isStray(Place spec) {
        HostName host = host(spec);
        if (host.name().isEmpty() || host.isWildcard() || !set.targetsAt(host).isEmpty() || set.isMisspelt(host)) {
            return false;
        }
        boolean offered = !set.offers(host).isEmpty();
        boolean called = !set.registry().virtualServices(host).isEmpty();
        boolean maybeElsewhere = host.namespaceOfService().isPresent() && !called;
        boolean onlyCalled = called && set.registry().services(host).stream().noneMatch(it -> it.isExternal());
        return onlyCalled || !offered && !maybeElsewhere;
    }

    private static HostName host(Place spec) {
        return HostName.expanded(spec.at("host").textOrEmpty(), spec.manifest().namespace());
    }

    /** Whether one of them was most likely written for this way: beside it, for its caller's name or one alike. */
    boolean isMeantFor(Target target) {
        return byNamespace.getOrDefault(target.route().caller(), List.of()).stream()
                .anyMatch(spec -> {
                    HostName host = host(spec);
                    boolean called = target.route().by().hosts().stream()
                            .anyMatch(each -> each.name().equals(host));
                    return called || isAlike(host, target.route().host());
                });
    }

    private static boolean isAlike(HostName one, HostName other) {
        return Nearest.to(one.name(), List.of(other.name())).isPresent();
    }

    /** The hosts that routes of its namespace lead to, which one of them may have been meant for. */
    List<String> destinations(Place spec) {
        return set.targets().stream()
                .filter(target -> target.route().caller().equals(spec.manifest().namespace()))
                .map(target -> target.route().host().name())
                .distinct()
                .limit(50)
                .toList();
    }

    @Override
    public Iterator<Place> iterator() {
        return specs.iterator();
    }
}
