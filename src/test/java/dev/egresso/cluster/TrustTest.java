package dev.egresso.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import dev.egresso.TempFolder;
import dev.egresso.rollout.Trouble;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIMatcher;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whom a connection trusts: who gets as far as being told 401 has a connection that was verified, or was told not to. */
class TrustTest {
    private final TempFolder folder = TempFolder.create();
    private final List<String> askedFor = new CopyOnWriteArrayList<>();
    private HttpsServer server;
    private Pki pki;
    private String authority;
    private String demanded = "";

    @BeforeEach
    void begin() throws Exception {
        pki = new Pki(folder, "double", "EC", "-ext", "san=ip:127.0.0.1,dns:kube.internal,dns:kubernetes");
        authority = pki.certificate();
        folder.write("ca.crt", authority);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(pki.server()) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters wanted = getSSLContext().getDefaultSSLParameters();
                if (!demanded.isEmpty()) {
                    SNIMatcher matcher = SNIHostName.createSNIMatcher(Pattern.quote(demanded));
                    wanted.setSNIMatchers(List.of(matcher));
                }
                parameters.setSSLParameters(wanted);
            }
        });
        server.createContext("/", exchange -> {
            ExtendedSSLSession session =
                    (ExtendedSSLSession) ((com.sun.net.httpserver.HttpsExchange) exchange).getSSLSession();
            session.getRequestedServerNames().forEach(name -> askedFor.add(((SNIHostName) name).getAsciiName()));
            byte[] body = FieldPaths.json(new ApiError(401, "Unauthorized", "Unauthorized").status())
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(401, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
        folder.close();
    }

    private Trouble trouble(String host, String clusterFields) {
        folder.write(
                "config",
                "current-context: a\ncontexts: [{name: a, context: {cluster: c, user: u}}]\nclusters:\n- name: c\n"
                        + "  cluster:\n    server: https://" + (host.matches(".*:[0-9]+") ? host : host + ":" + port())
                        + "\n"
                        + clusterFields
                        + "users: [{name: u, user: {token: t}}]\n");
        ClusterDoor door = ClusterDoor.of(
                        Map.of("KUBECONFIG", folder.file("config").toString()), folder.path())
                .with(new Patience(Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(10)));
        ClusterDoor.Opening opening = door.open(Optional.empty());
        if (opening instanceof ClusterDoor.Shut shut) {
            return shut.trouble();
        }
        try (Cluster cluster = ((ClusterDoor.Open) opening).cluster()) {
            return cluster.plan(Sets.webserver("shop"), false).trouble().orElseThrow();
        }
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private String met(String host, String clusterFields) {
        return trouble(host, clusterFields).id();
    }

    @Test
    void nobody_is_trusted_who_is_not_vouched_for() {
        assertThat(met("127.0.0.1", "")).isEqualTo("untrusted-issuer");
    }

    @Test
    void the_authority_of_the_kubeconfig_vouches_as_a_file_and_as_data() {
        assertThat(met("127.0.0.1", "    certificate-authority: ca.crt\n")).isEqualTo("unauthorized");
        String data = Base64.getEncoder().encodeToString(authority.getBytes(StandardCharsets.UTF_8));
        assertThat(met("127.0.0.1", "    certificate-authority-data: " + data + "\n"))
                .isEqualTo("unauthorized");
    }

    @Test
    void an_authority_that_is_none_is_told_with_its_line() {
        Trouble missing = trouble("127.0.0.1", "    certificate-authority: nowhere.crt\n");
        assertThat(missing.id()).isEqualTo("kubeconfig-no-file");
        assertThat(missing.arguments().get("at")).endsWith("config:7");
        assertThat(missing.arguments().get("file")).endsWith("/nowhere.crt");
        assertThat(met("127.0.0.1", "    certificate-authority-data: '?'\n")).isEqualTo("kubeconfig-no-base64");
        assertThat(met("127.0.0.1", "    certificate-authority-data: aGVsbG8=\n"))
                .isEqualTo("certificate-unusable");
    }

    @Test
    void a_certificate_for_another_name_is_not_trusted() {
        assertThat(met("localhost", "    certificate-authority: ca.crt\n")).isEqualTo("other-name");
    }

    @Test
    void whoever_says_not_to_verify_is_obeyed_unless_they_say_whom_to_trust() {
        assertThat(met("localhost", "    insecure-skip-tls-verify: true\n")).isEqualTo("unauthorized");
        assertThat(met("localhost", "    insecure-skip-tls-verify: true\n    certificate-authority: ca.crt\n"))
                .isEqualTo("blind-and-authority");
    }

    private static String named(String name) {
        return "    certificate-authority: ca.crt\n    tls-server-name: " + name + "\n";
    }

    @Test
    void a_server_is_asked_for_the_name_of_the_kubeconfig_and_held_to_it() {
        demanded = "kube.internal";
        assertThat(met("localhost", named("kube.internal"))).isEqualTo("unauthorized");
        assertThat(askedFor).isNotEmpty().containsOnly("kube.internal");
    }

    @Test
    void a_name_without_a_dot_and_an_address_go_as_well() {
        assertThat(met("localhost", named("kubernetes"))).isEqualTo("unauthorized");
        assertThat(askedFor).isNotEmpty().containsOnly("kubernetes");
        askedFor.clear();
        assertThat(met("localhost", named("127.0.0.1"))).isEqualTo("unauthorized");
        assertThat(askedFor).isEmpty();
    }

    @Test
    void the_url_does_not_count_where_another_name_is_given() {
        Trouble other = trouble("127.0.0.1", named("other.internal"));
        assertThat(other.id()).isEqualTo("other-name");
        assertThat(other.arguments()).containsEntry("name", "other.internal");
        assertThat(met("127.0.0.1", named("127.0.0.2"))).isEqualTo("other-name");
    }

    @Test
    void a_server_that_does_not_go_by_the_name_may_break_off() throws Exception {
        demanded = "kube.internal";
        assertThat(met("localhost", named("kubernetes"))).isEqualTo("tls-ended");
        try (SSLServerSocket strict =
                (SSLServerSocket) pki.server().getServerSocketFactory().createServerSocket(0)) {
            SSLParameters wanted = strict.getSSLParameters();
            wanted.setSNIMatchers(List.of(SNIHostName.createSNIMatcher("kube\\.internal")));
            strict.setSSLParameters(wanted);
            Thread serving = new Thread(() -> refuseAll(strict));
            serving.setDaemon(true);
            serving.start();
            Trouble broken = trouble("localhost:" + strict.getLocalPort(), named("kubernetes"));
            assertThat(broken.id()).as(broken.toString()).isEqualTo("tls-alert");
            assertThat(broken.arguments()).containsEntry("detail", "unrecognized name");
        }
    }

    private static void refuseAll(SSLServerSocket strict) {
        while (!strict.isClosed()) {
            try (SSLSocket socket = (SSLSocket) strict.accept()) {
                socket.startHandshake();
            } catch (IOException refused) {
                // that is what it is there for
            }
        }
    }

    @Test
    void what_speaks_no_tls_is_said_to_speak_none() throws Exception {
        try (ServerSocket plain = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread serving = new Thread(() -> answerAll(plain));
            serving.setDaemon(true);
            serving.start();
            assertThat(met("127.0.0.1:" + plain.getLocalPort(), "")).isEqualTo("no-tls");
        }
    }

    private static void answerAll(ServerSocket plain) {
        while (!plain.isClosed()) {
            try (Socket socket = plain.accept()) {
                socket.getInputStream().read(new byte[1000]);
                socket.getOutputStream()
                        .write("HTTP/1.1 400 Bad Request\r\n\r\nClient sent a TLS handshake\n"
                                .getBytes(StandardCharsets.US_ASCII));
                socket.shutdownOutput();
                socket.getInputStream().transferTo(OutputStream.nullOutputStream());
            } catch (IOException gone) {
                // that is for the client to say
            }
        }
    }

    @Test
    void a_name_without_an_authority_is_verified_too() {
        assertThat(met("localhost", "    tls-server-name: kube.internal\n")).isEqualTo("untrusted-issuer");
    }

    @Test
    void who_does_not_verify_asks_for_the_name_all_the_same() {
        demanded = "kube.internal";
        String fields = "    insecure-skip-tls-verify: true\n    tls-server-name: kube.internal\n";
        assertThat(met("localhost", fields)).isEqualTo("unauthorized");
        assertThat(askedFor).isNotEmpty().containsOnly("kube.internal");
    }

    @Test
    void what_no_certificate_can_be_for_is_refused() {
        assertThat(met("localhost", named("'a b'"))).isEqualTo("no-server-name");
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
            proxy.refusing("403 Not to this host");
            assertThat(met("127.0.0.1", through + "\n")).isEqualTo("proxy-refused");
            proxy.refusing("504 It does not answer me");
            assertThat(met("127.0.0.1", through + "\n")).isEqualTo("proxy-lost");
        }
    }

    @Test
    void a_proxy_behind_tls_is_verified_and_told_the_password() throws Exception {
        Pki proxied = new Pki(folder, "proxy", "EC", "-ext", "san=ip:127.0.0.1");
        folder.write("ca.crt", authority + proxied.certificate());
        try (ProxyDouble proxy = new ProxyDouble("me:pa-ss", proxied.server())) {
            String through =
                    "    certificate-authority: ca.crt\n    proxy-url: https://me:pa-ss@127.0.0.1:" + proxy.port();
            assertThat(met("127.0.0.1", through + "\n")).isEqualTo("unauthorized");
            assertThat(proxy.tunnels()).containsOnly("127.0.0.1:" + port());
            assertThat(met("127.0.0.1", through.replace("pa-ss", "wrong") + "\n"))
                    .isEqualTo("proxy-refused");
            assertThat(met("127.0.0.1", through.replace("@127.0.0.1", "@localhost") + "\n"))
                    .isEqualTo("proxy-untrusted");
        }
    }

    @Test
    void a_socks_proxy_leads_to_the_server_and_resolves_its_name() throws Exception {
        try (SocksDouble proxy = new SocksDouble("me:pa-ss", Map.of("kube.internal", "127.0.0.1"))) {
            String through =
                    "    certificate-authority: ca.crt\n    proxy-url: socks5://me:pa-ss@127.0.0.1:" + proxy.port();
            assertThat(met("kube.internal", through + "\n")).isEqualTo("unauthorized");
            assertThat(proxy.tunnels()).containsOnly("kube.internal:" + port());
            assertThat(met("kube.internal", through.replace("pa-ss", "wrong") + "\n"))
                    .isEqualTo("proxy-refused");
            assertThat(met("nowhere.internal", through + "\n")).isEqualTo("proxy-lost");
        }
    }

    @Test
    void a_proxy_that_is_not_there_is_named_without_its_password() {
        for (String scheme : List.of("http", "https", "socks5")) {
            Trouble gone = trouble("kube.internal", "    proxy-url: " + scheme + "://me:pa-ss@127.0.0.1:1\n");
            assertThat(gone.id()).as(scheme).isEqualTo("proxy-unreachable");
            assertThat(gone.arguments()).containsEntry("proxy", scheme + "://127.0.0.1:1");
        }
        assertThat(met("kube.internal", "    proxy-url: ftp://127.0.0.1:1\n")).isEqualTo("no-proxy-url");
    }
}
