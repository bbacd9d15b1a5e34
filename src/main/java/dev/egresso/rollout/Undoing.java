package dev.egresso.rollout;

import java.util.List;

/**
 * What taking back a receipt would come to. Nothing has changed yet.
 *
 * @param standings in the order of taking back, which is the reverse of applying
 */
public record Undoing(Site site, Receipt receipt, List<Standing> standings) {
    public Undoing {
        standings = List.copyOf(standings);
    }

    /** What would be done to one resource. */
    public enum Deed {
        DELETE,
        RESTORE,
        /** Made again as it was. */
        RECREATE,
        /** It is as it was before. */
        NOTHING,
        /** Somebody else changed it, and it is left alone unless that is wanted too. */
        LEAVE,
        /** It was not there before, and others have come to use it. */
        KEEP;

        public boolean isWork() {
            return this == DELETE || this == RESTORE || this == RECREATE;
        }

        /** Whether it would be work, were it not for somebody else. */
        public boolean leaves() {
            return this == LEAVE || this == KEEP;
        }
    }

    /** @param changedToo whether what somebody else changed since is to be restored as well */
    public static Deed deed(Standing standing, boolean changedToo) {
        if (standing.state() == Standing.State.UNKNOWN || standing.isAsBefore()) {
            return Deed.NOTHING;
        }
        boolean wasThere = standing.entry().before().isPresent();
        boolean isThere = standing.now().isPresent();
        if (!wasThere && !isThere) {
            return Deed.NOTHING;
        }
        if (standing.isForeign() && !changedToo) {
            return Deed.LEAVE;
        }
        if (!standing.users(changedToo).isEmpty()) {
            return Deed.KEEP;
        }
        return !wasThere ? Deed.DELETE : isThere ? Deed.RESTORE : Deed.RECREATE;
    }

    /** Whether somebody else changed any of it since. */
    public boolean isForeign() {
        return standings.stream().anyMatch(standing -> deed(standing, false) == Deed.LEAVE);
    }

    /** What is left as it is, since somebody else changed it or came to use it. */
    public List<Standing> left(boolean changedToo) {
        return standings.stream()
                .filter(standing -> deed(standing, changedToo).leaves())
                .toList();
    }

    public boolean hasWork(boolean changedToo) {
        return standings.stream().map(standing -> deed(standing, changedToo)).anyMatch(Deed::isWork);
    }

    /** Why some of it could not even be looked at. */
    public java.util.Optional<Trouble> trouble() {
        return standings.stream()
                .flatMap(standing -> standing.trouble().stream())
                .findFirst();
    }
}
