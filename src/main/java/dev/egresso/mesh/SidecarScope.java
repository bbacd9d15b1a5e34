package dev.egresso.mesh;

import java.util.List;
import java.util.Optional;

/**
 * What a Sidecar lets the proxies of its namespace know of.
 *
 * @param name of the resource
 * @param selectsWorkloads whether it is for chosen pods only
 * @param hosts namespace and host with a slash between, as under {@code egress}; empty if it narrows nothing
 * @param outboundPolicy what its proxies do with traffic that no resource knows, if it is not as in the rest of the mesh
 */
public record SidecarScope(
        String namespace,
        String name,
        boolean selectsWorkloads,
        List<String> hosts,
        Optional<OutboundPolicy> outboundPolicy) {
    public SidecarScope {
        hosts = List.copyOf(hosts);
    }

    /** Whether a host of a namespace is let in ({@code ./*}, {@code shop/api.example.com}, {@code *}{@code /*.example.com}). */
    public boolean knows(String of, HostName host) {
        return hosts.isEmpty() || hosts.stream().anyMatch(entry -> knows(entry, of, host));
    }

    private boolean knows(String entry, String of, HostName host) {
        int slash = entry.indexOf('/');
        String place = slash < 0 ? "*" : entry.substring(0, slash);
        HostName pattern = HostName.asWritten(entry.substring(slash + 1));
        boolean there = place.equals("*") || place.equals(of) || place.equals(".") && of.equals(namespace);
        return there && pattern.covers(host);
    }
}
