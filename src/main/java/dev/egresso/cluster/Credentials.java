package dev.egresso.cluster;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Who asks. Nothing of it is ever shown: there is no text of it. */
interface Credentials {
    /** What each request says in {@code Authorization}; empty for nothing. @throws Troubled where it cannot be had */
    String authorization();

    /** What a connection over TLS shows of itself. */
    default Optional<ClientCertificate> certificate() {
        return Optional.empty();
    }

    /** Called when the server does not know them (401). Whether there are others now, worth another try. */
    default boolean renew() {
        return false;
    }

    static Credentials none() {
        return () -> "";
    }

    static Credentials token(String token) {
        return () -> "Bearer " + token;
    }

    static Credentials basic(String nameAndPassword) {
        byte[] bytes = nameAndPassword.getBytes(StandardCharsets.UTF_8);
        return () -> "Basic " + Base64.getEncoder().encodeToString(bytes);
    }

    /** The same, and a certificate besides. */
    default Credentials with(ClientCertificate certificate) {
        Credentials said = this;
        return new Credentials() {
            @Override
            public String authorization() {
                return said.authorization();
            }

            @Override
            public Optional<ClientCertificate> certificate() {
                return Optional.of(certificate);
            }
        };
    }
}
