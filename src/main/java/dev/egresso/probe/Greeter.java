package dev.egresso.probe;

import dev.egresso.outside.Certificate;
import dev.egresso.outside.Fault;
import dev.egresso.outside.Hello;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** Begins TLS on a connection, whatever certificate the server has, and notes what it says. */
final class Greeter {
    private final Duration patience;
    private final Stop stop;
    private final Trust trust;

    Greeter(Duration patience, Stop stop, Trust trust) {
        this.patience = patience;
        this.stop = stop;
        this.trust = trust;
    }

    /** A connection in TLS, and how it began. */
    record Greeted(SSLSocket socket, Hello hello) {}

    Greeted greet(Socket plain, String host, Optional<String> sni, List<String> alpn) throws Failed {
        Listener listener = new Listener();
        try {
            SSLSocket socket =
                    (SSLSocket) context(listener).getSocketFactory().createSocket(plain, host, plain.getPort(), true);
            socket.setSSLParameters(parameters(socket.getSSLParameters(), sni, alpn));
            socket.setSoTimeout((int) patience.toMillis());
            stop.watching(socket).startHandshake();
            return new Greeted(socket, hello(socket, sni, alpn, listener));
        } catch (IOException thrown) {
            throw stop.reason(Failed.of(thrown));
        }
    }

    /** One for each connection, so that no session is taken up again without showing its certificate. */
    static SSLContext context(Listener listener) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(listener.keys(), listener.trust(), null);
            return context;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has TLS", impossible);
        }
    }

    private static SSLParameters parameters(SSLParameters parameters, Optional<String> sni, List<String> alpn)
            throws Failed {
        try {
            parameters.setServerNames(sni.<List<SNIServerName>>map(name -> List.of(new SNIHostName(name)))
                    .orElseGet(List::of));
        } catch (IllegalArgumentException unfit) {
            throw new Failed(Fault.Kind.ALERT, "this JDK cannot send the name " + sni.orElse(""));
        }
        parameters.setApplicationProtocols(alpn.toArray(String[]::new));
        return parameters;
    }

    private Hello hello(SSLSocket socket, Optional<String> sni, List<String> alpn, Listener listener) {
        List<X509Certificate> shown = listener.shown();
        List<Certificate> chain = shown.stream().map(Trust::certificate).toList();
        return new Hello(
                socket.getSession().getProtocol(),
                sni,
                alpn,
                Optional.ofNullable(socket.getApplicationProtocol()).filter(name -> !name.isEmpty()),
                chain,
                trust.distrust(shown, listener.kind()),
                listener.wasAsked());
    }
}
