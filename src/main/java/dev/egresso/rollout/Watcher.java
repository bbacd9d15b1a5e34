package dev.egresso.rollout;

/** Looks on while something is carried out, on the thread that does it, and may end it. */
public interface Watcher {
    /** What happens to one resource. */
    enum Moment {
        ASKED,
        BEGUN,
        DONE,
        FAILED,
        PUTTING_BACK,
        PUT_BACK
    }

    void saw(Address address, Moment moment);

    /** Asked before each resource; false stops, and what was done is put back. */
    boolean goesOn();

    /** One who takes no notice. */
    static Watcher none() {
        return new Watcher() {
            @Override
            public void saw(Address address, Moment moment) {}

            @Override
            public boolean goesOn() {
                return true;
            }
        };
    }
}
