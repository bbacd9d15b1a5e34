package dev.egresso.cluster;

import io.fabric8.kubernetes.client.RequestConfig;
import io.fabric8.kubernetes.client.RequestConfigBuilder;
import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.Interceptor;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientImpl;
import io.fabric8.kubernetes.client.utils.HttpClientUtils;
import io.fabric8.kubernetes.client.utils.Utils;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The JDK's HTTP client, trusting whom the kubeconfig names and following no redirect, since the credentials would go
 * along. HTTP/1.1, since apiserver ends HTTP/2 connections with GOAWAY, after a 401 and now and then to spread its load
 * ({@code --goaway-chance}), and the JDK's client loses the answer that was on its way. Nothing is tried again here, since
 * a write that may have happened is looked into first.
 */
final class Trusting extends JdkHttpClientFactory {
    private static final int PROXY_REFUSES = 407;

    private final Way way;
    private final Optional<Relay> relay;

    private Trusting(Way way, Optional<Relay> relay) {
        this.way = way;
        this.relay = relay;
    }

    static HttpClient client(Way way, Patience patience) {
        Optional<Relay> relay = way.proxy()
                .filter(proxy -> proxy.scheme() != ProxyUrl.Scheme.HTTP)
                .map(proxy -> new Relay(way, proxy, patience.connect()));
        HttpClient.Factory factory = new Trusting(way, relay);
        RequestConfig once = new RequestConfigBuilder()
                .withRequestRetryBackoffLimit(0)
                .withRequestTimeout((int) patience.answer().toMillis())
                .build();
        HttpClient.Builder builder = factory.newBuilder()
                .connectTimeout(patience.connect().toMillis(), TimeUnit.MILLISECONDS)
                .addOrReplaceInterceptor("PROXY", new Refused());
        builder.tag(once);
        if (relay.isPresent()) {
            through(builder, relay.get().address(), Optional.of(relay.get().authorization()));
        } else if (way.proxy().isPresent()) {
            ProxyUrl proxy = way.proxy().get();
            through(
                    builder,
                    InetSocketAddress.createUnresolved(proxy.host(), proxy.port()),
                    proxy.userInfo().map(HttpClientUtils::basicCredentials));
        } else {
            builder.proxyType(HttpClient.ProxyType.DIRECT);
        }
        return builder.build();
    }

    private static void through(HttpClient.Builder builder, InetSocketAddress proxy, Optional<String> authorization) {
        builder.proxyType(HttpClient.ProxyType.HTTP).proxyAddress(proxy);
        authorization.ifPresent(builder::proxyAuthorization);
    }

    @Override
    protected void closeHttpClient(JdkHttpClientImpl client) {
        super.closeHttpClient(client);
        relay.ifPresent(Utils::closeQuietly);
    }

    @Override
    protected void additionalConfig(java.net.http.HttpClient.Builder builder) {
        builder.followRedirects(java.net.http.HttpClient.Redirect.NEVER);
        builder.version(java.net.http.HttpClient.Version.HTTP_1_1);
        if (way.server().isTls()) {
            builder.sslContext(way.trust().context(way.credentials()));
        }
    }

    /**
     * What a proxy answers instead of opening a tunnel comes as the answer to the request (RFC 9110, 15.5.8), without the
     * body that fabric8 goes on to read.
     */
    private static final class Refused implements Interceptor {
        @Override
        public CompletableFuture<Boolean> afterFailure(
                BasicBuilder request, HttpResponse<?> response, RequestTags tags) {
            return response.code() == PROXY_REFUSES
                    ? CompletableFuture.failedFuture(Troubled.of("proxy-refused"))
                    : CompletableFuture.completedFuture(false);
        }
    }
}
