package dev.egresso.cluster;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.internal.SSLUtils;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * The JDK's HTTP client, trusting no more than kubectl does: only the certificate authority of the kubeconfig, if it
 * names one, where fabric8 would add all public ones; and no redirect, since the credentials would go along. HTTP/1.1,
 * since apiserver ends HTTP/2 connections with GOAWAY, after a 401 and now and then to spread its load
 * ({@code --goaway-chance}), and the JDK's client loses the answer that was on its way.
 */
final class Trusting extends JdkHttpClientFactory {
    private final Config config;

    Trusting(Config config) {
        this.config = config;
    }

    @Override
    protected void additionalConfig(HttpClient.Builder builder) {
        builder.followRedirects(HttpClient.Redirect.NEVER);
        builder.version(HttpClient.Version.HTTP_1_1);
        if (config.isTrustCerts() || config.getCaCertData() == null && config.getCaCertFile() == null) {
            return;
        }
        try {
            builder.sslContext(SSLUtils.sslContext(SSLUtils.keyManagers(config), onlyTheNamed()));
        } catch (IOException | GeneralSecurityException unusable) {
            throw new IllegalArgumentException("certificate-authority: " + unusable.getMessage(), unusable);
        }
    }

    private TrustManager[] onlyTheNamed() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        int count = 0;
        for (Certificate certificate :
                CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(authority()))) {
            store.setCertificateEntry("ca-" + count++, certificate);
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    private byte[] authority() throws IOException {
        return config.getCaCertData() == null
                ? Files.readAllBytes(Path.of(config.getCaCertFile()))
                : Base64.getMimeDecoder().decode(config.getCaCertData());
    }
}
