package dev.egresso.cluster;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;

/**
 * Shows the certificate of the kubeconfig to whoever asks for one, as kubectl does: the JDK's own would show none where
 * the server names its authorities and the certificate's is not directly among them. Asked anew at each handshake, since
 * a plugin may have handed out another one.
 */
final class ShownCertificate extends X509ExtendedKeyManager {
    private static final String ONLY = "kubeconfig";

    private final Credentials credentials;

    ShownCertificate(Credentials credentials) {
        this.credentials = credentials;
    }

    @Override
    public String chooseEngineClientAlias(String[] keyTypes, Principal[] issuers, SSLEngine engine) {
        return credentials.certificate().isPresent() ? ONLY : null;
    }

    @Override
    public String chooseClientAlias(String[] keyTypes, Principal[] issuers, Socket socket) {
        return chooseEngineClientAlias(keyTypes, issuers, null);
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        Optional<ClientCertificate> shown = credentials.certificate();
        return shown.map(each -> each.chain().toArray(X509Certificate[]::new)).orElse(null);
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return credentials.certificate().map(ClientCertificate::key).orElse(null);
    }

    @Override
    public String[] getClientAliases(String keyType, Principal[] issuers) {
        return new String[] {ONLY};
    }

    @Override
    public String[] getServerAliases(String keyType, Principal[] issuers) {
        return new String[0];
    }

    @Override
    public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
        return null;
    }
}
