package dev.egresso.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.egresso.TempFolder;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is made of a user and a cluster in a kubeconfig, before anything is asked of anybody. */
class ConnectionTest {
    private static final String TLS = "server: 'https://one:6443'";

    private final TempFolder folder = TempFolder.create();

    @AfterEach
    void end() {
        folder.close();
    }

    private Way way(String cluster, String user) {
        folder.write(
                "config",
                "contexts: [{name: a, context: {cluster: c, user: u}}]\nclusters: [{name: c, cluster: {" + cluster
                        + "}}]\nusers: [{name: u, user: {" + user + "}}]\n");
        Map<String, String> environment =
                Map.of("KUBECONFIG", folder.file("config").toString());
        Granted.Kept kept = new Granted.Kept(Clock.systemUTC(), Duration.ofSeconds(5), line -> {});
        return new Connection(Kubeconfig.of(environment, folder.path()), environment, kept).through("a");
    }

    private String authorization(String user) {
        return way(TLS, user).credentials().authorization();
    }

    private void isRefused(String id, String cluster, String user) {
        assertThatThrownBy(() -> way(cluster, user)).isInstanceOfSatisfying(Troubled.class, troubled -> assertThat(
                        troubled.trouble().id())
                .isEqualTo(id));
    }

    @Test
    void a_token_and_a_name_with_a_password_are_told_each_in_its_way() {
        assertThat(authorization("token: t")).isEqualTo("Bearer t");
        assertThat(authorization("username: me, password: 'p:ä'")).isEqualTo("Basic bWU6cDrDpA==");
        assertThat(authorization("username: me")).isEqualTo("Basic bWU6");
        assertThat(authorization("")).isEmpty();
        isRefused("two-ways-in", TLS, "token: t, username: me, password: x");
    }

    @Test
    void a_token_file_is_read_each_time_and_its_last_good_word_lasts() {
        folder.write("token", "one\n");
        Credentials credentials = way(TLS, "tokenFile: token, token: zero").credentials();
        assertThat(credentials.authorization()).isEqualTo("Bearer one");
        folder.write("token", "two");
        assertThat(credentials.authorization()).isEqualTo("Bearer two");
        folder.write("token", "");
        assertThat(credentials.authorization()).isEqualTo("Bearer two");
    }

    @Test
    void a_token_file_without_a_token_is_named_unless_there_is_a_token_besides() {
        isRefused("token-unreadable", TLS, "tokenFile: nowhere");
        folder.write("empty", "");
        isRefused("token-unreadable", TLS, "tokenFile: empty");
        assertThat(authorization("tokenFile: nowhere, token: t")).isEqualTo("Bearer t");
    }

    @Test
    void nothing_secret_is_told_to_a_server_without_tls_unless_it_is_on_this_machine() {
        assertThat(way("server: 'http://one:8080'", "token: t").credentials().authorization())
                .isEmpty();
        assertThat(way("server: 'one:8080'", "username: me, password: x")
                        .credentials()
                        .authorization())
                .isEmpty();
        assertThat(way("server: 'http://127.0.0.1:8080'", "token: t")
                        .credentials()
                        .authorization())
                .isEqualTo("Bearer t");
    }

    @Test
    void the_password_in_an_address_is_told_and_not_shown() {
        Way way = way("server: 'https://me:pw@one:6443'", "");
        assertThat(way.credentials().authorization()).isEqualTo("Basic bWU6cHc=");
        assertThat(way.site().server()).isEqualTo("https://one:6443");
        assertThat(way.toString()).doesNotContain("pw");
    }

    @ParameterizedTest
    @CsvSource({
        "https://one:6443/, https://one:6443",
        "https://rancher.example.com/k8s/clusters/c-1/, https://rancher.example.com/k8s/clusters/c-1",
        "https://one/a?b=c#d, https://one/a",
        "HTTPS://One:6443, https://One:6443",
        "'https://[::1]:6443', 'https://[::1]:6443'",
        "one:8080, http://one:8080",
    })
    void an_address_is_taken_as_kubectl_takes_it(String written, String meant) {
        assertThat(way("server: '" + written + "'", "").server().toString()).isEqualTo(meant);
    }

    @Test
    void what_is_no_address_is_refused() {
        isRefused("no-server-url", "server: 'ftp://one'", "");
        isRefused("no-server-url", "server: 'https://'", "");
        isRefused("no-server-url", "server: 'https://a b'", "");
        isRefused("cluster-missing", "server: ''", "");
    }

    @Test
    void somebody_elses_name_goes_with_each_request() {
        Impersonation as = way(
                        TLS,
                        "token: t, as: jane, as-uid: '7', as-groups: [a, b], as-user-extra: {'example.com/Why': [x, z]}")
                .impersonation();
        assertThat(as.headers())
                .extracting(header -> header.name() + ": " + header.value())
                .containsExactly(
                        "Impersonate-User: jane",
                        "Impersonate-Uid: 7",
                        "Impersonate-Group: a",
                        "Impersonate-Group: b",
                        "Impersonate-Extra-example.com%2FWhy: x",
                        "Impersonate-Extra-example.com%2FWhy: z");
        isRefused("as-nobody", TLS, "token: t, as-groups: [a]");
    }

    @Test
    void a_certificate_needs_its_key_and_the_files_that_it_names() {
        folder.write("some.crt", "hello");
        isRefused("key-missing", TLS, "client-certificate: some.crt");
        isRefused("kubeconfig-no-file", TLS, "client-certificate: nowhere.crt, client-key: nowhere.key");
        isRefused("certificate-unusable", TLS, "client-certificate: some.crt, client-key: some.crt");
    }

    @Test
    void a_certificate_is_shown_beside_a_token_and_found_beside_the_kubeconfig() throws Exception {
        Pki pki = new Pki(folder, "me", "EC");
        folder.write("me.crt", pki.certificate());
        folder.write("me.key", pki.sec1());
        Credentials credentials = way(TLS, "token: t, client-certificate: me.crt, client-key: ./me.key")
                .credentials();
        assertThat(credentials.authorization()).isEqualTo("Bearer t");
        assertThat(credentials.certificate()).isPresent();
    }

    @Test
    void the_old_auth_providers_are_refused() {
        isRefused("auth-provider", TLS, "auth-provider: {name: gcp}");
    }

    @Test
    void a_field_of_another_shape_is_refused_with_its_line() {
        for (String cluster : List.of(
                TLS + ", insecure-skip-tls-verify: 'true'", "server: [a]", TLS + ", certificate-authority: {a: b}")) {
            assertThatThrownBy(() -> way(cluster, "")).as(cluster).isInstanceOfSatisfying(Troubled.class, troubled -> {
                assertThat(troubled.trouble().id()).startsWith("kubeconfig-no-");
                assertThat(troubled.trouble().arguments().get("at")).endsWith("config:2");
            });
        }
    }
}
