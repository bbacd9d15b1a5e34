package dev.egresso.cluster;

import dev.egresso.mesh.Kind;
import dev.egresso.rollout.Address;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

/**
 * The contract, held by a real API server that knows Istio's kinds: {@code mvn verify -Pcluster -Degresso.context=NAME}.
 * Makes a namespace for each test and deletes it again; a context that it was not told to use it refuses.
 */
@Tag("cluster")
class RealClusterIT extends ClusterContract {
    private static final String TOLD = System.getProperty("egresso.context", "");

    private final String namespace =
            "egresso-test-" + UUID.randomUUID().toString().substring(0, 8);
    private final Map<String, LiveCluster> opened = new HashMap<>();

    @Override
    LiveCluster as(String manager) {
        if (TOLD.isEmpty()) {
            throw new IllegalStateException("say which context may be used: -Degresso.context=NAME");
        }
        return opened.computeIfAbsent(manager, RealClusterIT::open);
    }

    private static LiveCluster open(String manager) {
        ClusterDoor.Opening opening = ClusterDoor.of(System.getenv(), Path.of(System.getProperty("user.home")))
                .open(Optional.of(TOLD), manager);
        if (opening instanceof ClusterDoor.Shut shut) {
            throw new IllegalStateException(shut.trouble().toString());
        }
        return (LiveCluster) ((ClusterDoor.Open) opening).cluster();
    }

    @Override
    String namespace() {
        return namespace;
    }

    @BeforeEach
    void makeNamespace() {
        wire("POST", "/api/v1/namespaces", "{\"metadata\":{\"name\":\"" + namespace + "\"}}");
    }

    @AfterEach
    void deleteNamespace() {
        wire("DELETE", "/api/v1/namespaces/" + namespace, "{}");
        opened.values().forEach(LiveCluster::close);
    }

    private void wire(String method, String path, String body) {
        HttpApi api = (HttpApi) as(LiveCluster.MANAGER).api();
        Address any = new Address("v1", Kind.SERVICE, namespace, "");
        api.send(any, method, path, body);
    }
}
