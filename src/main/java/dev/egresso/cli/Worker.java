package dev.egresso.cli;

import dev.egresso.wizard.Errand;
import dev.egresso.wizard.Message;
import dev.egresso.wizard.Progress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * The one thread besides that of the screen. It does one errand at a time and puts what it has to say where the screen's
 * thread picks it up. Told to stop, an errand that only asks is interrupted; one that changes something is asked to end, and
 * is waited for at the end of the program, so that nothing half done stays unsaid.
 */
final class Worker implements AutoCloseable {
    /** Longer than one answer and putting four resources back. */
    private static final Duration LONGEST_ENDING = Duration.ofSeconds(120);

    private final ConcurrentLinkedQueue<Message> told = new ConcurrentLinkedQueue<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread worker = new Thread(work, "egresso-worker");
        worker.setDaemon(true);
        return worker;
    });
    private volatile boolean ending;
    private volatile RuntimeException failure;
    private volatile Job job;

    /** What an errand sees of the one who sent it. Used on the worker's thread. */
    interface Line {
        void tell(Progress progress);

        /** Whether it is still wanted. */
        boolean goesOn();

        /** Whether the program ends: nobody looks at a page any more, and what came of it is to be said on stderr. */
        boolean isLast();
    }

    private final class Job implements Line, Runnable {
        private final int number;
        private final boolean changing;
        private final Function<Line, Message> work;
        private final long since = System.nanoTime();
        private final AtomicBoolean stopped = new AtomicBoolean();
        private final CountDownLatch over = new CountDownLatch(1);
        private volatile Future<?> running;

        Job(int number, boolean changing, Function<Line, Message> work) {
            this.number = number;
            this.changing = changing;
            this.work = work;
        }

        @Override
        public void run() {
            try {
                if (goesOn()) {
                    told.add(new Message.Ended(number, work.apply(this)));
                }
            } catch (RuntimeException bug) {
                failure = bug;
            } finally {
                Thread.interrupted();
                over.countDown();
            }
        }

        void stop() {
            stopped.set(true);
            if (!changing) {
                running.cancel(true);
            }
        }

        boolean isOver() {
            return over.getCount() == 0 || running.isDone();
        }

        @Override
        public void tell(Progress progress) {
            told.add(new Message.Progressed(number, progress));
        }

        @Override
        public boolean goesOn() {
            return !stopped.get();
        }

        @Override
        public boolean isLast() {
            return ending;
        }
    }

    /** Begins an errand; what was under way is stopped, and this begins when it is over. */
    void begin(int number, Errand errand, Function<Line, Message> work) {
        stop();
        job = new Job(number, errand.changesSomething(), work);
        job.running = thread.submit(job);
    }

    void stop() {
        if (job != null && !job.isOver()) {
            job.stop();
        }
    }

    /** What it has to say since it was last asked. @throws RuntimeException for a fault of our own in an errand */
    Optional<Message> next() {
        if (failure != null) {
            throw failure;
        }
        return Optional.ofNullable(told.poll());
    }

    /** How long it has been at what it is at, in quarters of a second; none while it rests. */
    Optional<Message> tick() {
        return job == null || job.isOver()
                ? Optional.empty()
                : Optional.of(new Message.Ticked(job.number, (int)
                        (Duration.ofNanos(System.nanoTime() - job.since).toMillis() / 250)));
    }

    /** The program ends: what only asks is dropped, what changes something comes to its end and says what came of it. */
    @Override
    public void close() {
        ending = true;
        stop();
        if (job != null && job.changing) {
            try {
                job.over.await(LONGEST_ENDING.toSeconds(), TimeUnit.SECONDS);
            } catch (InterruptedException impatient) {
                Thread.currentThread().interrupt();
            }
        }
        thread.shutdownNow();
    }
}
