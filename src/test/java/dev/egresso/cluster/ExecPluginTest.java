package dev.egresso.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.TempFolder;
import dev.egresso.rollout.Trouble;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Programs that hand out credentials, run as kubectl runs them. */
class ExecPluginTest {
    private static final String GROUP = "client.authentication.k8s.io/";
    private static final String V1 = "apiVersion: " + GROUP + "v1, interactiveMode: Never";

    private final TempFolder folder = TempFolder.create();
    private final Map<String, String> environment = new HashMap<>(Map.of("PATH", System.getenv("PATH")));
    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    private Duration login = Duration.ofSeconds(20);

    @BeforeEach
    void begin() {
        environment.put("KUBECONFIG", folder.file("config").toString());
    }

    @AfterEach
    void end() {
        folder.close();
    }

    private void plugin(String script) throws IOException {
        folder.write("plugin", "#!/bin/sh\n" + script + "\n");
        assertThat(folder.file("plugin").toFile().setExecutable(true)).isTrue();
    }

    private static String handing(String version, String status) {
        return "printf '%s' '{\"kind\":\"ExecCredential\",\"apiVersion\":\"" + GROUP + version + "\",\"status\":{"
                + status + "}}'";
    }

    private static String handingToken(String token) {
        return handing("v1", "\"token\":\"" + token + "\"");
    }

    private void config(String server, String exec) {
        config(server, "", exec);
    }

    private void config(String server, String cluster, String exec) {
        folder.write(
                "config",
                "current-context: a\ncontexts: [{name: a, context: {cluster: c, user: u}}]\nclusters:\n- name: c\n"
                        + "  cluster: {server: '" + server + "'" + cluster + "}\nusers:\n- name: u\n"
                        + "  user: {exec: {command: ./plugin, " + exec + "}}\n");
    }

    private ClusterDoor door() {
        return ClusterDoor.of(environment, folder.path())
                .with(new Patience(Duration.ofSeconds(5), Duration.ofSeconds(5), login))
                .telling(heard::add);
    }

    private static ClusterDoor.Opening opening(ClusterDoor door) {
        return door.open(Optional.empty());
    }

    private Trouble shut() {
        return ((ClusterDoor.Shut) opening(door())).trouble();
    }

    private Cluster opened(ClusterDoor door) {
        return ((ClusterDoor.Open) opening(door)).cluster();
    }

    private Optional<Trouble> met(ClusterDoor door) {
        try (Cluster cluster = opened(door)) {
            return cluster.plan(Sets.webserver("shop"), false).trouble();
        }
    }

    @Test
    void it_hands_out_the_token_and_what_it_says_to_people_is_passed_on() throws IOException {
        try (ApiServerDouble server = new ApiServerDouble()) {
            plugin("echo 'Enter the code ABCD at https://login.example.com' >&2; "
                    + handingToken(ApiServerDouble.TOKEN));
            config(server.url(), V1);
            assertThat(met(door())).isEmpty();
            assertThat(heard).containsExactly("Enter the code ABCD at https://login.example.com");
        }
    }

    @Test
    void the_older_version_needs_no_mode() throws IOException {
        try (ApiServerDouble server = new ApiServerDouble()) {
            plugin(handing("v1beta1", "\"token\":\"" + ApiServerDouble.TOKEN + "\""));
            config(server.url(), "apiVersion: " + GROUP + "v1beta1");
            assertThat(met(door())).isEmpty();
        }
    }

    @Test
    void what_kubectl_would_not_run_is_not_run() throws IOException {
        plugin("echo ran >> " + folder.file("ran") + "; exit 1");
        config("https://one:6443", "apiVersion: " + GROUP + "v1alpha1");
        assertThat(shut().id()).isEqualTo("exec-version");
        config("https://one:6443", "interactiveMode: Never");
        assertThat(shut().id()).isEqualTo("exec-version");
        config("https://one:6443", "apiVersion: " + GROUP + "v1");
        assertThat(shut().id()).isEqualTo("exec-mode");
        config("https://one:6443", "apiVersion: " + GROUP + "v1, interactiveMode: Sometimes");
        assertThat(shut().id()).isEqualTo("exec-mode");
        assertThat(shut().arguments().get("at")).endsWith("config:8");
        config("https://one:6443", "apiVersion: " + GROUP + "v1, interactiveMode: Always");
        assertThat(shut().id()).isEqualTo("exec-interactive");
        config("http://one:6443", V1);
        assertThat(opening(door())).isInstanceOf(ClusterDoor.Open.class);
        assertThat(folder.has("ran")).isFalse();
    }

    @Test
    void one_that_fails_says_why_in_its_own_words() throws IOException {
        config("https://one:6443", V1);
        plugin("echo one >&2; echo 'the session is over, run aws sso login' >&2; exit 3");
        assertThat(shut().id()).isEqualTo("exec-failed");
        assertThat(shut().arguments()).containsEntry("detail", "the session is over, run aws sso login");
    }

    @Test
    void one_that_is_not_there_comes_with_the_hint_of_the_kubeconfig() {
        config("https://one:6443", V1 + ", installHint: \"Install it\\nfrom the hill.\"");
        assertThat(shut().id()).isEqualTo("exec-missing");
        assertThat(shut().arguments()).containsEntry("detail", "Install it from the hill.");
    }

    @Test
    void what_is_no_credential_is_said_to_be_none() throws IOException {
        config("https://one:6443", V1);
        for (String script : List.of(
                "echo nonsense",
                "true",
                "echo '[]'",
                "echo '{\"kind\":\"Pod\"}'",
                handing("v1", ""),
                handing("v1", "\"token\":\"\""),
                handing("v1", "\"clientCertificateData\":\"x\""))) {
            plugin(script);
            assertThat(shut().id()).as(script).isEqualTo("exec-garbled");
        }
        plugin(handing("v1beta1", "\"token\":\"t\""));
        assertThat(shut().id()).isEqualTo("exec-other-version");
        plugin(handing("v1", "\"clientCertificateData\":\"x\",\"clientKeyData\":\"y\""));
        assertThat(shut().id()).isEqualTo("certificate-unusable");
    }

    @Test
    void one_that_hangs_is_not_waited_for_without_end_and_what_it_said_last_is_passed_on() throws IOException {
        login = Duration.ofSeconds(1);
        plugin("echo 'Waiting for the browser' >&2; sleep 600 & wait");
        config("https://one:6443", V1);
        Instant begun = Instant.now();
        Trouble slow = shut();
        assertThat(slow.id()).isEqualTo("exec-slow");
        assertThat(slow.arguments())
                .containsEntry("detail", "Waiting for the browser")
                .containsEntry("seconds", "1");
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void a_child_that_lives_on_and_a_flood_of_talk_do_no_harm() throws IOException {
        try (ApiServerDouble server = new ApiServerDouble()) {
            plugin("sleep 30 & head -c 300000 /dev/zero | tr '\\0' x >&2; " + handingToken(ApiServerDouble.TOKEN));
            config(server.url(), V1);
            assertThat(met(door())).isEmpty();
        }
    }

    @Test
    void it_gets_arguments_and_variables_as_they_stand_and_no_input() throws IOException {
        plugin("printf '%s|' \"$@\" > \"$0.args\"; echo \"$FOO\" > \"$0.foo\"; cat > \"$0.in\"; exit 1");
        config("https://one:6443", V1 + ", args: [\"a b\", \"$HOME\"], env: [{name: FOO, value: bar}]");
        shut();
        assertThat(folder.text("plugin.args")).isEqualTo("a b|$HOME|");
        assertThat(folder.text("plugin.foo")).isEqualTo("bar");
        assertThat(folder.has("plugin.in")).isTrue();
        assertThat(folder.text("plugin.in")).isEmpty();
    }

    @Test
    void it_is_told_of_the_cluster_what_the_kubeconfig_has_if_it_is_to_know() throws IOException {
        plugin("printf '%s' \"$KUBERNETES_EXEC_INFO\" > \"$0.info\"; exit 1");
        config("https://one:6443", V1);
        shut();
        assertThat(folder.text("plugin.info"))
                .isEqualTo("{\"kind\":\"ExecCredential\",\"apiVersion\":\"" + GROUP
                        + "v1\",\"spec\":{\"interactive\":false}}");
        config(
                "https://one:6443",
                ", tls-server-name: two, disable-compression: true, proxy-url: 'http://three:3128', extensions: "
                        + "[{name: other, extension: {}}, {name: " + GROUP + "exec, extension: {audience: x, n: 5}}]",
                V1 + ", provideClusterInfo: true");
        shut();
        assertThat(folder.text("plugin.info"))
                .contains("\"spec\":{\"interactive\":false,\"cluster\":{\"server\":\"https://one:6443\","
                        + "\"tls-server-name\":\"two\",\"proxy-url\":\"http://three:3128\","
                        + "\"disable-compression\":true,\"config\":{\"audience\":\"x\",\"n\":5}}}");
    }

    @Test
    void it_is_asked_once_for_all_connections_while_what_it_handed_out_is_fresh() throws IOException {
        try (ApiServerDouble server = new ApiServerDouble()) {
            plugin("echo ran >> \"$0.ran\"; " + handingToken(ApiServerDouble.TOKEN));
            config(server.url(), V1);
            ClusterDoor door = door();
            assertThat(met(door)).isEmpty();
            assertThat(met(door)).isEmpty();
            assertThat(folder.text("plugin.ran")).isEqualTo("ran");
        }
    }

    @Test
    void what_is_over_is_asked_for_again() throws IOException {
        try (ApiServerDouble server = new ApiServerDouble()) {
            plugin("echo ran >> \"$0.ran\"; "
                    + handing(
                            "v1",
                            "\"token\":\"" + ApiServerDouble.TOKEN
                                    + "\",\"expirationTimestamp\":\"2020-01-01T00:00:00Z\""));
            config(server.url(), V1);
            assertThat(met(door())).isEmpty();
            assertThat(folder.text("plugin.ran").lines().count()).isGreaterThan(1);
        }
    }

    @Test
    void what_the_server_does_not_know_any_more_is_asked_for_again_once() throws IOException {
        try (ApiServerDouble server = new ApiServerDouble()) {
            plugin("echo ran >> \"$0.ran\"; if [ $(wc -l < \"$0.ran\") = 1 ]; then " + handingToken("old") + "; else "
                    + handingToken(ApiServerDouble.TOKEN) + "; fi");
            config(server.url(), V1);
            assertThat(met(door())).isEmpty();
            assertThat(folder.text("plugin.ran").lines()).hasSize(2);
            plugin("echo ran >> \"$0.no\"; " + handingToken("unknown"));
            assertThat(met(door()).orElseThrow().id()).isEqualTo("unauthorized");
            assertThat(folder.text("plugin.no").lines()).hasSize(2);
        }
    }

    @Test
    void it_is_not_run_where_there_is_something_else() throws IOException {
        plugin("echo ran >> \"$0.ran\"; exit 1");
        config("https://one:6443", V1);
        folder.write("config", folder.text("config").replace("user: {", "user: {token: t, "));
        assertThat(opening(door())).isInstanceOf(ClusterDoor.Open.class);
        assertThat(folder.has("plugin.ran")).isFalse();
    }
}
