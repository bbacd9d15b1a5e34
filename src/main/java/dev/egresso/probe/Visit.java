package dev.egresso.probe;

import dev.egresso.mesh.IpAddress;
import dev.egresso.outside.Aim;
import dev.egresso.outside.Exchange;
import dev.egresso.outside.Fault;
import dev.egresso.outside.Found;
import dev.egresso.outside.Talk;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One probe from the name to the last redirect. What was found so far is kept, whatever ends it. */
final class Visit {
    /** Envoy follows none, curl up to 50, browsers about 20; further than that nobody needs to look here. */
    private static final int MOST_REDIRECTS = 5;

    private static final List<String> EITHER = List.of("h2", "http/1.1");

    private final Aim aim;
    private final Watcher watcher;
    private final Resolver resolver;
    private final Greeter greeter;
    private final Http1 http1;
    private final Http2 http2;
    private final OwnProtocols databases;
    private final Patience patience;
    private final Stop stop;
    private Found found;
    private List<InetAddress> reached = List.of();

    Visit(Aim aim, Patience patience, Trust trust, Stop stop, Watcher watcher) {
        this.aim = aim;
        this.watcher = watcher;
        this.patience = patience;
        this.stop = stop;
        this.resolver = new Resolver(patience.resolve(), stop);
        this.greeter = new Greeter(patience.greet(), stop, trust);
        this.http1 = new Http1(patience.answer(), stop);
        this.http2 = new Http2(patience.answer(), stop);
        this.databases = new OwnProtocols(patience.answer(), stop);
    }

    Found made(Optional<String> proxy) {
        found = Found.nothing(aim, proxy);
        try (Socket socket = connected()) {
            speak(socket);
        } catch (Failed failed) {
            found = found.ended(failed.fault());
        } catch (IOException unclosed) {
            return found;
        }
        return found;
    }

    private Socket connected() throws Failed {
        if (IpAddress.read(aim.host()).isEmpty()) {
            watcher.began(Watcher.Step.RESOLVING, aim.host());
        }
        List<InetAddress> addresses = resolver.addresses(aim.host());
        found = found.resolved(addresses.stream().map(Resolver::text).toList());
        Dialler dialler = new Dialler(patience.connect(), stop, watcher);
        try {
            Socket socket = dialler.dial(addresses, aim.port());
            reached = List.of(socket.getInetAddress());
            return socket;
        } finally {
            found = found.dialled(dialler.attempts());
        }
    }

    private void speak(Socket socket) throws Failed {
        switch (aim.talk()) {
            case POSTGRES -> {
                found = found.said(databases.postgres(socket));
                if (found.ownWord().orElseThrow().tls()) {
                    greeted(socket, List.of());
                }
            }
            case MYSQL -> found = found.said(databases.mysql(socket));
            case BYTES -> {
                if (aim.tls()) {
                    greeted(socket, aim.alpn());
                }
            }
            case GRPC, HTTP -> {
                if (aim.tls()) {
                    inTls(greeted(socket, EITHER));
                } else {
                    inTheClear(socket);
                }
            }
        }
    }

    private Socket greeted(Socket socket, List<String> alpn) throws Failed {
        watcher.began(Watcher.Step.GREETING, aim.sni().orElse(aim.host()));
        try {
            Greeter.Greeted greeted = greeter.greet(socket, aim.host(), aim.sni(), alpn);
            found = found.greeted(greeted.hello());
            return greeted.socket();
        } catch (Failed failed) {
            throw speaksHttp(failed.fault()) ? new Failed(Fault.Kind.NOT_TLS) : failed;
        }
    }

    /**
     * Whether a port at which TLS did not come about speaks plain HTTP: some servers say so at once, others wait for the end
     * of a line that never comes. The path stays unsaid, since it goes in the clear.
     */
    private boolean speaksHttp(Fault fault) {
        boolean unclear = fault.kind() == Fault.Kind.TIMEOUT || fault.kind() == Fault.Kind.CUT;
        if (!unclear || aim.talk() != Talk.HTTP) {
            return false;
        }
        try {
            Socket again = new Dialler(patience.connect(), stop, watcher).dial(reached, aim.port());
            return http1.ask(again, URI.create("http://" + aim.authority() + "/"))
                            .status()
                    > 0;
        } catch (Failed failed) {
            return false;
        }
    }

    /** The first greeting offered all there is; now as the sidecar would have it. */
    private void inTls(Socket socket) {
        if (aim.talk() == Talk.GRPC) {
            return;
        }
        watcher.began(Watcher.Step.ASKING, aim.url());
        boolean chosen = found.hello().orElseThrow().alpn().filter("h2"::equals).isPresent();
        if (!chosen) {
            follow(http1.ask(socket, uri()));
            return;
        }
        follow(aim.http2() ? overHttp2() : overHttp1OnceMore());
    }

    /** Where the greeting needs another name than the host's, that HTTP/2 was chosen is all that is known. */
    private Exchange overHttp2() {
        boolean possible =
                uri().getHost() != null && aim.sni().orElse(aim.host()).equals(aim.host());
        return possible
                ? http2.ask(uri())
                : new Exchange("PRI", aim.url(), 0, "HTTP/2", Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A server that has chosen HTTP/2 may still take HTTP/1.1, or may not. */
    private Exchange overHttp1OnceMore() {
        try {
            Socket again = new Dialler(patience.connect(), stop, watcher).dial(reached, aim.port());
            return http1.ask(
                    greeter.greet(again, aim.host(), aim.sni(), List.of("http/1.1"))
                            .socket(),
                    uri());
        } catch (Failed failed) {
            if (failed.fault().kind() == Fault.Kind.CANCELLED) {
                return Exchange.failed(Http1.METHOD, aim.url(), failed.fault());
            }
            if (aim.bySidecar()) {
                found = found.refusedAsSidecar(failed.fault());
            }
            return overHttp2();
        }
    }

    private void inTheClear(Socket socket) {
        watcher.began(Watcher.Step.ASKING, aim.url());
        Exchange asked = aim.http2() ? http2.greet(socket, uri()) : http1.ask(socket, uri());
        follow(
                asked.fault().filter(this::speaksTls).isPresent()
                        ? Exchange.failed(asked.method(), asked.url(), Fault.of(Fault.Kind.IS_TLS))
                        : asked);
    }

    /** Whether a port that hung up on a request in the clear, or kept silent, greets in TLS. */
    private boolean speaksTls(Fault fault) {
        boolean unclear = fault.kind() == Fault.Kind.TIMEOUT || fault.kind() == Fault.Kind.CUT;
        if (!unclear) {
            return false;
        }
        try (Socket again = new Dialler(patience.connect(), stop, watcher).dial(reached, aim.port())) {
            greeter.greet(again, aim.host(), aim.sni(), EITHER);
            return true;
        } catch (Failed | IOException not) {
            return false;
        }
    }

    private URI uri() {
        return URI.create(aim.url());
    }

    private void follow(Exchange first) {
        List<Exchange> exchanges = new ArrayList<>(List.of(first));
        Exchange last = first;
        while (last.isRedirect() && exchanges.size() <= MOST_REDIRECTS && isNew(last, exchanges)) {
            last = asked(URI.create(last.location().orElseThrow()));
            exchanges.add(last);
        }
        found = found.asked(exchanges);
    }

    private static boolean isNew(Exchange last, List<Exchange> exchanges) {
        String next = last.location().orElseThrow();
        return exchanges.stream().noneMatch(each -> each.url().equals(next));
    }

    private Exchange asked(URI url) {
        watcher.began(Watcher.Step.ASKING, url.toString());
        boolean tls = url.getScheme().equals("https");
        int port = url.getPort() < 0 ? (tls ? 443 : 80) : url.getPort();
        String host = url.getHost().replaceAll("[\\[\\]]", "");
        try {
            Socket socket = new Dialler(patience.connect(), stop, watcher).dial(resolver.addresses(host), port);
            if (tls) {
                boolean address = host.indexOf(':') >= 0 || host.matches("[0-9.]+");
                Optional<String> sni = address ? Optional.empty() : Optional.of(host);
                socket = greeter.greet(socket, host, sni, List.of("http/1.1")).socket();
            }
            return http1.ask(socket, url);
        } catch (Failed failed) {
            return Exchange.failed(Http1.METHOD, url.toString(), failed.fault());
        }
    }
}
