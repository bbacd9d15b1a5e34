package dev.egresso.cluster;

import dev.egresso.rollout.Pod;
import dev.egresso.rollout.Spoken;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.WebSocket;
import io.fabric8.kubernetes.client.http.WebSocketHandshakeException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertPathBuilderException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** One request, one answer, in bounded time. */
final class Wire implements AutoCloseable {
    private static final int TRIES_WHEN_BUSY = 3;

    private final HttpClient client;
    private final String server;
    private final Patience patience;

    Wire(HttpClient client, String server, Patience patience) {
        this.client = client;
        this.server = server.endsWith("/") ? server.substring(0, server.length() - 1) : server;
        this.patience = patience;
    }

    Reply get(String path) {
        return send(request(path));
    }

    Reply send(String method, String path, String contentType, String body) {
        return send(request(path).method(method, contentType, body));
    }

    /** A command in a container, heard to its end or until there is enough of it. */
    Spoken exec(String path, Pod pod, int most) {
        ExecChannel channel = new ExecChannel(most);
        CompletableFuture<WebSocket> opening = client.newWebSocketBuilder()
                .uri(URI.create(server + path))
                .subprotocol(ExecChannel.PROTOCOL)
                .connectTimeout(patience.connect().toMillis(), TimeUnit.MILLISECONDS)
                .buildAsync(channel);
        try {
            opening.get(patience.connect().plus(patience.answer()).toMillis(), TimeUnit.MILLISECONDS);
            return channel.spoken().get(patience.answer().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            opening.thenAccept(socket -> socket.sendClose(1000, "late"));
            throw trouble("timeout");
        } catch (InterruptedException ended) {
            opening.thenAccept(socket -> socket.sendClose(1000, "ended"));
            Thread.currentThread().interrupt();
            throw trouble("timeout");
        } catch (ExecutionException failed) {
            throw unopened(failed.getCause(), pod);
        }
    }

    /** The server's refusal to change protocols comes without a sentence of its own. */
    private Troubled unopened(Throwable cause, Pod pod) {
        for (Throwable at = cause; at != null; at = at.getCause()) {
            if (at instanceof WebSocketHandshakeException refused && refused.getResponse() != null) {
                int code = refused.getResponse().code();
                return switch (code) {
                    case 401 -> Troubled.of("unauthorized", "detail", "");
                    case 403 -> Troubled.of("no-exec", "namespace", pod.namespace());
                    case 404 -> Troubled.of("pod-missing", "pod", pod.name(), "namespace", pod.namespace());
                    default -> Troubled.of("not-run", "detail", "HTTP " + code);
                };
            }
        }
        return trouble(cause);
    }

    private HttpRequest.Builder request(String path) {
        return client.newHttpRequestBuilder()
                .uri(URI.create(server + path))
                .header("Accept", "application/json")
                .timeout(patience.answer().toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A server that is too busy has done nothing yet, so it may be asked again. */
    private Reply send(HttpRequest.Builder request) {
        Reply reply = once(request.build());
        for (int tries = 1; reply.code() == 429 && tries < TRIES_WHEN_BUSY; tries++) {
            pause(tries);
            reply = once(request.build());
        }
        return reply;
    }

    private void pause(int seconds) {
        try {
            TimeUnit.SECONDS.sleep(seconds);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw trouble("timeout");
        }
    }

    private Reply once(HttpRequest request) {
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request, byte[].class);
        try {
            HttpResponse<byte[]> response =
                    answer.get(patience.connect().plus(patience.answer()).toMillis(), TimeUnit.MILLISECONDS);
            byte[] body = response.body();
            return new Reply(response.code(), body == null ? "" : new String(body, StandardCharsets.UTF_8));
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw trouble("timeout");
        } catch (InterruptedException ended) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw trouble("timeout");
        } catch (ExecutionException failed) {
            throw trouble(failed.getCause());
        }
    }

    private Troubled trouble(Throwable cause) {
        for (Throwable at = cause; at != null; at = at.getCause()) {
            if (at instanceof Troubled troubled) {
                return troubled;
            }
            if (at instanceof HttpConnectTimeoutException || at instanceof HttpTimeoutException) {
                return trouble(at instanceof HttpConnectTimeoutException ? "unreachable" : "timeout");
            }
            if (at instanceof UnknownHostException || at instanceof UnresolvedAddressException) {
                return trouble("unknown-host");
            }
            if (at instanceof CertPathBuilderException) {
                return trouble("untrusted-issuer");
            }
            if (at instanceof SSLException && !isOfAnIssuer(at)) {
                return Troubled.of("untrusted", "server", server, "detail", String.valueOf(at.getMessage()));
            }
            if (isRefusedTunnel(at)) {
                return trouble("proxy-refused");
            }
        }
        return trouble(cause instanceof ConnectException ? "unreachable" : "cut");
    }

    /** What a proxy answers instead of opening a tunnel has no body in the JDK, and fabric8 looks into it all the same. */
    private static boolean isRefusedTunnel(Throwable thrown) {
        return thrown instanceof NullPointerException;
    }

    private static boolean isOfAnIssuer(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .anyMatch(CertPathBuilderException.class::isInstance);
    }

    private Troubled trouble(String id) {
        return Troubled.of(id, "server", server);
    }

    @Override
    public void close() {
        client.close();
    }
}
