package dev.egresso.probe;

import dev.egresso.mesh.IpAddress;
import dev.egresso.outside.Fault;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks the resolver of this machine, on a thread of its own, since the system's call cannot be ended. */
final class Resolver {
    private final Duration patience;
    private final Stop stop;

    Resolver(Duration patience, Stop stop) {
        this.patience = patience;
        this.stop = stop;
    }

    /** All addresses of a name, in the resolver's own order; an address is its own. */
    List<InetAddress> addresses(String host) throws Failed {
        CompletableFuture<List<InetAddress>> answer = new CompletableFuture<>();
        stop.watching(() -> answer.completeExceptionally(new UnknownHostException()));
        Thread asking = new Thread(() -> ask(host, answer), "egresso-resolver");
        asking.setDaemon(true);
        asking.start();
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException unknown) {
            throw stop.reason(new Failed(Fault.Kind.UNKNOWN_NAME));
        } catch (TimeoutException slow) {
            throw stop.reason(new Failed(Fault.Kind.TIMEOUT));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new Failed(Fault.Kind.CANCELLED);
        }
    }

    /** As people write it, without the interface that it is reached by. */
    static String text(InetAddress address) {
        String text = address.getHostAddress().replaceFirst("%.*", "");
        return IpAddress.read(text).map(IpAddress::toString).orElse(text);
    }

    private static void ask(String host, CompletableFuture<List<InetAddress>> answer) {
        try {
            answer.complete(List.of(InetAddress.getAllByName(host)));
        } catch (UnknownHostException unknown) {
            answer.completeExceptionally(unknown);
        }
    }
}
