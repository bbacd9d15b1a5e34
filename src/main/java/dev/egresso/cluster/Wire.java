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
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** One request, one answer, in bounded time. */
final class Wire implements AutoCloseable {
    private static final int TRIES_WHEN_BUSY = 3;

    private static final int UNKNOWN = 401;
    private static final int PROXY_REFUSES = 407;

    /** How the JDK words it where a proxy answers with any other code than that; there is no type for it. */
    private static final Pattern NO_TUNNEL = Pattern.compile("^Tunnel failed, got: ([0-9]{3})$");

    private static final Pattern OTHER_NAME = Pattern.compile("\\bNo (subject alternative|name matching)");
    private static final Pattern ENDED = Pattern.compile("Remote host (terminated|closed connection)");
    private static final String NO_TLS = "recognized SSL message";
    private static final Pattern ALERT = Pattern.compile("Received fatal alert: (\\w+)");

    private final HttpClient client;
    private final Way way;
    private final String server;
    private final Patience patience;
    private final Secrets secrets = new Secrets();

    Wire(HttpClient client, Way way, Patience patience) {
        this.client = client;
        this.way = way;
        this.server = way.server().toString();
        this.patience = patience;
        way.proxy().flatMap(ProxyUrl::userInfo).ifPresent(secrets::addNameAndPassword);
    }

    Reply get(String path) {
        return send(() -> request(path));
    }

    Reply send(String method, String path, String contentType, String body) {
        return send(() -> request(path).method(method, contentType, body));
    }

    /** A command in a container, heard to its end or until there is enough of it. */
    Spoken exec(String path, Pod pod, int most) {
        ExecChannel channel = new ExecChannel(most);
        WebSocket.Builder builder = client.newWebSocketBuilder()
                .uri(URI.create(server + path))
                .subprotocol(ExecChannel.PROTOCOL)
                .connectTimeout(patience.connect().toMillis(), TimeUnit.MILLISECONDS);
        introduce(builder::header);
        CompletableFuture<WebSocket> opening = builder.buildAsync(channel);
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
                    case UNKNOWN -> Troubled.of("unauthorized", "detail", "");
                    case PROXY_REFUSES -> trouble("proxy-refused");
                    case 403 -> Troubled.of("no-exec", "namespace", pod.namespace());
                    case 404 -> Troubled.of("pod-missing", "pod", pod.name(), "namespace", pod.namespace());
                    default ->
                        Troubled.of("not-let-in", "code", "" + code, "pod", pod.name(), "namespace", pod.namespace());
                };
            }
        }
        return trouble(cause);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = client.newHttpRequestBuilder()
                .uri(URI.create(server + path))
                .header("Accept", "application/json")
                .header("User-Agent", "egresso")
                .timeout(patience.answer().toMillis(), TimeUnit.MILLISECONDS);
        introduce(request::header);
        return request;
    }

    /** Who asks, and in whose name. */
    private void introduce(BiConsumer<String, String> header) {
        String authorization = way.credentials().authorization();
        if (!authorization.isEmpty()) {
            secrets.add(authorization);
            header.accept("Authorization", carried("token", authorization));
        }
        way.impersonation().headers().forEach(each -> header.accept(each.name(), carried(each.name(), each.value())));
    }

    /** The JDK refuses a line break in a header with a fault that repeats all of it. */
    private static String carried(String field, String value) {
        if (value.chars().anyMatch(sign -> sign < ' ' && sign != '\t' || sign >= 0x7f)) {
            throw Troubled.of("odd-sign", "field", field);
        }
        return value;
    }

    /** A server that is too busy, or does not know us, has done nothing yet, so it may be asked again. */
    private Reply send(Supplier<HttpRequest.Builder> request) {
        Reply reply = once(request.get().build());
        if (reply.code() == UNKNOWN && way.credentials().renew()) {
            reply = once(request.get().build());
        }
        for (int tries = 1; reply.code() == 429 && tries < TRIES_WHEN_BUSY; tries++) {
            pause(tries);
            reply = once(request.get().build());
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
            String body = response.body() == null ? "" : new String(response.body(), StandardCharsets.UTF_8);
            return new Reply(response.code(), response.isSuccessful() ? body : secrets.hiddenIn(body));
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
                return troubled.with("server", server);
            }
            if (at instanceof HttpConnectTimeoutException || at instanceof HttpTimeoutException) {
                return at instanceof HttpConnectTimeoutException ? unreachable("unreachable") : trouble("timeout");
            }
            if (at instanceof UnknownHostException || at instanceof UnresolvedAddressException) {
                return unreachable("unknown-host");
            }
            if (at instanceof CertPathBuilderException) {
                return trouble("untrusted-issuer");
            }
            if (at instanceof SSLException && !isOfAnIssuer(at)) {
                return untrusted(String.valueOf(at.getMessage()));
            }
            Matcher tunnel = NO_TUNNEL.matcher(String.valueOf(at.getMessage()));
            if (tunnel.find()) {
                return untunnelled(Integer.parseInt(tunnel.group(1)));
            }
        }
        return cause instanceof ConnectException ? unreachable("unreachable") : trouble("cut");
    }

    private Troubled untunnelled(int code) {
        return switch (code) {
            case Relay.UNREACHABLE -> unreachable("unreachable");
            case Relay.UNTRUSTED -> ofProxy("proxy-untrusted");
            case 502, 503, 504 -> ofProxy("proxy-lost");
            default -> trouble("proxy-refused");
        };
    }

    private Troubled ofProxy(String id) {
        return trouble(id).with("proxy", way.proxy().map(ProxyUrl::toString).orElse(""));
    }

    /** Behind a proxy it is the proxy that could not be reached; it would say so of the server itself. */
    private Troubled unreachable(String id) {
        return way.proxy().isPresent() ? ofProxy("proxy-unreachable") : trouble(id);
    }

    /** What Java's TLS says is told apart by the words of its sentences; there is one type for all. */
    private Troubled untrusted(String detail) {
        if (OTHER_NAME.matcher(detail).find()) {
            return trouble("other-name").with("name", way.serverName());
        }
        if (detail.contains(NO_TLS)) {
            return trouble("no-tls");
        }
        if (ENDED.matcher(detail).find()) {
            return trouble("tls-ended");
        }
        Matcher alert = ALERT.matcher(detail);
        return alert.find()
                ? trouble("tls-alert").with("detail", alert.group(1).replace('_', ' '))
                : trouble("untrusted").with("detail", detail);
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
