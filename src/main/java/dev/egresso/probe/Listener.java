package dev.egresso.probe;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** Notes which certificates a server shows and whether it asks for one; refuses nothing and has nothing to give. */
final class Listener {
    private volatile List<X509Certificate> shown = List.of();
    private volatile String kind = "UNKNOWN";
    private volatile boolean asked;

    List<X509Certificate> shown() {
        return shown;
    }

    /** Of the key exchange, as a verifier wants to know it. */
    String kind() {
        return kind;
    }

    boolean wasAsked() {
        return asked;
    }

    TrustManager[] trust() {
        return new TrustManager[] {new Noting()};
    }

    KeyManager[] keys() {
        return new KeyManager[] {new Asked()};
    }

    private void note(X509Certificate[] chain, String authentication) {
        shown = List.of(chain);
        kind = authentication;
    }

    private final class Noting extends X509ExtendedTrustManager {
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authentication) {
            note(chain, authentication);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authentication, Socket socket) {
            note(chain, authentication);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authentication, SSLEngine engine) {
            note(chain, authentication);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authentication) {
            throw new UnsupportedOperationException("a probe is no server");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authentication, Socket socket) {
            throw new UnsupportedOperationException("a probe is no server");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authentication, SSLEngine engine) {
            throw new UnsupportedOperationException("a probe is no server");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    private final class Asked extends X509ExtendedKeyManager {
        @Override
        public String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) {
            asked = true;
            return null;
        }

        @Override
        public String chooseEngineClientAlias(String[] types, Principal[] issuers, SSLEngine engine) {
            asked = true;
            return null;
        }

        @Override
        public String[] getClientAliases(String type, Principal[] issuers) {
            return new String[0];
        }

        @Override
        public String[] getServerAliases(String type, Principal[] issuers) {
            return new String[0];
        }

        @Override
        public String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
            return null;
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return new X509Certificate[0];
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            return null;
        }
    }
}
