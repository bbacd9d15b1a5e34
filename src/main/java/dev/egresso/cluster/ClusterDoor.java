package dev.egresso.cluster;

import dev.egresso.rollout.ContextEntry;
import dev.egresso.rollout.Site;
import dev.egresso.rollout.Trouble;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Opens the cluster that a person's kubeconfig names, or the one around the pod that this runs in. */
public final class ClusterDoor {
    /** Where a pod finds its account (Kubernetes documentation, "Accessing the Kubernetes API from a Pod"). */
    private static final Path ACCOUNT = Path.of("/var/run/secrets/kubernetes.io/serviceaccount");

    private final Map<String, String> environment;
    private final Path home;
    private final Path account;
    private final Patience patience;

    private ClusterDoor(Map<String, String> environment, Path home, Path account, Patience patience) {
        this.environment = environment;
        this.home = home;
        this.account = account;
        this.patience = patience;
    }

    public static ClusterDoor of(Map<String, String> environment, Path home) {
        return new ClusterDoor(environment, home, ACCOUNT, Patience.usual());
    }

    /** For tests, and for those who know their server. */
    public ClusterDoor with(Patience other) {
        return new ClusterDoor(environment, home, account, other);
    }

    ClusterDoor withAccountIn(Path folder) {
        return new ClusterDoor(environment, home, folder, patience);
    }

    /** What became of opening. */
    public sealed interface Opening {}

    /** No request was sent yet; an exec plugin may have run. */
    public record Open(Cluster cluster) implements Opening {}

    public record Shut(Trouble trouble) implements Opening {}

    /** What became of asking for contexts. */
    public record Contexts(List<ContextEntry> entries, Optional<Trouble> trouble) {}

    /** All contexts of the kubeconfig, without asking any server. */
    public Contexts contexts() {
        try {
            Kubeconfig kubeconfig = Kubeconfig.of(environment, home);
            return new Contexts(
                    kubeconfig.isEmpty() && isInPod() ? List.of(pod()) : kubeconfig.entries(), Optional.empty());
        } catch (Troubled troubled) {
            return new Contexts(List.of(), Optional.of(troubled.trouble()));
        }
    }

    /** @param context the current one if empty */
    public Opening open(Optional<String> context) {
        return open(context, LiveCluster.MANAGER);
    }

    Opening open(Optional<String> context, String manager) {
        try {
            Reached reached = reach(context);
            Wire wire = new Wire(client(reached.config()), reached.config().getMasterUrl(), patience);
            return new Open(new LiveCluster(reached.site(), new HttpApi(wire, manager), wire::close));
        } catch (Troubled troubled) {
            return new Shut(troubled.trouble());
        } catch (KubernetesClientException | IllegalArgumentException unusable) {
            return new Shut(Trouble.of("kubeconfig-unusable", "detail", innermost(unusable)));
        }
    }

    private record Reached(Site site, Config config) {}

    private Reached reach(Optional<String> context) {
        Kubeconfig kubeconfig = Kubeconfig.of(environment, home);
        boolean asPod = context.map(Site.IN_CLUSTER::equals).orElse(true);
        if (kubeconfig.isEmpty() && asPod && isInPod()) {
            return inCluster();
        }
        if (kubeconfig.isEmpty()) {
            throw Troubled.of("no-kubeconfig");
        }
        if (context.isEmpty() && kubeconfig.current().isEmpty()) {
            throw Troubled.of("no-context");
        }
        Connection connection = new Connection(kubeconfig, environment);
        return new Reached(connection.through(context.orElse(kubeconfig.current())), connection.config());
    }

    private boolean isInPod() {
        return Files.isRegularFile(account.resolve("token"));
    }

    private ContextEntry pod() {
        return new ContextEntry(Site.IN_CLUSTER, Site.IN_CLUSTER, podServer(), "", "", true);
    }

    private String podServer() {
        String host = environment.getOrDefault("KUBERNETES_SERVICE_HOST", "");
        String port = environment.getOrDefault("KUBERNETES_SERVICE_PORT", "443");
        if (host.isEmpty()) {
            throw Troubled.of("no-kubeconfig");
        }
        return "https://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    private Reached inCluster() {
        String server = podServer();
        Connection connection = new Connection(Kubeconfig.of(Map.of(), account), Map.of());
        Config config = connection.config();
        config.setMasterUrl(server);
        config.setCaCertFile(account.resolve("ca.crt").toString());
        connection.tokenFrom(account.resolve("token"));
        return new Reached(new Site(Site.IN_CLUSTER, Site.IN_CLUSTER, server, "", true), config);
    }

    /** Requests are tried again by us or not at all, since a write that may have happened is looked into first. */
    private HttpClient client(Config config) {
        config.getRequestConfig().setRequestRetryBackoffLimit(0);
        config.setConnectionTimeout((int) patience.connect().toMillis());
        config.setRequestTimeout((int) patience.answer().toMillis());
        config.setUserAgent("egresso");
        return new Trusting(config).newBuilder(config).build();
    }

    private static String innermost(Throwable thrown) {
        Throwable at = thrown;
        while (at.getCause() != null) {
            at = at.getCause();
        }
        return at.getMessage() == null ? at.getClass().getSimpleName() : at.getMessage();
    }
}
