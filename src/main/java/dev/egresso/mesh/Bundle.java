package dev.egresso.mesh;

import java.util.List;

/**
 * The resources of one route, one to four, without a hole. What is saved or applied is a bundle, so that a form that is
 * not finished cannot be.
 */
public final class Bundle {
    private final Answers answers;
    private final List<Manifest> manifests;

    private Bundle(Answers answers, List<Manifest> manifests) {
        this.answers = answers;
        this.manifests = manifests;
    }

    public static Bundle of(EgressRoute route) {
        return new Bundle(route.draft().spelledOut(), route.draft().manifests());
    }

    /** Those that make the same set again, wherever that is. */
    public Answers answers() {
        return answers;
    }

    /** In the order of {@link Kind}. */
    public List<Manifest> manifests() {
        return manifests;
    }
}
