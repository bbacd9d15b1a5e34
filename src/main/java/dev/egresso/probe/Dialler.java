package dev.egresso.probe;

import dev.egresso.outside.Attempt;
import dev.egresso.outside.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Connects to the first address that takes the connection; straight, whatever proxies this machine has. */
final class Dialler {
    /** A name with more addresses than that is down if so many of them are. */
    private static final int MOST = 4;

    private final Duration patience;
    private final Stop stop;
    private final Watcher watcher;
    private final List<Attempt> attempts = new ArrayList<>();

    Dialler(Duration patience, Stop stop, Watcher watcher) {
        this.patience = patience;
        this.stop = stop;
        this.watcher = watcher;
    }

    /** What was tried so far. */
    List<Attempt> attempts() {
        return List.copyOf(attempts);
    }

    /** @throws Failed as the last address did */
    Socket dial(List<InetAddress> addresses, int port) throws Failed {
        Failed last = new Failed(Fault.Kind.UNKNOWN_NAME);
        for (InetAddress address : addresses.subList(0, Math.min(MOST, addresses.size()))) {
            watcher.began(Watcher.Step.CONNECTING, Resolver.text(address));
            try {
                Socket socket = dial(address, port);
                attempts.add(new Attempt(Resolver.text(address), port, Optional.empty()));
                return socket;
            } catch (Failed failed) {
                last = failed;
                attempts.add(new Attempt(Resolver.text(address), port, Optional.of(failed.fault())));
                if (stop.isTold()) {
                    break;
                }
            }
        }
        throw last;
    }

    private Socket dial(InetAddress address, int port) throws Failed {
        Socket socket = stop.watching(new Socket(Proxy.NO_PROXY));
        try {
            socket.connect(new InetSocketAddress(address, port), (int) patience.toMillis());
            return socket;
        } catch (IOException thrown) {
            throw stop.reason(Failed.of(thrown));
        }
    }
}
