package dev.egresso.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

/** A proxy that opens tunnels to whoever knows its password. */
final class ProxyDouble implements AutoCloseable {
    private final ServerSocket socket;
    private final String wanted;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> tunnels = new CopyOnWriteArrayList<>();
    private volatile String refusal = "";

    /** @param credentials name and password with a colon between */
    ProxyDouble(String credentials) throws IOException {
        this(credentials, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    }

    /** Behind TLS. */
    ProxyDouble(String credentials, SSLContext tls) throws IOException {
        this(credentials, tls.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    }

    private ProxyDouble(String credentials, ServerSocket socket) {
        this.socket = socket;
        this.wanted = "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        threads.submit(this::listen);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Whoever it knows is answered so, instead of getting a tunnel. @param status code and words */
    void refusing(String status) {
        refusal = status;
    }

    /** Where tunnels led to. */
    List<String> tunnels() {
        return tunnels;
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                threads.submit(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            String head = head(client.getInputStream());
            if (!head.contains("Proxy-Authorization: " + wanted)) {
                answer(client, "407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"proxy\"");
                return;
            }
            if (!refusal.isEmpty()) {
                answer(client, refusal);
                return;
            }
            String target = head.split(" ")[1];
            tunnels.add(target);
            int colon = target.lastIndexOf(':');
            try (Socket server =
                    new Socket(target.substring(0, colon), Integer.parseInt(target.substring(colon + 1)))) {
                answer(client, "200 OK");
                threads.submit(() -> pump(server, client));
                pump(client, server);
            }
        } catch (SSLException distrusted) {
            // whoever is not trusted hears nothing more
        } catch (IOException broken) {
            tunnels.add("broken: " + broken.getMessage());
        }
    }

    private static void answer(Socket client, String status) throws IOException {
        client.getOutputStream()
                .write(("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("ended in the middle of a request");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static long pump(Socket from, Socket to) {
        try {
            return from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException closed) {
            return -1;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        threads.shutdownNow();
    }
}
