package dev.egresso.cluster;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLException;

/**
 * A proxy on this machine, for the proxies further on that the JDK's HTTP client cannot speak to: SOCKS, and those behind
 * TLS. It leads to one server only, and only who knows its password, which nobody else is told. Only bytes pass: what is
 * said to the server is under the server's own TLS.
 */
final class Relay implements Closeable {
    /** What it answers where it could not get as far as the proxy's own answer; codes that no proxy uses. */
    static final int UNREACHABLE = 599;

    static final int UNTRUSTED = 598;

    private static final int LONGEST_HEAD = 16 * 1024;

    private final ProxyUrl proxy;
    private final Trust trust;
    private final String target;
    private final Duration patience;
    private final String password = password();
    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    Relay(Way way, ProxyUrl proxy, Duration patience) {
        this.proxy = proxy;
        this.trust = way.trust();
        this.target = way.server().authority();
        this.patience = patience;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        start(this::listen);
    }

    private static String password() {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        return "Basic " + Base64.getEncoder().encodeToString(random);
    }

    InetSocketAddress address() {
        return new InetSocketAddress(door.getInetAddress(), door.getLocalPort());
    }

    /** What has to stand in {@code Proxy-Authorization}. */
    String authorization() {
        return password;
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "relay");
        thread.setDaemon(true);
        thread.start();
    }

    private void listen() {
        while (!door.isClosed()) {
            try {
                Socket socket = door.accept();
                open.add(socket);
                start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket near) {
        try (near) {
            near.setSoTimeout((int) patience.toMillis());
            String head = head(near.getInputStream());
            boolean known = head.lines().anyMatch(line -> line.equalsIgnoreCase("Proxy-Authorization: " + password));
            if (!known || !head.startsWith("CONNECT " + target + " ")) {
                answer(near, "HTTP/1.1 407 Not for you");
                return;
            }
            lead(near);
        } catch (IOException gone) {
            // the other end hears of it by the connection's end
        } finally {
            open.remove(near);
        }
    }

    private void lead(Socket near) throws IOException {
        try (Socket far = far()) {
            open.add(far);
            String refusal =
                    proxy.scheme() == ProxyUrl.Scheme.SOCKS5 ? new Socks(far, proxy).connect(target) : asked(far);
            if (!refusal.isEmpty()) {
                answer(near, refusal);
                return;
            }
            answer(near, "HTTP/1.1 200 OK");
            near.setSoTimeout(0);
            far.setSoTimeout(0);
            start(() -> pump(far, near));
            pump(near, far);
            open.remove(far);
        } catch (SSLException untrusted) {
            answer(near, "HTTP/1.1 " + UNTRUSTED + " Untrusted");
        } catch (IOException unreachable) {
            answer(near, "HTTP/1.1 " + UNREACHABLE + " Unreachable");
        }
    }

    private Socket far() throws IOException {
        Socket socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.connect(new InetSocketAddress(proxy.host(), proxy.port()), (int) patience.toMillis());
        socket.setSoTimeout((int) patience.toMillis());
        return proxy.scheme() == ProxyUrl.Scheme.HTTPS ? trust.secured(socket, proxy) : socket;
    }

    /** Empty if the proxy opened the tunnel, or else its status line. */
    private String asked(Socket far) throws IOException {
        String authorization = proxy.userInfo()
                .map(known -> "Proxy-Authorization: Basic "
                        + Base64.getEncoder().encodeToString(known.getBytes(StandardCharsets.UTF_8)) + "\r\n")
                .orElse("");
        write(far, "CONNECT " + target + " HTTP/1.1\r\nHost: " + target + "\r\n" + authorization + "\r\n");
        String status = head(far.getInputStream()).lines().findFirst().orElse("");
        return status.matches("HTTP/1\\.[01] 2\\d\\d.*") ? "" : status;
    }

    private static void answer(Socket socket, String status) throws IOException {
        write(socket, status + "\r\nContent-Length: 0\r\n\r\n");
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0 || head.size() > LONGEST_HEAD) {
                throw new IOException("no end of a head");
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    private static void pump(Socket from, Socket to) {
        byte[] buffer = new byte[16 * 1024];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
                out.flush();
            }
        } catch (IOException closed) {
            // both are closed now
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
