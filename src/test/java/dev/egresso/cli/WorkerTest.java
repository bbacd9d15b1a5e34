package dev.egresso.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.egresso.Wait;
import dev.egresso.wizard.Choosing;
import dev.egresso.wizard.ClusterErrand;
import dev.egresso.wizard.Ink;
import dev.egresso.wizard.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkerTest {
    private static final ClusterErrand ASKING = new ClusterErrand.Contexts(Choosing.Purpose.LOOK);
    private static final Message REPLY = new Message.Noted(Ink.OK, "done");

    private final Worker worker = new Worker();

    @AfterEach
    void close() {
        worker.close();
    }

    private Message heard() {
        List<Message> heard = new ArrayList<>();
        Wait.until(() -> "something to be said", () -> {
            worker.next().ifPresent(heard::add);
            return !heard.isEmpty();
        });
        return heard.get(0);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void what_was_asked_is_answered_under_its_number() {
        worker.begin(7, ASKING, line -> REPLY);
        assertThat(heard()).isEqualTo(new Message.Ended(7, REPLY));
        Wait.until(() -> "rest", () -> worker.tick().isEmpty());
    }

    @Test
    void asking_is_interrupted_and_the_next_errand_begins() {
        AtomicBoolean interrupted = new AtomicBoolean();
        CountDownLatch begun = new CountDownLatch(1);
        worker.begin(1, ASKING, line -> {
            begun.countDown();
            await(new CountDownLatch(1));
            interrupted.set(Thread.currentThread().isInterrupted());
            return REPLY;
        });
        await(begun);
        assertThat(worker.tick()).isPresent();
        worker.begin(
                2,
                ASKING,
                line -> new Message.Noted(
                        Ink.OK, Thread.currentThread().isInterrupted() ? "interrupted too" : "undisturbed"));
        List<Message> heard = new ArrayList<>();
        Wait.until(() -> "the second reply among " + heard, () -> {
            Optional<Message> next = worker.next();
            next.ifPresent(heard::add);
            return heard.contains(new Message.Ended(2, new Message.Noted(Ink.OK, "undisturbed")));
        });
        assertThat(interrupted).isTrue();
    }

    @Test
    void a_fault_of_our_own_comes_to_the_thread_of_the_screen() {
        worker.begin(1, ASKING, line -> {
            throw new IllegalStateException("a bug");
        });
        Wait.until(() -> "rest", () -> worker.tick().isEmpty());
        assertThatThrownBy(worker::next).hasMessage("a bug");
    }
}
