package dev.egresso.cluster;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The blocks of a PEM text (RFC 7468), whatever is written around them. Private keys are those that kubectl takes: RSA, EC
 * and Ed25519, as PKCS#8, and the first two as PKCS#1 and SEC 1 as well. fabric8 knows neither Ed25519, nor PKCS#8 of EC
 * without being told, nor the parameters that OpenSSL writes before an EC key.
 */
record Pem(String label, byte[] der) {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]*)-----END \\1-----");
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");

    private static final byte[] ZERO = {2, 1, 0};
    private static final byte[] RSA_ALGORITHM = {
        0x30, 13, 6, 9, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 13, 1, 1, 1, 5, 0
    };
    private static final byte[] EC_PUBLIC_KEY = {6, 7, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 2, 1};
    private static final int SEQUENCE = 0x30;
    private static final int OCTETS = 4;
    private static final int PARAMETERS = 0xa0;

    private static List<Pem> blocks(byte[] text) {
        List<Pem> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(new String(text, StandardCharsets.ISO_8859_1));
        while (matcher.find()) {
            blocks.add(new Pem(matcher.group(1), Base64.getMimeDecoder().decode(matcher.group(2))));
        }
        return blocks;
    }

    /** @throws CertificateException for a block that is none; no certificate at all is an empty list */
    static List<X509Certificate> certificates(byte[] text) throws CertificateException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<X509Certificate> certificates = new ArrayList<>();
        for (Pem block : blocks(text)) {
            if (block.label().equals("CERTIFICATE")) {
                certificates.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(block.der())));
            }
        }
        return certificates;
    }

    /** The first private key; empty if there is none that can be used, as one that has a password. */
    static Optional<PrivateKey> privateKey(byte[] text) {
        return blocks(text).stream()
                .filter(block -> block.label().endsWith("PRIVATE KEY"))
                .findFirst()
                .flatMap(Pem::key);
    }

    private Optional<PrivateKey> key() {
        try {
            byte[] pkcs8 =
                    switch (label) {
                        case "RSA PRIVATE KEY" -> element(SEQUENCE, ZERO, RSA_ALGORITHM, element(OCTETS, der));
                        case "EC PRIVATE KEY" ->
                            element(SEQUENCE, ZERO, element(SEQUENCE, EC_PUBLIC_KEY, curve()), element(OCTETS, der));
                        default -> der;
                    };
            return ALGORITHMS.stream()
                    .flatMap(name -> key(name, pkcs8).stream())
                    .findFirst();
        } catch (IndexOutOfBoundsException noDer) {
            return Optional.empty();
        }
    }

    private static Optional<PrivateKey> key(String algorithm, byte[] pkcs8) {
        try {
            return Optional.of(KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8)));
        } catch (GeneralSecurityException another) {
            return Optional.empty();
        }
    }

    /** The name of the curve in an ECPrivateKey (RFC 5915): a version, the key, and the parameters under [0]. */
    private byte[] curve() {
        int at = contentAt(0);
        while ((der[at] & 0xff) != PARAMETERS) {
            at = contentAt(at) + lengthAt(at);
        }
        int content = contentAt(at);
        return Arrays.copyOfRange(der, content, content + lengthAt(at));
    }

    private int contentAt(int at) {
        int first = der[at + 1] & 0xff;
        return at + 2 + (first < 0x80 ? 0 : first & 0x7f);
    }

    private int lengthAt(int at) {
        int length = 0;
        int first = der[at + 1] & 0xff;
        if (first < 0x80) {
            return first;
        }
        for (int i = at + 2; i < contentAt(at); i++) {
            length = length << 8 | der[i] & 0xff;
        }
        return length;
    }

    private static byte[] element(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream element = new ByteArrayOutputStream();
        element.write(tag);
        int length = content.size();
        if (length < 0x80) {
            element.write(length);
        } else {
            int bytes = length < 0x100 ? 1 : length < 0x10000 ? 2 : 3;
            element.write(0x80 | bytes);
            for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
                element.write(length >> shift);
            }
        }
        element.writeBytes(content.toByteArray());
        return element.toByteArray();
    }
}
