package dev.egresso.rollout;

/**
 * A context of a kubeconfig, to choose from.
 *
 * @param namespace that it names; empty if it names none
 * @param current whether it is the one that kubectl would take
 */
public record ContextEntry(String name, String cluster, String server, String user, String namespace, boolean current) {
    public ContextEntry {
        cluster = Trouble.plain(cluster);
        server = Trouble.plain(server);
        user = Trouble.plain(user);
        namespace = Trouble.plain(namespace);
    }

    /** Where it leads, as far as a kubeconfig tells. */
    public Site site() {
        return new Site(name, cluster, server, user, true);
    }
}
