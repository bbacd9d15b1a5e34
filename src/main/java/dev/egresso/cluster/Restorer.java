package dev.egresso.cluster;

import dev.egresso.rollout.Address;
import dev.egresso.rollout.LiveObject;
import java.util.Optional;

/**
 * Puts an object back as it was: content, labels, annotations, and who owns which field.
 *
 * <p>That takes two writes. The first puts the content in place, and the server gives every field it changes to us and
 * takes it from whoever owned it. The second changes nothing but the owners, to what they were; a write that changes no
 * field gives us none (structured-merge-diff's {@code Updater.Update} and apiserver's {@code fieldmanager}, which decodes
 * the list of the request). Both are refused if somebody else writes in between.
 */
final class Restorer {
    private final Api api;

    Restorer(Api api) {
        this.api = api;
    }

    /**
     * What stands there in the end; empty if nothing is to.
     *
     * @param now as it was just read
     * @param then as it is to be again
     */
    Optional<LiveObject> restore(Address address, Optional<LiveObject> now, Optional<LiveObject> then) {
        if (then.isEmpty()) {
            now.ifPresent(live -> delete(address, live));
            return Optional.empty();
        }
        LiveObject goal = then.get();
        LiveObject current = now.map(live -> content(address, live, goal)).orElseGet(() -> create(address, goal));
        LiveObject restored = current.isWrittenAs(goal) ? current : api.replace(address, current.ownedAs(goal));
        if (!restored.isWrittenAs(goal)) {
            throw Troubled.of("not-as-before", "object", address.toString());
        }
        return Optional.of(restored);
    }

    private LiveObject content(Address address, LiveObject live, LiveObject goal) {
        return live.hasContentOf(goal) ? live : api.replace(address, goal.replacing(live));
    }

    /** With the addresses that it had, if they are still free: others may remember them. */
    private LiveObject create(Address address, LiveObject goal) {
        try {
            return api.create(address, goal.anew(true));
        } catch (Troubled refused) {
            if (!refused.trouble().id().equals("invalid")) {
                throw refused;
            }
            return api.create(address, goal.anew(false));
        }
    }

    private void delete(Address address, LiveObject live) {
        api.delete(address, live);
        Optional<LiveObject> left = api.get(address);
        if (left.isPresent() && left.get().isGoing()) {
            throw Troubled.of("going", "object", address.toString());
        }
    }
}
