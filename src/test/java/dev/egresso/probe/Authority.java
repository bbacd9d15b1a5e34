package dev.egresso.probe;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate authority for tests: makes the certificates it is told to, good ones and bad ones (X.509, RFC 5280). */
public final class Authority {
    private static final byte[] ECDSA_WITH_SHA256 = {0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 4, 3, 2};
    private static final byte[] COMMON_NAME = {0x55, 4, 3};
    private static final byte[] ALTERNATIVE_NAMES = {0x55, 0x1d, 0x11};
    private static final byte[] BASIC_CONSTRAINTS = {0x55, 0x1d, 0x13};
    private static final DateTimeFormatter UTC_TIME =
            DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private final String name;
    private final KeyPair keys = keys();
    private final List<X509Certificate> chain;

    /** What a server has: a key, and the chain that it shows. */
    public record Identity(KeyPair keys, List<X509Certificate> chain) {
        /** @param asksClients whose certificates of clients are asked for; null for nobody's */
        public SSLContext context(Authority asksClients) {
            try {
                KeyStore store = empty();
                store.setKeyEntry("own", keys.getPrivate(), new char[0], chain.toArray(X509Certificate[]::new));
                KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
                own.init(store, new char[0]);
                TrustManagerFactory clients =
                        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
                KeyStore trusted = empty();
                if (asksClients != null) {
                    trusted.setCertificateEntry("ca", asksClients.chain.get(0));
                    clients.init(trusted);
                }
                SSLContext context = SSLContext.getInstance("TLS");
                context.init(own.getKeyManagers(), asksClients == null ? null : clients.getTrustManagers(), null);
                return context;
            } catch (GeneralSecurityException | IOException trouble) {
                throw new IllegalStateException(trouble);
            }
        }
    }

    /** JKS, which takes chains that are not in order. */
    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("JKS");
        store.load(null, null);
        return store;
    }

    public Authority(String name) {
        this.name = name;
        Instant now = Instant.now();
        this.chain = List.of(signed(name, keys, now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(900)), true));
    }

    private Authority(String name, Authority above) {
        this.name = name;
        Instant now = Instant.now();
        X509Certificate own =
                above.signed(name, keys, now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(900)), true);
        this.chain = List.of(own, above.chain.get(0));
    }

    /** One that this one signs. */
    public Authority below(String other) {
        return new Authority(other, this);
    }

    public String pem() {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder().encodeToString(chain.get(0).getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException trouble) {
            throw new IllegalStateException(trouble);
        }
    }

    /** For a year from yesterday, with what is between it and the root, but not the root. */
    public Identity identity(String... names) {
        Instant now = Instant.now();
        return identity(now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(365)), names);
    }

    public Identity identity(Instant from, Instant until, String... names) {
        KeyPair own = keys();
        List<X509Certificate> shown = new ArrayList<>(List.of(signed(names[0], own, from, until, false, names)));
        shown.addAll(chain.subList(0, chain.size() - 1));
        return new Identity(own, shown);
    }

    /** With its own certificate alone, whatever signed that. */
    public Identity alone(Identity identity) {
        return new Identity(identity.keys(), identity.chain().subList(0, 1));
    }

    /** Signed by its own key. */
    public static Identity selfSigned(String name) {
        Authority own = new Authority(name);
        Instant now = Instant.now();
        X509Certificate certificate =
                own.signed(name, own.keys, now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(365)), false, name);
        return new Identity(own.keys, List.of(certificate));
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException trouble) {
            throw new IllegalStateException(trouble);
        }
    }

    private X509Certificate signed(
            String subject, KeyPair of, Instant from, Instant until, boolean authority, String... names) {
        try {
            byte[] algorithm = tagged(0x30, tagged(6, ECDSA_WITH_SHA256));
            byte[] body = tagged(
                    0x30,
                    tagged(0xa0, tagged(2, new byte[] {2})),
                    tagged(2, BigInteger.valueOf(System.nanoTime()).toByteArray()),
                    algorithm,
                    named(name),
                    tagged(0x30, time(from), time(until)),
                    named(subject),
                    of.getPublic().getEncoded(),
                    tagged(0xa3, tagged(0x30, extensions(authority, names))));
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(body);
            byte[] whole = tagged(0x30, body, algorithm, tagged(3, new byte[] {0}, signature.sign()));
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(whole));
        } catch (GeneralSecurityException trouble) {
            throw new IllegalStateException(trouble);
        }
    }

    private static byte[] extensions(boolean authority, String... names) {
        byte[] constraints = authority
                ? tagged(
                        0x30,
                        tagged(6, BASIC_CONSTRAINTS),
                        tagged(1, new byte[] {-1}),
                        tagged(4, tagged(0x30, tagged(1, new byte[] {-1}))))
                : new byte[0];
        byte[] alternative = new byte[0];
        for (String each : names) {
            byte[] one = each.matches("[0-9.]+")
                    ? tagged(0x87, address(each))
                    : tagged(0x82, each.getBytes(StandardCharsets.US_ASCII));
            alternative = joined(alternative, one);
        }
        return names.length == 0
                ? constraints
                : joined(constraints, tagged(0x30, tagged(6, ALTERNATIVE_NAMES), tagged(4, tagged(0x30, alternative))));
    }

    private static byte[] address(String text) {
        String[] parts = text.split("\\.");
        byte[] bytes = new byte[parts.length];
        for (int i = 0; i < parts.length; i++) {
            bytes[i] = (byte) Integer.parseInt(parts[i]);
        }
        return bytes;
    }

    private static byte[] time(Instant time) {
        return tagged(0x17, UTC_TIME.format(time).getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] named(String common) {
        byte[] text = tagged(0x0c, common.getBytes(StandardCharsets.UTF_8));
        return tagged(0x30, tagged(0x31, tagged(0x30, tagged(6, COMMON_NAME), text)));
    }

    private static byte[] tagged(int tag, byte[]... parts) {
        byte[] content = joined(parts);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (content.length > 255) {
            out.write(0x82);
            out.write(content.length >> 8);
        } else if (content.length > 127) {
            out.write(0x81);
        }
        out.write(content.length);
        out.writeBytes(content);
        return out.toByteArray();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            for (byte[] part : parts) {
                out.write(part);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
