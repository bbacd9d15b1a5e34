package dev.egresso.probe;

import dev.egresso.outside.Exchange;
import dev.egresso.outside.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;

/** One GET over HTTP/1.1. Only the head of the answer is read; then the connection is closed. */
final class Http1 {
    static final String METHOD = "GET";
    /** What servers say to a request in the clear on a port for TLS: nginx, Go, Apache. */
    private static final Pattern WANTS_TLS = Pattern.compile(
            "(?i)plain http request was sent to https|http request to an https server|plain HTTP to an SSL");

    private static final int FIRST_OF_BODY = 2048;

    private final Duration patience;
    private final Stop stop;

    Http1(Duration patience, Stop stop) {
        this.patience = patience;
        this.stop = stop;
    }

    Exchange ask(Socket socket, URI url) {
        try (socket) {
            stop.watching(socket);
            socket.getOutputStream().write(request(url).getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            Head head = Head.read(socket, patience);
            if (head.status() == 400 && url.getScheme().equals("http") && wantsTls(socket)) {
                return Exchange.failed(METHOD, url.toString(), Fault.of(Fault.Kind.IS_TLS));
            }
            return new Exchange(
                    METHOD,
                    url.toString(),
                    head.status(),
                    head.version(),
                    head.field("server"),
                    Redirect.target(url, head.status(), head.field("location")),
                    java.util.Optional.empty());
        } catch (IOException thrown) {
            return failed(url, Failed.of(thrown));
        } catch (Failed failed) {
            return failed(url, failed);
        }
    }

    private Exchange failed(URI url, Failed failed) {
        return Exchange.failed(METHOD, url.toString(), stop.reason(failed).fault());
    }

    /** No credential, no cookie, nothing that would change anything. */
    private static String request(URI url) {
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        return METHOD + " " + path + query + " HTTP/1.1\r\nHost: " + url.getRawAuthority()
                + "\r\nUser-Agent: egresso-probe\r\nAccept: */*\r\nConnection: close\r\n\r\n";
    }

    private static boolean wantsTls(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        socket.setSoTimeout(1000);
        byte[] first = new byte[FIRST_OF_BODY];
        int length = 0;
        try {
            length = in.readNBytes(first, 0, first.length);
        } catch (java.net.SocketTimeoutException enough) {
            return false;
        }
        return WANTS_TLS
                .matcher(new String(first, 0, length, StandardCharsets.ISO_8859_1))
                .find();
    }
}
