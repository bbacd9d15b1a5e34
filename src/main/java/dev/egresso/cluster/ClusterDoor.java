package dev.egresso.cluster;

import dev.egresso.rollout.ContextEntry;
import dev.egresso.rollout.Site;
import dev.egresso.rollout.Trouble;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Opens the cluster that a person's kubeconfig names, or the one around the pod that this runs in. The kubeconfig is read
 * each time, since it may change; what its plugins handed out is kept while it is fresh.
 */
public final class ClusterDoor {
    /** Where a pod finds its account (Kubernetes documentation, "Accessing the Kubernetes API from a Pod"). */
    private static final Path ACCOUNT = Path.of("/var/run/secrets/kubernetes.io/serviceaccount");

    private final Map<String, String> environment;
    private final Path home;
    private final Path account;
    private final Patience patience;
    private final Consumer<String> talk;
    private final Granted.Kept kept;

    private ClusterDoor(
            Map<String, String> environment, Path home, Path account, Patience patience, Consumer<String> talk) {
        this.environment = environment;
        this.home = home;
        this.account = account;
        this.patience = patience;
        this.talk = talk;
        this.kept = new Granted.Kept(Clock.systemUTC(), patience.login(), talk);
    }

    public static ClusterDoor of(Map<String, String> environment, Path home) {
        return new ClusterDoor(environment, home, ACCOUNT, Patience.usual(), line -> {});
    }

    /** For tests, and for those who know their server. */
    public ClusterDoor with(Patience other) {
        return new ClusterDoor(environment, home, account, other, talk);
    }

    /** @param ear told what the programs that hand out credentials say to people, line by line, as where to log in */
    public ClusterDoor telling(Consumer<String> ear) {
        return new ClusterDoor(environment, home, account, patience, ear);
    }

    ClusterDoor withAccountIn(Path folder) {
        return new ClusterDoor(environment, home, folder, patience, talk);
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
            Way way = reach(context);
            Wire wire = new Wire(Trusting.client(way, patience), way, patience);
            return new Open(new LiveCluster(way.site(), new HttpApi(wire, manager), wire::close));
        } catch (Troubled troubled) {
            return new Shut(troubled.trouble());
        }
    }

    private Way reach(Optional<String> context) {
        Kubeconfig kubeconfig = Kubeconfig.of(environment, home);
        boolean asPod = context.map(Site.IN_CLUSTER::equals).orElse(true);
        if (kubeconfig.isEmpty() && asPod && isInPod()) {
            return Connection.inCluster(account, podServer(), environment);
        }
        if (kubeconfig.isEmpty()) {
            throw Troubled.of("no-kubeconfig");
        }
        if (context.isEmpty() && kubeconfig.current().isEmpty()) {
            throw Troubled.of("no-context");
        }
        return new Connection(kubeconfig, environment, kept).through(context.orElse(kubeconfig.current()));
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
}
