package dev.egresso.trace;

import dev.egresso.mesh.HostName;
import dev.egresso.mesh.KnownService;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.Registry;
import dev.egresso.mesh.Surroundings;
import dev.egresso.mesh.VirtualService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The Services that the input does not show: where it shows none and nothing is known, the hosts of its VirtualServices are
 * taken to exist, each with a port of the kind that the rule is for.
 */
final class InternalHosts {
    private static final int USUAL_HTTP = 80;
    private static final int USUAL_TLS = 443;

    private final Registry registry;
    private final Walk walk;
    private final List<HostName> asked;

    private InternalHosts(Registry registry, String namespace, Walk walk) {
        this.registry = registry;
        this.walk = walk;
        this.asked = Caller.names(walk.request().host(), namespace);
    }

    static Surroundings completed(Surroundings known, Registry registry, String namespace, Walk walk) {
        boolean told = !known.services().isEmpty() || Caller.hasServices(registry);
        if (told || !known.internalService().orElse(true)) {
            return known;
        }
        List<KnownService> assumed = new InternalHosts(registry, namespace, walk).assumed();
        return assumed.isEmpty() ? known : known.withServices(assumed);
    }

    private List<KnownService> assumed() {
        List<KnownService> assumed = new ArrayList<>();
        for (VirtualService rule : registry.virtualServices()) {
            for (VirtualService.Host host : rule.hosts()) {
                if (rule.inMesh() && registry.services(host.name()).isEmpty()) {
                    service(rule, host.name()).ifPresent(service -> {
                        if (assumed.stream().noneMatch(other -> isSame(other, service))) {
                            assumed.add(service);
                        }
                    });
                }
            }
        }
        return assumed;
    }

    private static boolean isSame(KnownService one, KnownService other) {
        return one.name().equals(other.name()) && one.namespace().equals(other.namespace());
    }

    private Optional<KnownService> service(VirtualService rule, HostName host) {
        Optional<String> namespace = host.namespaceOfService();
        if (host.isWildcard() || namespace.isEmpty()) {
            return Optional.empty();
        }
        String name = host.name().substring(0, host.name().indexOf('.'));
        KnownService service = new KnownService(name, namespace, port(rule, host), protocol(rule));
        if (asked.contains(host)) {
            walk.assume("service", service.toString());
        }
        return Optional.of(service);
    }

    private static String protocol(VirtualService rule) {
        if (!rule.http().isEmpty() || rule.tcp().isEmpty() && rule.tls().isEmpty()) {
            return "http";
        }
        return rule.tcp().isEmpty() ? "tls" : "tcp";
    }

    /** The port that is asked for, if it is this host that is asked and in a way that the rule is for. */
    private int port(VirtualService rule, HostName host) {
        String protocol = protocol(rule);
        boolean sealed = walk.request().speech() == Request.Speech.SEALED;
        boolean fits = protocol.equals("tcp") || protocol.equals("tls") == sealed;
        if (asked.contains(host) && fits) {
            return walk.request().port();
        }
        List<Place> rules = protocol.equals("http") ? rule.http() : protocol.equals("tls") ? rule.tls() : rule.tcp();
        OptionalInt matched = rules.stream()
                .flatMap(entry -> entry.at("match").items().stream())
                .map(match -> match.at("port").number())
                .filter(OptionalInt::isPresent)
                .findFirst()
                .orElse(OptionalInt.empty());
        return matched.orElse(protocol.equals("http") ? USUAL_HTTP : USUAL_TLS);
    }
}
