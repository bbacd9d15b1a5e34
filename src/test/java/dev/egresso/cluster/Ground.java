package dev.egresso.cluster;

import dev.egresso.rollout.Trouble;

/** Where the contract is tried: the double, or a namespace of a real cluster. */
interface Ground extends AutoCloseable {
    /** As Egresso, or under another manager's name. */
    LiveCluster as(String manager);

    String namespace();

    /** What opening it with a token that nobody gave out, and asking for anything, comes to. */
    Trouble asStranger();

    @Override
    void close();
}
