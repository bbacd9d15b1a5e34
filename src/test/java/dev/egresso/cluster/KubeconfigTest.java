package dev.egresso.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.TempFolder;
import dev.egresso.rollout.ContextEntry;
import dev.egresso.rollout.Trouble;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KubeconfigTest {
    private final TempFolder folder = TempFolder.create();
    private final Map<String, String> environment = new HashMap<>(Map.of("PATH", System.getenv("PATH")));

    @AfterEach
    void end() {
        folder.close();
    }

    private ClusterDoor door() {
        return ClusterDoor.of(environment, folder.path());
    }

    private Trouble shut(String context) {
        return ((ClusterDoor.Shut) door().open(Optional.ofNullable(context))).trouble();
    }

    private Cluster open(String context) {
        return ((ClusterDoor.Open) door().open(Optional.ofNullable(context))).cluster();
    }

    private void config(String name, String current, String context, String server, String user) {
        folder.write(
                name,
                "current-context: " + current + "\ncontexts:\n- name: " + context + "\n  context: {cluster: " + context
                        + ", user: u}\nclusters:\n- name: " + context + "\n  cluster: {server: \"" + server
                        + "\"}\nusers:\n- name: u\n  user: " + user + "\n");
    }

    private void use(String... names) {
        StringBuilder list = new StringBuilder();
        for (String name : names) {
            list.append(list.isEmpty() ? "" : File.pathSeparator).append(folder.file(name));
        }
        environment.put("KUBECONFIG", list.toString());
    }

    @Test
    void the_first_of_several_files_wins_and_missing_ones_do_not_matter() {
        config("one", "a", "a", "https://one:6443", "{token: t}");
        config("two", "b", "a", "https://two:6443", "{token: t}");
        config("three", "b", "c", "https://three:6443", "{token: t}");
        use("nowhere", "one", "two", "three");
        assertThat(open(null).site().server()).isEqualTo("https://one:6443");
        assertThat(open("c").site().server()).isEqualTo("https://three:6443");
        assertThat(door().contexts().entries().stream().map(ContextEntry::name)).containsExactly("a", "c");
        assertThat(door().contexts().entries().get(0).current()).isTrue();
    }

    @Test
    void without_a_list_it_is_the_one_at_home() throws IOException {
        Files.createDirectory(folder.file(".kube"));
        config(".kube/config", "a", "a", "https://home:6443", "{token: t}");
        assertThat(open(null).site().server()).isEqualTo("https://home:6443");
    }

    @Test
    void what_is_missing_is_named_and_nothing_else_is_taken() {
        assertThat(shut(null).id()).isEqualTo("no-kubeconfig");
        config("one", "gone", "a", "https://one:6443", "{token: t}");
        use("one");
        assertThat(shut(null).arguments()).containsEntry("context", "gone");
        assertThat(shut("b").id()).isEqualTo("context-missing");
        folder.write("broken", "contexts: [[[");
        use("broken");
        assertThat(shut(null).id()).isEqualTo("kubeconfig-unreadable");
    }

    @Test
    void what_cannot_be_honoured_is_refused() {
        config("one", "a", "a", "https://one:6443\", tls-server-name: \"x", "{token: t}");
        use("one");
        assertThat(shut(null).id()).isEqualTo("tls-server-name");
        config("one", "a", "a", "https://one:6443\", proxy-url: \"socks5://127.0.0.1:1080", "{token: t}");
        assertThat(shut(null).id()).isEqualTo("kubeconfig-unusable");
        config("one", "a", "a", "https://one:6443", "{auth-provider: {name: gcp}}");
        assertThat(shut(null).id()).isEqualTo("auth-provider");
    }

    @Test
    void a_blind_eye_is_told() {
        config("one", "a", "a", "https://one:6443\", insecure-skip-tls-verify: true, proxy-url: \"", "{token: t}");
        use("one");
        assertThat(open(null).site().verified()).isFalse();
    }

    @Test
    void a_plugin_hands_out_the_token_and_its_talk_does_not_matter() throws IOException {
        try (ApiServerDouble server = new ApiServerDouble()) {
            plugin(
                    "echo talk >&2; printf '%s' '{\"kind\":\"ExecCredential\",\"apiVersion\":\"x\",\"status\":{\"token\":\""
                            + ApiServerDouble.TOKEN + "\"}}'");
            config(
                    "one",
                    "a",
                    "a",
                    server.url(),
                    "{exec: {apiVersion: client.authentication.k8s.io/v1, command: ./plugin, interactiveMode: Never}}");
            use("one");
            assertThat(open(null).plan(Sets.webserver("shop"), false).isPossible())
                    .isTrue();
        }
    }

    @Test
    void a_plugin_that_fails_says_why_in_its_own_words() throws IOException {
        config("one", "a", "a", "https://one:6443", "{exec: {apiVersion: v1, command: ./plugin}}");
        use("one");
        plugin("echo one >&2; echo 'the session is over, run aws sso login' >&2; exit 3");
        assertThat(shut(null).arguments()).containsEntry("detail", "the session is over, run aws sso login");
        plugin("echo nonsense");
        assertThat(shut(null).id()).isEqualTo("exec-garbled");
        config(
                "one",
                "a",
                "a",
                "https://one:6443",
                "{exec: {apiVersion: v1, command: nowhere-to-be-found, installHint: Install it from the hill.}}");
        assertThat(shut(null).arguments()).containsEntry("detail", "Install it from the hill.");
    }

    @Test
    void a_plugin_is_told_the_cluster_if_it_is_to_know() throws IOException {
        plugin("printf '%s' \"$KUBERNETES_EXEC_INFO\" > \"$0.info\"; printf '%s|' \"$@\" > \"$0.args\"; exit 1");
        config(
                "one",
                "a",
                "a",
                "https://one:6443",
                "{exec: {apiVersion: v1, command: ./plugin, args: [\"a b\", \"$HOME\"], provideClusterInfo: true}}");
        use("one");
        shut(null);
        assertThat(folder.text("plugin.info")).contains("\"server\":\"https://one:6443\"", "ExecCredential");
        assertThat(folder.text("plugin.args")).isEqualTo("a b|$HOME|");
    }

    @Test
    void a_token_file_is_read_beside_the_kubeconfig() {
        try (ApiServerDouble server = new ApiServerDouble()) {
            folder.write("token", ApiServerDouble.TOKEN + "\n");
            config("one", "a", "a", server.url(), "{tokenFile: token}");
            use("one");
            assertThat(open(null).plan(Sets.webserver("shop"), false).isPossible())
                    .isTrue();
        }
    }

    @Test
    void a_proxy_of_the_kubeconfig_is_used_for_a_server_behind_tls_too() throws Exception {
        try (ServerSocket proxy = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            CompletableFuture<String> asked = CompletableFuture.supplyAsync(() -> firstLine(proxy));
            String url = "http://127.0.0.1:" + proxy.getLocalPort();
            config("one", "a", "a", "https://cluster.invalid:6443\", proxy-url: \"" + url, "{token: t}");
            use("one");
            open(null).plan(Sets.webserver("shop"), false);
            assertThat(asked.get(5, TimeUnit.SECONDS)).startsWith("CONNECT cluster.invalid:6443");
        }
    }

    private static String firstLine(ServerSocket server) {
        try (Socket socket = server.accept();
                BufferedReader reader =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            return reader.readLine();
        } catch (IOException trouble) {
            return trouble.toString();
        }
    }

    @Test
    void a_pod_uses_its_account() {
        folder.write("token", "t");
        folder.write("ca.crt", "");
        environment.put("KUBERNETES_SERVICE_HOST", "10.0.0.1");
        ClusterDoor.Opening opening = door().withAccountIn(folder.path()).open(Optional.empty());
        assertThat(opening).isInstanceOf(ClusterDoor.Opening.class);
        assertThat(((ClusterDoor.Open) opening).cluster().site().server()).isEqualTo("https://10.0.0.1:443");
    }

    @Test
    void a_server_that_is_not_there_is_said_to_be_unreachable() {
        config("one", "a", "a", "http://127.0.0.1:1", "{token: t}");
        use("one");
        assertThat(open(null)
                        .plan(Sets.webserver("shop"), false)
                        .trouble()
                        .orElseThrow()
                        .id())
                .isEqualTo("unreachable");
    }

    private void plugin(String script) throws IOException {
        folder.write("plugin", "#!/bin/sh\n" + script + "\n");
        assertThat(folder.file("plugin").toFile().setExecutable(true)).isTrue();
    }
}
