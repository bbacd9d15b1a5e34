package dev.egresso.cluster;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A SOCKS 5 proxy (RFC 1928, RFC 1929) that leads whoever knows its password to the names that it knows. */
final class SocksDouble implements AutoCloseable {
    private final ServerSocket socket;
    private final String credentials;
    private final Map<String, String> names;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> tunnels = new CopyOnWriteArrayList<>();

    SocksDouble(String credentials, Map<String, String> names) throws IOException {
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.credentials = credentials;
        this.names = names;
        threads.submit(this::listen);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Where tunnels led to, by the name that was asked for. */
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
            DataInputStream in = new DataInputStream(client.getInputStream());
            OutputStream out = client.getOutputStream();
            in.readUnsignedByte();
            in.readFully(new byte[in.readUnsignedByte()]);
            out.write(new byte[] {5, 2});
            in.readUnsignedByte();
            boolean known = (text(in) + ":" + text(in)).equals(credentials);
            out.write(new byte[] {1, (byte) (known ? 0 : 1)});
            if (!known) {
                return;
            }
            in.readFully(new byte[4]);
            String name = text(in);
            int port = in.readUnsignedShort();
            if (!names.containsKey(name)) {
                out.write(new byte[] {5, 4, 0, 1, 0, 0, 0, 0, 0, 0});
                return;
            }
            tunnels.add(name + ":" + port);
            try (Socket server = new Socket(names.get(name), port)) {
                out.write(new byte[] {5, 0, 0, 1, 127, 0, 0, 1, 0, 1});
                threads.submit(() -> server.getInputStream().transferTo(out));
                client.getInputStream().transferTo(server.getOutputStream());
            }
        } catch (IOException broken) {
            tunnels.add("broken: " + broken.getMessage());
        }
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readUnsignedByte()), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
        threads.shutdownNow();
    }
}
