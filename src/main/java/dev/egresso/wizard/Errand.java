package dev.egresso.wizard;

/**
 * Something that takes its time, because it has to ask others. A worker does it while the page stays alive, tells how far it
 * came, and can be told to stop at any moment.
 */
public sealed interface Errand permits ClusterErrand, ProbeErrand {
    /** The end of the id of the words for it, as in {@code work-look}. */
    String id();

    /** Whom it asks, as those words mention it. */
    String whom();

    /**
     * Whether it changes something out there. Such an errand is never dropped: told to stop, it puts back what it did, and
     * what came of it is always said.
     */
    boolean changesSomething();

    /** Leads to the one who does it. */
    <T> T done(By<T> by);

    /** One method for each family of errands. */
    interface By<T> {
        T cluster(ClusterErrand errand);

        T probe(ProbeErrand errand);
    }
}
