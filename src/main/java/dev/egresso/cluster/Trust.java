package dev.egresso.cluster;

import io.fabric8.kubernetes.client.internal.SSLUtils;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * Whom a connection trusts: only the authorities of the kubeconfig if it names any, or else those of this machine's Java;
 * nobody is asked for anything where it tells not to verify.
 *
 * @param authorities empty for those of Java
 * @param blind not to verify at all
 * @param name another one than the URL's, which the certificate is to be for; empty for the URL's
 */
record Trust(List<X509Certificate> authorities, boolean blind, String name) {
    /** @throws Troubled for authorities that are none, and where the kubeconfig contradicts itself */
    static Trust of(Section cluster) {
        boolean blind = cluster.flag("insecure-skip-tls-verify");
        Optional<byte[]> authority = cluster.bytes("certificate-authority-data", "certificate-authority");
        if (blind && authority.isPresent()) {
            throw cluster.trouble("blind-and-authority", "insecure-skip-tls-verify");
        }
        String name = cluster.text("tls-server-name");
        if (!name.isEmpty() && !isName(name)) {
            throw cluster.trouble("no-server-name", "tls-server-name");
        }
        String where = cluster.at(
                cluster.has("certificate-authority-data") ? "certificate-authority-data" : "certificate-authority");
        return new Trust(
                authority.map(pem -> ClientCertificate.certificates(pem, where)).orElse(List.of()), blind, name);
    }

    private static boolean isName(String name) {
        return NamedEngine.isAddress(name)
                || name.matches("(?!-)[A-Za-z0-9_-]{1,63}(\\.[A-Za-z0-9_-]{1,63})*") && name.length() <= 253;
    }

    SSLContext context(Credentials shown) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {new ShownCertificate(shown)}, trusted(), null);
            return name.isEmpty() ? context : new NamedTls(context, name);
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException("every Java has TLS", impossible);
        }
    }

    /** TLS with a proxy on the way, verified with the same authorities as kubectl does (net/http, Transport). */
    Socket secured(Socket socket, ProxyUrl proxy) throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trusted(), null);
            SSLSocket secured =
                    (SSLSocket) context.getSocketFactory().createSocket(socket, proxy.host(), proxy.port(), true);
            SSLParameters parameters = secured.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            secured.setSSLParameters(parameters);
            secured.startHandshake();
            return secured;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has TLS", impossible);
        }
    }

    private TrustManager[] trusted() throws GeneralSecurityException, IOException {
        if (blind) {
            return SSLUtils.trustManagers(null, null, true, null, null);
        }
        KeyStore store = null;
        if (!authorities.isEmpty()) {
            store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (int i = 0; i < authorities.size(); i++) {
                store.setCertificateEntry("authority-" + i, authorities.get(i));
            }
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }
}
