package dev.egresso.cluster;

import dev.egresso.mesh.InternalHost;
import dev.egresso.mesh.Kind;
import dev.egresso.rollout.Existing;
import dev.egresso.rollout.Journal;
import dev.egresso.rollout.Outcome;
import dev.egresso.rollout.Plan;
import dev.egresso.rollout.Pod;
import dev.egresso.rollout.Pods;
import dev.egresso.rollout.Receipt;
import dev.egresso.rollout.Sight;
import dev.egresso.rollout.Site;
import dev.egresso.rollout.Spoken;
import dev.egresso.rollout.Standing;
import dev.egresso.rollout.Ticket;
import dev.egresso.rollout.Undoing;
import dev.egresso.rollout.Wanted;
import dev.egresso.rollout.Watcher;
import java.util.List;
import java.util.Optional;

/**
 * A cluster, as one user. Nothing here throws for what servers and networks do: every trouble is in what is returned.
 * Everything may take as long as {@link Patience} says for each request, so none of it belongs on the thread of a screen.
 */
public interface Cluster extends AutoCloseable {
    /** Which one, and as whom; asks the server nothing. */
    Site site();

    /**
     * What there is, as far as this user may see it; changes nothing.
     *
     * @param namespace where the resources go
     * @param host whose Service is looked for
     */
    Sight look(String namespace, Optional<InternalHost> host);

    /**
     * The resources of one kind that are there, of all namespaces or of this one where a person may not see all.
     *
     * @param apiVersion in which they are wanted
     */
    Existing existing(Kind kind, String apiVersion, String namespace);

    /** What applying would come to: the server rehearses every resource, and nothing changes. */
    Plan plan(List<Wanted> wanted, boolean force);

    /** All of a possible plan, or nothing. @throws IllegalArgumentException for a plan that is not possible */
    Outcome apply(Plan plan, Ticket ticket, Journal journal, Watcher watcher);

    /** Goes on with what was begun. @param open a receipt that is still open */
    Outcome finish(Receipt open, Journal journal, Watcher watcher);

    /** Takes back what was begun. @param changedToo also what somebody else changed since */
    Outcome takeBack(Receipt open, boolean changedToo, Journal journal, Watcher watcher);

    /** What undoing would come to; nothing changes. */
    Undoing undoing(Receipt done);

    /** All of it, or nothing; leaves a receipt of its own, which can be undone in turn. */
    Outcome undo(Undoing undoing, boolean changedToo, Ticket ticket, Journal journal, Watcher watcher);

    /** The pods of a namespace. */
    Pods pods(String namespace);

    /** One pod, or why it cannot be seen. */
    Pods pod(String namespace, String name);

    /**
     * What a command in a container says. The container may be changed by that: it is for commands that only ask.
     *
     * @param most bytes of output that are of use; then the command is left alone
     */
    Spoken run(Pod pod, String container, List<String> command, int most);

    /** How each resource of a receipt stands now, in its order. */
    List<Standing> status(Receipt receipt);

    @Override
    void close();
}
