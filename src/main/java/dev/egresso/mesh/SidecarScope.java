package dev.egresso.mesh;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a Sidecar lets the proxies of its namespace know of ({@code convertIstioListenerToWrapper} in {@code
 * pilot/pkg/model/sidecar.go}).
 *
 * @param namespace of the proxies that it is for; its own, unless it is that of the root namespace
 * @param name of the resource
 * @param labels of the pods that it is for, if it selects any
 * @param egress the listeners that it describes; none if it narrows nothing
 * @param outboundPolicy what its proxies do with traffic that no resource knows, if it is not as in the rest of the mesh
 * @param read where the first list of hosts stands, or else the resource, if it was read from a file
 */
public record SidecarScope(
        String namespace,
        String name,
        Optional<Map<String, String>> labels,
        List<Egress> egress,
        Optional<OutboundPolicy> outboundPolicy,
        Optional<Origin.Read> read) {

    /**
     * An entry under {@code egress}.
     *
     * @param port that it is for alone; all that no other is for if it has none
     * @param hosts namespace and host with a slash between
     */
    public record Egress(OptionalInt port, List<String> hosts) {
        public Egress {
            hosts = List.copyOf(hosts);
        }

        /** Whether a rule of a namespace is let in to proxies of another. */
        public boolean obeys(String namespace, String of, List<HostName> ruleHosts) {
            return ruleHosts.stream().anyMatch(host -> lets(namespace, of, pattern -> pattern.overlaps(host)));
        }

        private boolean lets(String namespace, String of, java.util.function.Predicate<HostName> fits) {
            boolean let = false;
            for (String entry : hosts) {
                int slash = entry.indexOf('/');
                String place = slash < 0 ? "*" : entry.substring(0, slash);
                boolean excludes = place.startsWith("~");
                String there = excludes ? place.substring(1) : place;
                boolean isThere = there.isEmpty()
                        || there.equals("*")
                        || there.equals(of)
                        || there.equals(".") && of.equals(namespace);
                if (isThere && fits.test(HostName.asWritten(entry.substring(slash + 1)))) {
                    if (excludes) {
                        return false;
                    }
                    let = true;
                }
            }
            return let;
        }
    }

    public SidecarScope {
        labels = labels.map(LinkedHashMap::new);
        egress = List.copyOf(egress);
    }

    /** Whether it is for chosen pods only. */
    public boolean selectsWorkloads() {
        return labels.isPresent();
    }

    /** All entries of {@code hosts}, of whatever listener. */
    public List<String> hosts() {
        return egress.stream().flatMap(each -> each.hosts().stream()).toList();
    }

    /** The same for the proxies of another namespace, which is what that of the root namespace comes to. */
    SidecarScope in(String proxyNamespace) {
        return new SidecarScope(proxyNamespace, name, labels, egress, outboundPolicy, read);
    }

    /** Whether a host of a namespace is let in ({@code ./*}, {@code shop/api.example.com}, {@code *}{@code /*.example.com}). */
    public boolean knows(String of, HostName host) {
        return egress.isEmpty()
                || egress.stream().anyMatch(each -> each.lets(namespace, of, pattern -> pattern.covers(host)));
    }

    /** Whether a service is let in by any listener; one for a single port lets in only what has that port. */
    public boolean imports(MeshService service) {
        return egress.isEmpty()
                || egress.stream()
                        .filter(each -> each.port().isEmpty()
                                || service.port(each.port().getAsInt()).isPresent())
                        .anyMatch(each ->
                                each.lets(namespace, service.namespace(), pattern -> pattern.covers(service.host())));
    }

    /** Whether a service is let in on a port. */
    public boolean knows(String of, HostName host, int port) {
        return egress.isEmpty()
                || listener(port)
                        .filter(each -> each.lets(namespace, of, pattern -> pattern.covers(host)))
                        .isPresent();
    }

    /** Whether a rule of a namespace counts on a port: one of its hosts is let in, or reaches into what is. */
    public boolean obeys(String of, List<HostName> hosts, int port) {
        return egress.isEmpty()
                || listener(port)
                        .filter(each -> each.obeys(namespace, of, hosts))
                        .isPresent();
    }

    /** Whether a rule of a namespace counts on any port. */
    public boolean obeys(String of, List<HostName> hosts) {
        return egress.isEmpty() || egress.stream().anyMatch(each -> each.obeys(namespace, of, hosts));
    }

    /** The listener for a port: its own, else the one for all ports ({@code GetEgressListenerForRDS}). */
    private Optional<Egress> listener(int port) {
        return egress.stream()
                .filter(each -> each.port().isEmpty() || each.port().getAsInt() == port)
                .findFirst();
    }

    /**
     * The Sidecar that a proxy obeys: of its namespace one that selects it, else one that is for all pods, else that of the
     * root namespace.
     *
     * @param pod its labels, if they are known; without them none that selects pods counts
     */
    public static Optional<SidecarScope> of(
            List<SidecarScope> all, String namespace, String root, Optional<Map<String, String>> pod) {
        for (SidecarScope scope : all) {
            boolean selected = scope.labels
                    .flatMap(wanted -> pod.map(own -> own.entrySet().containsAll(wanted.entrySet())))
                    .orElse(false);
            if (scope.namespace.equals(namespace) && selected) {
                return Optional.of(scope);
            }
        }
        return forAll(all, namespace).or(() -> forAll(all, root).map(scope -> scope.in(namespace)));
    }

    private static Optional<SidecarScope> forAll(List<SidecarScope> all, String namespace) {
        return all.stream()
                .filter(scope -> scope.namespace.equals(namespace) && !scope.selectsWorkloads())
                .findFirst();
    }
}
