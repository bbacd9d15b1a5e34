package dev.egresso.probe;

import dev.egresso.outside.Exchange;
import dev.egresso.outside.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One request over HTTP/2: by the JDK's client inside TLS, and by no more than the greeting of the protocol in the clear. */
final class Http2 {
    /** RFC 9113, section 3.4. */
    private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

    private static final int SETTINGS = 4;

    private final Duration patience;
    private final Stop stop;

    Http2(Duration patience, Stop stop) {
        this.patience = patience;
        this.stop = stop;
    }

    /** The name in the greeting is the URL's host: the JDK's client knows no other. */
    Exchange ask(URI url) {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_2)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .sslContext(Greeter.context(new Listener()))
                .connectTimeout(patience)
                .build();
        HttpRequest request = HttpRequest.newBuilder(url)
                .header("User-Agent", "egresso-probe")
                .timeout(patience)
                .build();
        CompletableFuture<HttpResponse<InputStream>> answer =
                client.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream());
        try {
            stop.watching(() -> answer.cancel(true));
            HttpResponse<InputStream> response = answer.get(patience.toMillis() * 2, TimeUnit.MILLISECONDS);
            response.body().close();
            return exchange(url, response);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return failed(url, new Failed(Fault.Kind.CANCELLED));
        } catch (TimeoutException | java.util.concurrent.CancellationException late) {
            return failed(url, new Failed(Fault.Kind.TIMEOUT));
        } catch (ExecutionException thrown) {
            boolean late = thrown.getCause() instanceof HttpTimeoutException;
            return failed(
                    url,
                    late || !(thrown.getCause() instanceof IOException io)
                            ? new Failed(late ? Fault.Kind.TIMEOUT : Fault.Kind.NOT_HTTP)
                            : Failed.of(io));
        } catch (IOException thrown) {
            return failed(url, Failed.of(thrown));
        } catch (Failed failed) {
            return failed(url, failed);
        }
    }

    private static Exchange exchange(URI url, HttpResponse<InputStream> response) {
        return new Exchange(
                Http1.METHOD,
                url.toString(),
                response.statusCode(),
                response.version() == HttpClient.Version.HTTP_2 ? "HTTP/2" : "HTTP/1.1",
                response.headers().firstValue("server"),
                Redirect.target(url, response.statusCode(), response.headers().firstValue("location")),
                Optional.empty());
    }

    private Exchange failed(URI url, Failed failed) {
        return Exchange.failed(Http1.METHOD, url.toString(), stop.reason(failed).fault());
    }

    /** Whether the other side answers the preface with its settings, as HTTP/2 in the clear begins. */
    Exchange greet(Socket socket, URI url) {
        try (socket) {
            stop.watching(socket);
            socket.setSoTimeout((int) patience.toMillis());
            ByteArrayOutputStream hello = new ByteArrayOutputStream();
            hello.write(PREFACE.getBytes(StandardCharsets.US_ASCII));
            hello.write(new byte[] {0, 0, 0, SETTINGS, 0, 0, 0, 0, 0});
            socket.getOutputStream().write(hello.toByteArray());
            socket.getOutputStream().flush();
            byte[] head = socket.getInputStream().readNBytes(9);
            if (head.length == 0) {
                throw new Failed(Fault.Kind.CUT);
            }
            if (head[0] == 0x15 || head[0] == 0x16) {
                throw new Failed(Fault.Kind.IS_TLS);
            }
            if (head.length < 9 || head[3] != SETTINGS) {
                throw new Failed(Fault.Kind.NOT_HTTP);
            }
            return new Exchange(
                    "PRI", url.toString(), 0, "HTTP/2", Optional.empty(), Optional.empty(), Optional.empty());
        } catch (IOException thrown) {
            return failed(url, Failed.of(thrown));
        } catch (Failed failed) {
            return failed(url, failed);
        }
    }
}
