package dev.egresso.probe;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;

/** As much of HTTP/2 as answers one request with 200 and no body (RFC 9113). */
final class Http2Manner implements Loopback.Manner {
    private static final int PREFACE = 24;
    private static final int HEADERS = 1;
    private static final int SETTINGS = 4;

    @Override
    public void with(Socket socket, Loopback server) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        OutputStream out = socket.getOutputStream();
        in.readNBytes(PREFACE);
        out.write(new byte[] {0, 0, 0, SETTINGS, 0, 0, 0, 0, 0});
        out.flush();
        while (true) {
            int length = in.read() << 16 | in.read() << 8 | in.read();
            int type = in.read();
            int flags = in.read();
            int stream = in.readInt();
            in.readNBytes(length);
            if (type == SETTINGS && flags == 0) {
                out.write(new byte[] {0, 0, 0, SETTINGS, 1, 0, 0, 0, 0});
            }
            if (type == HEADERS) {
                server.requests().add("HTTP/2");
                out.write(new byte[] {0, 0, 1, HEADERS, 5, 0, 0, 0, (byte) stream, (byte) 0x88});
            }
            out.flush();
        }
    }
}
