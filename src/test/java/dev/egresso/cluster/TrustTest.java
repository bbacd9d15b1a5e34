package dev.egresso.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.egresso.TempFolder;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whom a connection trusts: who gets as far as being told 401 has a connection that was verified, or was told not to. */
class TrustTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    private final TempFolder folder = TempFolder.create();
    private HttpsServer server;

    @BeforeEach
    void begin() throws Exception {
        keytool("-genkeypair", "-alias", "k", "-keyalg", "EC", "-dname", "CN=double", "-ext", "san=ip:127.0.0.1");
        keytool(
                "-exportcert",
                "-alias",
                "k",
                "-rfc",
                "-file",
                folder.file("ca.crt").toString());
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.file("keys.p12"))) {
            store.load(in, PASSWORD);
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            byte[] body = FieldPaths.json(new ApiError(401, "Unauthorized", "Unauthorized").status())
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(401, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    private void keytool(String... words) throws Exception {
        java.util.List<String> line = new java.util.ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        line.addAll(java.util.List.of(words));
        line.addAll(java.util.List.of(
                "-keystore", folder.file("keys.p12").toString(), "-storetype", "PKCS12", "-storepass", "changeit"));
        Process process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(folder.file("keytool.out").toFile())
                .start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(folder.text("keytool.out")).isZero();
    }

    @AfterEach
    void end() {
        server.stop(0);
        folder.close();
    }

    private String met(String host, String clusterFields) {
        folder.write(
                "config",
                "current-context: a\ncontexts: [{name: a, context: {cluster: c, user: u}}]\nclusters:\n- name: c\n"
                        + "  cluster:\n    server: https://" + host + ":"
                        + server.getAddress().getPort() + "\n" + clusterFields
                        + "users: [{name: u, user: {token: t}}]\n");
        ClusterDoor door =
                ClusterDoor.of(Map.of("KUBECONFIG", folder.file("config").toString()), folder.path());
        try (Cluster cluster = ((ClusterDoor.Open) door.open(Optional.empty())).cluster()) {
            return cluster.plan(Sets.webserver("shop"), false)
                    .trouble()
                    .orElseThrow()
                    .id();
        }
    }

    @Test
    void nobody_is_trusted_who_is_not_vouched_for() {
        assertThat(met("127.0.0.1", "")).isEqualTo("untrusted-issuer");
    }

    @Test
    void the_authority_of_the_kubeconfig_vouches_as_a_file_and_as_data() throws Exception {
        assertThat(met("127.0.0.1", "    certificate-authority: ca.crt\n")).isEqualTo("unauthorized");
        String data = Base64.getEncoder().encodeToString(Files.readAllBytes(folder.file("ca.crt")));
        assertThat(met("127.0.0.1", "    certificate-authority-data: " + data + "\n"))
                .isEqualTo("unauthorized");
    }

    @Test
    void a_certificate_for_another_name_is_not_trusted() {
        assertThat(met("localhost", "    certificate-authority: ca.crt\n")).isEqualTo("untrusted");
    }

    @Test
    void whoever_says_not_to_verify_is_obeyed() {
        assertThat(met("localhost", "    insecure-skip-tls-verify: true\n")).isEqualTo("unauthorized");
    }

    @Test
    void a_proxy_is_told_the_password_of_the_kubeconfig() throws Exception {
        try (ProxyDouble proxy = new ProxyDouble("me:pa-ss")) {
            String through =
                    "    certificate-authority: ca.crt\n    proxy-url: http://me:pa-ss@127.0.0.1:" + proxy.port();
            assertThat(met("127.0.0.1", through + "\n")).isEqualTo("unauthorized");
            assertThat(proxy.tunnels()).isNotEmpty();
            assertThat(met("127.0.0.1", through.replace("pa-ss", "wrong") + "\n"))
                    .isEqualTo("proxy-refused");
        }
    }
}
