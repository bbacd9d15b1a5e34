package dev.egresso.cluster;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * The greeting of a SOCKS 5 proxy (RFC 1928, RFC 1929), with the server's name left to it to resolve, as kubectl does. The
 * JDK has one of its own, whose password is the same for the whole program.
 */
final class Socks {
    private static final int VERSION = 5;
    private static final int OPEN_TO_ALL = 0;
    private static final int BY_PASSWORD = 2;
    private static final String REFUSED = "HTTP/1.1 407 Refused";

    private final Socket socket;
    private final ProxyUrl proxy;
    private final DataInputStream in;

    Socks(Socket socket, ProxyUrl proxy) throws IOException {
        this.socket = socket;
        this.proxy = proxy;
        this.in = new DataInputStream(socket.getInputStream());
    }

    /** Empty if the way is open, or else what an HTTP proxy would have answered. @param target host and port */
    String connect(String target) throws IOException {
        boolean named = proxy.userInfo().isPresent();
        write(named ? new byte[] {VERSION, 2, OPEN_TO_ALL, BY_PASSWORD} : new byte[] {VERSION, 1, OPEN_TO_ALL});
        if (in.readUnsignedByte() != VERSION) {
            throw new IOException("no SOCKS 5");
        }
        int method = in.readUnsignedByte();
        if (method != OPEN_TO_ALL && !(method == BY_PASSWORD && named && isKnown())) {
            return REFUSED;
        }
        int colon = target.lastIndexOf(':');
        byte[] host = target.substring(0, colon).replaceAll("[\\[\\]]", "").getBytes(StandardCharsets.US_ASCII);
        int port = Integer.parseInt(target.substring(colon + 1));
        ByteArrayOutputStream wish = new ByteArrayOutputStream();
        wish.writeBytes(new byte[] {VERSION, 1, 0, 3, (byte) host.length});
        wish.writeBytes(host);
        wish.writeBytes(new byte[] {(byte) (port >> 8), (byte) port});
        write(wish.toByteArray());
        in.readUnsignedByte();
        int code = in.readUnsignedByte();
        skipAddress();
        return code == 0 ? "" : code == 2 ? REFUSED : "HTTP/1.1 502 Not reached";
    }

    private boolean isKnown() throws IOException {
        String[] known = proxy.userInfo().orElse(":").split(":", 2);
        byte[] name = known[0].getBytes(StandardCharsets.UTF_8);
        byte[] password = (known.length > 1 ? known[1] : "").getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        told.write(1);
        told.write(name.length);
        told.writeBytes(name);
        told.write(password.length);
        told.writeBytes(password);
        write(told.toByteArray());
        in.readUnsignedByte();
        return in.readUnsignedByte() == 0;
    }

    /** Where the proxy connects from, which is of no use here. */
    private void skipAddress() throws IOException {
        in.readUnsignedByte();
        int length =
                switch (in.readUnsignedByte()) {
                    case 1 -> 4;
                    case 4 -> 16;
                    default -> in.readUnsignedByte();
                };
        in.readFully(new byte[length + 2]);
    }

    private void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }
}
