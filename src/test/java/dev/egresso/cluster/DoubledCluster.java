package dev.egresso.cluster;

import dev.egresso.TempFolder;
import dev.egresso.rollout.Address;
import dev.egresso.rollout.LiveObject;
import dev.egresso.rollout.Trouble;
import dev.egresso.rollout.Wanted;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A double with a kubeconfig that leads to it. */
public final class DoubledCluster implements Ground {
    private final ApiServerDouble server = new ApiServerDouble();
    private final TempFolder folder = TempFolder.create();
    private final Map<String, LiveCluster> opened = new HashMap<>();
    private Patience patience = new Patience(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(20));

    public ApiServerDouble server() {
        return server;
    }

    public Path kubeconfig() {
        folder.write("config", server.kubeconfig("kind-dev"));
        return folder.file("config");
    }

    /** What somebody else writes. */
    public void applyAs(String manager, Wanted wanted) {
        as(manager).api().apply(wanted, true, false);
    }

    /** As a person reads it; empty if it is not there. */
    public String live(Address address) {
        return as(LiveCluster.MANAGER).api().get(address).map(LiveObject::text).orElse("");
    }

    DoubledCluster waitingAtMost(Duration answer) {
        patience = new Patience(Duration.ofSeconds(2), answer, Duration.ofSeconds(20));
        return this;
    }

    @Override
    public String namespace() {
        return "shop";
    }

    @Override
    public Trouble asStranger() {
        folder.write("stranger", server.kubeconfig("kind-dev").replace(ApiServerDouble.TOKEN, "nobody"));
        ClusterDoor door =
                ClusterDoor.of(Map.of("KUBECONFIG", folder.file("stranger").toString()), folder.path());
        try (Cluster stranger = ((ClusterDoor.Open) door.open(Optional.empty())).cluster()) {
            return stranger.look("shop", Optional.empty()).unseen().get(0);
        }
    }

    /** One for each manager, since a connection takes longer than a test. */
    @Override
    public LiveCluster as(String manager) {
        return opened.computeIfAbsent(manager, this::open);
    }

    /** A connection that takes this way, to be closed by whoever asked for it. */
    LiveCluster through(String proxy) {
        String direct = server.kubeconfig("kind-dev");
        folder.write("proxied", direct.replace("server: ", "proxy-url: \"" + proxy + "\", server: "));
        ClusterDoor door = ClusterDoor.of(
                        Map.of("KUBECONFIG", folder.file("proxied").toString()), folder.path())
                .with(patience);
        return (LiveCluster) ((ClusterDoor.Open) door.open(Optional.empty())).cluster();
    }

    private LiveCluster open(String manager) {
        ClusterDoor door = ClusterDoor.of(Map.of("KUBECONFIG", kubeconfig().toString()), folder.path())
                .with(patience);
        return (LiveCluster) ((ClusterDoor.Open) door.open(Optional.empty(), manager)).cluster();
    }

    @Override
    public void close() {
        opened.values().forEach(LiveCluster::close);
        server.close();
        folder.close();
    }
}
