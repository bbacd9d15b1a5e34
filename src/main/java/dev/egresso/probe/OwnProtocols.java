package dev.egresso.probe;

import dev.egresso.outside.Fault;
import dev.egresso.outside.OwnWord;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Databases that agree on TLS inside their own protocol: as much of it as shows whether they can. */
final class OwnProtocols {
    /** PostgreSQL documentation, "Message Formats", SSLRequest. */
    private static final int SSL_REQUEST = 80_877_103;
    /** MySQL documentation, "Capabilities Flags", CLIENT_SSL, in the lower half. */
    private static final int CLIENT_SSL = 0x0800;

    private static final int LARGEST_GREETING = 1024;

    private final Duration patience;
    private final Stop stop;

    OwnProtocols(Duration patience, Stop stop) {
        this.patience = patience;
        this.stop = stop;
    }

    /** Asks whether TLS may begin; after a yes, the server waits for exactly that on this connection. */
    OwnWord postgres(Socket socket) throws Failed {
        return said(socket, () -> {
            socket.getOutputStream()
                    .write(ByteBuffer.allocate(8).putInt(8).putInt(SSL_REQUEST).array());
            socket.getOutputStream().flush();
            return switch (socket.getInputStream().read()) {
                case 'S' -> new OwnWord(true, "");
                case 'N' -> new OwnWord(false, "");
                default -> throw new Failed(Fault.Kind.NOT_HTTP);
            };
        });
    }

    /** Reads the greeting, which the server sends unasked, and says nothing. */
    OwnWord mysql(Socket socket) throws Failed {
        return said(socket, () -> {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            int length = in.readUnsignedByte() | in.readUnsignedByte() << 8 | in.readUnsignedByte() << 16;
            in.readUnsignedByte();
            if (length < 20 || length > LARGEST_GREETING) {
                throw new Failed(Fault.Kind.NOT_HTTP);
            }
            byte[] greeting = in.readNBytes(length);
            int end = 1;
            while (end < greeting.length && greeting[end] != 0) {
                end++;
            }
            int flags = end + 1 + 4 + 8 + 1;
            if (greeting[0] != 10 || flags + 1 >= greeting.length) {
                throw new Failed(Fault.Kind.NOT_HTTP);
            }
            int capabilities = greeting[flags] & 0xff | (greeting[flags + 1] & 0xff) << 8;
            String version = new String(greeting, 1, end - 1, StandardCharsets.ISO_8859_1);
            return new OwnWord((capabilities & CLIENT_SSL) != 0, version);
        });
    }

    private interface Saying {
        OwnWord said() throws IOException, Failed;
    }

    private OwnWord said(Socket socket, Saying saying) throws Failed {
        try {
            stop.watching(socket);
            socket.setSoTimeout((int) patience.toMillis());
            return saying.said();
        } catch (IOException thrown) {
            throw stop.reason(Failed.of(thrown));
        }
    }
}
