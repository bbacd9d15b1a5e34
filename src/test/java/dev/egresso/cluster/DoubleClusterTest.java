package dev.egresso.cluster;

import org.junit.jupiter.api.AfterEach;

/** The contract, held by the double. */
class DoubleClusterTest extends ClusterContract {
    private final DoubledCluster doubled = new DoubledCluster();

    @AfterEach
    void close() {
        doubled.close();
    }

    @Override
    LiveCluster as(String manager) {
        return doubled.as(manager);
    }

    @Override
    String namespace() {
        return "shop";
    }
}
