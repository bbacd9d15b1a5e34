package dev.egresso.cli;

import dev.egresso.outside.Found;
import dev.egresso.outside.Judgement;
import dev.egresso.probe.Patience;
import dev.egresso.probe.Probe;
import dev.egresso.probe.Trust;
import dev.egresso.wizard.Message;
import dev.egresso.wizard.ProbeErrand;
import dev.egresso.wizard.Progress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;

/** Asks the external service for the wizard. Sockets do not hear an interruption, so a thread of its own does the asking. */
final class ProbeErrands {
    private final World world;

    ProbeErrands(World world) {
        this.world = world;
    }

    Function<Worker.Line, Message> probe(ProbeErrand errand) {
        return line -> {
            Probe probe = new Probe(Patience.usual(), Trust.usual(), world.environment());
            CompletableFuture<Found> found = new CompletableFuture<>();
            Thread asking = new Thread(() -> ask(probe, errand, line, found), "egresso-probe");
            asking.setDaemon(true);
            asking.start();
            return answer(errand, probe, found);
        };
    }

    private static void ask(Probe probe, ProbeErrand errand, Worker.Line line, CompletableFuture<Found> found) {
        try {
            found.complete(probe.of(
                    errand.aim(),
                    (step, about) -> line.tell(
                            new Progress.Stepped("probe-step-" + step.name().toLowerCase(Locale.ROOT), about))));
        } catch (RuntimeException bug) {
            found.completeExceptionally(bug);
        }
    }

    private Message answer(ProbeErrand errand, Probe probe, CompletableFuture<Found> coming) {
        try {
            Found found = coming.get();
            return new Message.ServiceAnswered(
                    found, Judgement.of(found, world.clock().instant()));
        } catch (InterruptedException unwanted) {
            probe.cancel();
            Found none = Found.nothing(errand.aim(), Optional.empty());
            return new Message.ServiceAnswered(none, List.of());
        } catch (ExecutionException bug) {
            throw new IllegalStateException(bug.getCause());
        }
    }
}
