package dev.egresso.mesh;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Which routes need what another resource says of a host, so that they break when it goes. */
public final class Reliance {
    private Reliance() {}

    /**
     * The VirtualServices among the others that are for a host of it, or lead to one, and whose sidecars take the host, or how
     * to connect to it, from it and from no other.
     *
     * @param provider a Service, ServiceEntry or DestinationRule
     * @param others resources that are there besides
     */
    public static List<Manifest> on(Manifest provider, List<Manifest> others) {
        List<Manifest> all = new ArrayList<>(others);
        all.add(0, provider);
        Registry registry = Registry.of(all);
        return registry.virtualServices().stream()
                .filter(rule -> named(rule)
                        .flatMap(host -> registry.service(host, rule.namespace()).stream())
                        .anyMatch(service -> isOf(provider, service, rule, registry)))
                .map(VirtualService::manifest)
                .toList();
    }

    private static boolean isOf(Manifest provider, MeshService service, VirtualService rule, Registry registry) {
        return service.manifest() == provider
                || registry.destinationRule(service, rule.namespace()).stream()
                        .flatMap(found -> found.manifests().stream())
                        .anyMatch(manifest -> manifest == provider);
    }

    private static Stream<HostName> named(VirtualService rule) {
        Stream<HostName> hosts = rule.hosts().stream().map(VirtualService.Host::name);
        Stream<HostName> destinations = Stream.of(rule.http(), rule.tls(), rule.tcp())
                .flatMap(List::stream)
                .flatMap(block -> block.at("route").items().stream())
                .map(entry -> rule.destination(entry.at("destination")));
        return Stream.concat(hosts, destinations);
    }
}
