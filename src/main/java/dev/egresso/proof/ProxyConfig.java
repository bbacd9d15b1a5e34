package dev.egresso.proof;

import dev.egresso.mesh.Node;
import dev.egresso.rollout.LiveObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a sidecar was told by istiod, as Envoy's {@code config_dump} gives it (admin.v3.ConfigDump). */
public final class ProxyConfig {
    private final List<LiveObject> configs;

    private ProxyConfig(List<LiveObject> configs) {
        this.configs = configs;
    }

    /** Empty for a text that is no config dump. */
    public static Optional<ProxyConfig> read(String json) {
        return LiveObject.read(json)
                .map(dump -> new ProxyConfig(objects(dump, "configs")))
                .filter(config -> !config.configs.isEmpty());
    }

    static List<LiveObject> objects(LiveObject in, String... path) {
        return in.itemsAt(path).stream()
                .filter(Node.Mapping.class::isInstance)
                .map(item -> new LiveObject((Node.Mapping) item))
                .toList();
    }

    private Stream<LiveObject> of(String type, String list) {
        return configs.stream()
                .filter(config -> config.textAt("@type").endsWith("." + type))
                .flatMap(config -> objects(config, list).stream());
    }

    List<String> listeners() {
        return of("ListenersConfigDump", "dynamic_listeners")
                .map(listener -> listener.textAt("name"))
                .toList();
    }

    /** The virtual host that answers to a host on a port, whichever route configuration of that port has it. */
    Optional<LiveObject> virtualHost(String host, int port) {
        return of("RoutesConfigDump", "dynamic_route_configs")
                .filter(config -> isOfPort(config.textAt("route_config", "name"), port))
                .flatMap(config -> objects(config, "route_config", "virtual_hosts").stream())
                .filter(found -> domains(found).stream().anyMatch(domain -> isFor(domain, host, port)))
                .findFirst();
    }

    private static boolean isOfPort(String name, int port) {
        return name.equals("" + port) || name.endsWith(":" + port);
    }

    private static List<String> domains(LiveObject host) {
        return host.itemsAt("domains").stream()
                .filter(Node.Known.class::isInstance)
                .map(domain -> ((Node.Known) domain).text().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** The domain for all that is unknown is no answer. */
    private static boolean isFor(String domain, String host, int port) {
        String name = host.toLowerCase(Locale.ROOT);
        return domain.equals(name)
                || domain.equals(name + ":" + port)
                || domain.startsWith("*.") && name.endsWith(domain.substring(1));
    }

    /** The clusters that a virtual host leads to, in the order of its routes, each once. */
    static List<String> targets(LiveObject host) {
        List<String> targets = new ArrayList<>();
        for (LiveObject route : objects(host, "routes")) {
            Stream.concat(
                            Stream.of(route.textAt("route", "cluster")),
                            objects(route, "route", "weighted_clusters", "clusters").stream()
                                    .map(each -> each.textAt("name")))
                    .filter(name -> !name.isEmpty() && !targets.contains(name))
                    .forEach(targets::add);
        }
        return targets;
    }

    /** What the first route to a cluster writes into the Host header, if it does. */
    static Optional<String> authority(LiveObject host, String cluster) {
        return objects(host, "routes").stream()
                .filter(route -> route.textAt("route", "cluster").equals(cluster)
                        || objects(route, "route", "weighted_clusters", "clusters").stream()
                                .anyMatch(each -> each.textAt("name").equals(cluster)))
                .findFirst()
                .flatMap(route -> Stream.concat(
                                objects(route, "route", "weighted_clusters", "clusters").stream()
                                        .filter(each -> each.textAt("name").equals(cluster))
                                        .map(each -> each.textAt("host_rewrite_literal")),
                                Stream.of(route.textAt("route", "host_rewrite_literal")))
                        .filter(name -> !name.isEmpty())
                        .findFirst());
    }

    Optional<LiveObject> cluster(String name) {
        return Stream.concat(
                        of("ClustersConfigDump", "dynamic_active_clusters"),
                        of("ClustersConfigDump", "static_clusters"))
                .filter(each -> each.textAt("cluster", "name").equals(name))
                .findFirst();
    }

    /** How a cluster starts TLS. @param sni empty where it follows the Host header, or where there is none */
    record Tls(String sni, List<String> names) {}

    static Optional<Tls> tls(LiveObject cluster) {
        return cluster.textAt("cluster", "transport_socket", "typed_config", "@type")
                        .endsWith(".UpstreamTlsContext")
                ? Optional.of(
                        new Tls(cluster.textAt("cluster", "transport_socket", "typed_config", "sni"), names(cluster)))
                : Optional.empty();
    }

    /** Either of the two fields that Envoy has had for them. */
    private static List<String> names(LiveObject cluster) {
        String[] context = {
            "cluster",
            "transport_socket",
            "typed_config",
            "common_tls_context",
            "combined_validation_context",
            "default_validation_context"
        };
        Stream<String> typed = objects(cluster, with(context, "match_typed_subject_alt_names")).stream()
                .filter(name -> !name.textAt("san_type").equals("URI"))
                .map(name -> name.textAt("matcher", "exact"));
        Stream<String> older = objects(cluster, with(context, "match_subject_alt_names")).stream()
                .map(name -> name.textAt("exact"));
        return Stream.concat(typed, older)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    private static String[] with(String[] path, String last) {
        String[] longer = java.util.Arrays.copyOf(path, path.length + 1);
        longer[path.length] = last;
        return longer;
    }
}
