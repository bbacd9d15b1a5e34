package dev.egresso.cluster;

import dev.egresso.rollout.Address;
import dev.egresso.rollout.LiveObject;
import dev.egresso.rollout.Pod;
import dev.egresso.rollout.Spoken;
import dev.egresso.rollout.Wanted;
import java.util.List;
import java.util.Optional;

/** The little that is asked of a server. Everything may throw {@link Troubled}. */
interface Api {
    Optional<LiveObject> get(Address address);

    /** Server-side apply of the very text. @param dryRun whether the server only rehearses it */
    Applied apply(Wanted wanted, boolean force, boolean dryRun);

    /** As the server stored it, and whether it was not there before. */
    record Applied(LiveObject object, boolean created) {}

    LiveObject create(Address address, LiveObject object);

    /** In place of what is there, if that still has the resource version of the object. */
    LiveObject replace(Address address, LiveObject object);

    /** Refused by the server if it is not this very state of the object any more. */
    void delete(Address address, LiveObject current);

    /** Whether this user may, as far as the server says; true if it does not say. */
    boolean may(String verb, Address address);

    /** Whether this user may run commands in pods of a namespace; true if the server does not say. */
    boolean mayExec(String namespace);

    /** What a command in a container says. @param most bytes of output that are of use */
    Spoken exec(Pod pod, String container, List<String> command, int most);

    /** By the server; empty if it does not say. */
    Optional<String> whoAmI();

    /** Any document of the API, as it is; empty if there is none. */
    Optional<LiveObject> read(String path);

    /** The items of a list. */
    List<LiveObject> list(String path);
}
