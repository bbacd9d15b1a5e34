package dev.egresso.mesh;

/**
 * The way from an internal host to an external URL, complete and well formed: nothing missing, nothing refused. Comes
 * from {@link Draft#route()} only.
 */
public final class EgressRoute {
    private final Draft draft;

    EgressRoute(Draft draft) {
        this.draft = draft;
    }

    public Answers answers() {
        return draft.answers();
    }

    Draft draft() {
        return draft;
    }
}
