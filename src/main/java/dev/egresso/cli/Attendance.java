package dev.egresso.cli;

import dev.egresso.rollout.Address;
import dev.egresso.rollout.Receipt;
import dev.egresso.rollout.Watcher;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * Looks on while a cluster is changed, and keeps the program alive when somebody ends it in the middle: what is under way
 * comes to its end, what was done is put back, and that is said.
 */
final class Attendance implements Watcher {
    /** Longer than one answer and putting four resources back. */
    private static final int MOST_SECONDS = 120;

    private final ClusterWay way;
    private final Receipt.Act act;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final CountDownLatch over = new CountDownLatch(1);

    private Attendance(ClusterWay way, Receipt.Act act) {
        this.way = way;
        this.act = act;
    }

    static <T> T during(ClusterWay way, Receipt.Act act, Function<Watcher, T> work) {
        Attendance attendance = new Attendance(way, act);
        Thread hook = new Thread(attendance::lingering, "egresso-ending");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return work.apply(attendance);
        } finally {
            attendance.over.countDown();
            attendance.forget(hook);
        }
    }

    private void lingering() {
        ended.set(true);
        try {
            over.await(MOST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    private void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyEnding) {
            ended.set(true);
        }
    }

    @Override
    public void saw(Address address, Moment moment) {
        if (moment != Moment.BEGUN && moment != Moment.PUTTING_BACK) {
            boolean undo = act == Receipt.Act.UNDO;
            way.say(undo ? way.rows().undoMoment(address, moment) : way.rows().moment(address, moment));
        }
    }

    @Override
    public boolean goesOn() {
        return !ended.get();
    }
}
