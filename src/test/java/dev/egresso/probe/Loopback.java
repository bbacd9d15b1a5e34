package dev.egresso.probe;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** A server on 127.0.0.1 that does with each connection what a test wants. */
public final class Loopback implements AutoCloseable {
    /** What is done with a connection. */
    public interface Manner {
        void with(Socket socket, Loopback server) throws IOException;
    }

    private final ServerSocket server;
    private final Manner manner;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicReference<String> sni = new AtomicReference<>("");
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    private Loopback(ServerSocket server, Manner manner) {
        this.server = server;
        this.manner = manner;
        Thread accepting = new Thread(this::accept, "loopback");
        accepting.setDaemon(true);
        accepting.start();
    }

    public static Loopback plain(Manner manner) {
        try {
            return new Loopback(new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")), manner);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    /** @param alpn what it chooses from; nothing if it knows no ALPN */
    public static Loopback tls(Authority.Identity identity, List<String> alpn, Manner manner) {
        return tls(identity, alpn, null, false, manner);
    }

    /** Some servers end a connection without a word that does not begin with a TLS greeting. */
    static Loopback hangingUpUnlessTls(Authority.Identity identity) {
        return plain((socket, server) -> {
            int first = socket.getInputStream().read();
            if (first == 0x16) {
                InputStream consumed = new ByteArrayInputStream(new byte[] {(byte) first});
                SSLSocket secure =
                        (SSLSocket) identity.context(null).getSocketFactory().createSocket(socket, consumed, true);
                secure.startHandshake();
            }
        });
    }

    static Loopback tls(
            Authority.Identity identity, List<String> alpn, Authority clients, boolean insists, Manner manner) {
        try {
            SSLServerSocket socket = (SSLServerSocket) identity.context(clients)
                    .getServerSocketFactory()
                    .createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setApplicationProtocols(alpn.toArray(String[]::new));
            parameters.setWantClientAuth(clients != null);
            if (insists) {
                parameters.setNeedClientAuth(true);
            }
            socket.setSSLParameters(parameters);
            return new Loopback(socket, manner);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    public int port() {
        return server.getLocalPort();
    }

    /** The heads of all requests, as they came. */
    public List<String> requests() {
        return requests;
    }

    /** The name in the last greeting. */
    String sni() {
        return sni.get();
    }

    /** Answers each request with this text, in which {@code PORT} stands for its own port. */
    public static Manner saying(String... lines) {
        return (socket, server) -> {
            server.requests.add(head(socket.getInputStream()));
            String text = String.join("\r\n", lines).replace("PORT", Integer.toString(server.port()));
            socket.getOutputStream().write((text + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
        };
    }

    static String head(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (!bytes.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            bytes.write(next);
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                Thread serving = new Thread(() -> serve(socket), "loopback-connection");
                serving.setDaemon(true);
                serving.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            if (socket instanceof SSLSocket greeted) {
                greeted.startHandshake();
                ((ExtendedSSLSession) greeted.getSession())
                        .getRequestedServerNames().stream()
                                .filter(SNIHostName.class::isInstance)
                                .forEach(name -> sni.set(((SNIHostName) name).getAsciiName()));
            }
            manner.with(socket, this);
        } catch (IOException gone) {
            requests.add("broken: " + gone.getMessage());
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }
}
