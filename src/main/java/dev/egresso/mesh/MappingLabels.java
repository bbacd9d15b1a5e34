package dev.egresso.mesh;

/** The labels by which the resources of one route are found, under keys that Kubernetes recommends to all tools. */
public final class MappingLabels {
    public static final String MANAGED_BY = "app.kubernetes.io/managed-by";
    public static final String INSTANCE = "app.kubernetes.io/instance";
    public static final String EGRESSO = "egresso";

    private MappingLabels() {}

    /** What {@code kubectl get -l} takes to find them. */
    public static String selector(String instance) {
        return MANAGED_BY + "=" + EGRESSO + "," + INSTANCE + "=" + instance;
    }
}
