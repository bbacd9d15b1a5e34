package dev.egresso.cluster;

import dev.egresso.TempFolder;
import dev.egresso.mesh.Kind;
import dev.egresso.rollout.Address;
import dev.egresso.rollout.Trouble;
import java.io.File;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A namespace of its own in the cluster that the tests were told to use; deleted in the end. */
final class RealCluster implements Ground {
    private static final String TOLD = System.getProperty("egresso.context", "");
    private static final Path HOME = Path.of(System.getProperty("user.home"));

    private final String namespace =
            "egresso-test-" + UUID.randomUUID().toString().substring(0, 8);
    private final Map<String, LiveCluster> opened = new HashMap<>();
    private final TempFolder folder = TempFolder.create();

    RealCluster() {
        if (TOLD.isEmpty()) {
            throw new IllegalStateException("say which context may be used: -Degresso.context=NAME");
        }
        wire("POST", "/api/v1/namespaces", "{\"metadata\":{\"name\":\"" + namespace + "\"}}");
    }

    @Override
    public LiveCluster as(String manager) {
        return opened.computeIfAbsent(manager, name -> open(System.getenv(), TOLD, name));
    }

    private static LiveCluster open(Map<String, String> environment, String context, String manager) {
        ClusterDoor.Opening opening = ClusterDoor.of(environment, HOME).open(Optional.of(context), manager);
        if (opening instanceof ClusterDoor.Shut shut) {
            throw new IllegalStateException(shut.trouble().toString());
        }
        return (LiveCluster) ((ClusterDoor.Open) opening).cluster();
    }

    @Override
    public String namespace() {
        return namespace;
    }

    @Override
    public Trouble asStranger() {
        folder.write(
                "stranger",
                "contexts:\n- {name: egresso-stranger, context: {cluster: \""
                        + cluster().site().cluster()
                        + "\", user: egresso-stranger}}\nusers:\n- {name: egresso-stranger, user: {token: nobody}}\n");
        Map<String, String> environment = new HashMap<>(System.getenv());
        String known = environment.getOrDefault(
                "KUBECONFIG", HOME.resolve(".kube/config").toString());
        environment.put("KUBECONFIG", folder.file("stranger") + File.pathSeparator + known);
        try (LiveCluster stranger = open(environment, "egresso-stranger", LiveCluster.MANAGER)) {
            return stranger.look(namespace, Optional.empty()).unseen().get(0);
        }
    }

    private LiveCluster cluster() {
        return as(LiveCluster.MANAGER);
    }

    private void wire(String method, String path, String body) {
        HttpApi api = (HttpApi) cluster().api();
        api.send(new Address("v1", Kind.SERVICE, namespace, ""), method, path, body);
    }

    /** The objects first: a namespace takes its time to go, and they are seen from others meanwhile. */
    @Override
    public void close() {
        for (String kind : List.of("virtualservices", "destinationrules", "serviceentries")) {
            wire("DELETE", "/apis/networking.istio.io/v1/namespaces/" + namespace + "/" + kind, "{}");
        }
        wire("DELETE", "/api/v1/namespaces/" + namespace, "{}");
        opened.values().forEach(LiveCluster::close);
        folder.close();
    }
}
