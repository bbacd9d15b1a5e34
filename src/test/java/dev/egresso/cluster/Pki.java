package dev.egresso.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.TempFolder;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A key with a certificate that it signed itself, made with the JDK's keytool, in the forms that people have them in. */
final class Pki {
    private static final char[] PASSWORD = "changeit".toCharArray();

    private final KeyStore store;

    /** @param extra more words for keytool, such as {@code -ext san=dns:kube.internal} */
    Pki(TempFolder folder, String name, String algorithm, String... extra) throws Exception {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "k",
                "-keyalg",
                algorithm,
                "-dname",
                "CN=" + name,
                "-keystore",
                folder.file(name + ".p12").toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                "changeit"));
        line.addAll(Arrays.asList(extra));
        Process process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(folder.file("keytool.out").toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(folder.text("keytool.out")).isZero();
        store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.file(name + ".p12"))) {
            store.load(in, PASSWORD);
        }
    }

    String certificate() throws Exception {
        return pem("CERTIFICATE", store.getCertificate("k").getEncoded());
    }

    PrivateKey key() throws Exception {
        return (PrivateKey) store.getKey("k", PASSWORD);
    }

    String pkcs8() throws Exception {
        return pem("PRIVATE KEY", key().getEncoded());
    }

    /** PKCS#1: what stands in the octets at the end of PKCS#8. */
    String pkcs1() throws Exception {
        return pem("RSA PRIVATE KEY", octets(key().getEncoded()));
    }

    /** SEC 1 with the name of the curve in it and before it, as OpenSSL writes it. The curve is P-256. */
    String sec1() throws Exception {
        byte[] curve = {6, 8, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 3, 1, 7};
        byte[] bare = octets(key().getEncoded());
        int keyEnd = 2 + 3 + 2 + bare[6];
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.write(bare, 2, keyEnd - 2);
        content.writeBytes(new byte[] {(byte) 0xa0, (byte) curve.length});
        content.writeBytes(curve);
        byte[] whole = new byte[content.size() + 2];
        whole[0] = 0x30;
        whole[1] = (byte) content.size();
        System.arraycopy(content.toByteArray(), 0, whole, 2, content.size());
        return pem("EC PARAMETERS", curve) + pem("EC PRIVATE KEY", whole);
    }

    private static byte[] octets(byte[] pkcs8) {
        int at = pkcs8[1] < 0 ? 2 + (pkcs8[1] & 0x7f) : 2;
        at += 3;
        at += 2 + pkcs8[at + 1];
        int head = pkcs8[at + 1] < 0 ? 2 + (pkcs8[at + 1] & 0x7f) : 2;
        return Arrays.copyOfRange(pkcs8, at + head, pkcs8.length);
    }

    static String pem(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(der)
                + "\n-----END " + label + "-----\n";
    }

    SSLContext server() throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}
