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
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KubeconfigTest {
    private static final Duration SHORT = Duration.ofSeconds(1);

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
    }

    @Test
    void a_file_that_is_no_kubeconfig_is_told_with_its_line() {
        use("broken");
        folder.write("broken", "contexts:\n- name: a\n  context: [[[\n");
        assertThat(shut(null).id()).isEqualTo("kubeconfig-broken");
        assertThat(shut(null).arguments().get("at")).matches(".*broken:[34]");
        folder.write("broken", "hello");
        assertThat(shut(null).arguments().get("at")).endsWith("broken:1");
        folder.write("broken", "\n\nclusters: {}\n");
        assertThat(shut(null).id()).isEqualTo("kubeconfig-no-list");
        assertThat(shut(null).arguments().get("at")).endsWith("broken:3");
        folder.write("broken", "contexts:\n- name: a\n  context: {}\n- name: a\n  context: {}\n");
        assertThat(shut(null).id()).isEqualTo("kubeconfig-twice");
        assertThat(shut(null).arguments().get("at")).endsWith("broken:4");
        environment.put("KUBECONFIG", folder.path().toString());
        assertThat(shut(null).id()).isEqualTo("kubeconfig-unreadable");
    }

    @Test
    void an_empty_file_is_as_good_as_none() {
        config("one", "a", "a", "https://one:6443", "{token: t}");
        use("empty", "comment", "one");
        folder.write("empty", "");
        folder.write("comment", "# nothing\n---\n");
        assertThat(open(null).site().server()).isEqualTo("https://one:6443");
        use("empty");
        assertThat(shut(null).id()).isEqualTo("no-kubeconfig");
    }

    @Test
    void one_in_json_is_read_as_well() {
        folder.write(
                "one",
                "{\n\t\"current-context\": \"a\", \"contexts\": [{\"name\": \"a\", \"context\": {\"cluster\": \"c\"}}],"
                        + "\n\t\"clusters\": [{\"name\": \"c\", \"cluster\": {\"server\": \"https://one:6443\"}}]\n}");
        use("one");
        assertThat(open(null).site().server()).isEqualTo("https://one:6443");
    }

    @Test
    void a_context_may_take_its_parts_from_several_files_and_paths_begin_at_each() throws IOException {
        Files.createDirectory(folder.file("users"));
        folder.write("users/token", "from the folder of its file");
        folder.write("users/config", "users: [{name: u, user: {tokenFile: token}}]\n");
        folder.write("one", "current-context: a\ncontexts: [{name: a, context: {cluster: c, user: u}}]\n");
        folder.write("two", "clusters: [{name: c, cluster: {server: 'https://two:6443'}}]\n");
        use("one", "two", "users/config");
        assertThat(open(null).site().server()).isEqualTo("https://two:6443");
    }

    @Test
    void a_password_in_an_address_is_not_listed() {
        config("one", "a", "a", "https://me:pa-ss@one:6443", "{token: t}");
        use("one");
        assertThat(door().contexts().entries().get(0).server()).isEqualTo("https://one:6443");
    }

    @Test
    void a_blind_eye_is_told() {
        config("one", "a", "a", "https://one:6443\", insecure-skip-tls-verify: true, proxy-url: \"", "{token: t}");
        use("one");
        assertThat(open(null).site().verified()).isFalse();
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
            ClusterDoor.Opening opening =
                    door().with(new Patience(SHORT, SHORT, SHORT)).open(Optional.empty());
            ((ClusterDoor.Open) opening).cluster().plan(Sets.webserver("shop"), false);
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

    private ClusterDoor.Opening inPod() {
        return door().withAccountIn(folder.path()).open(Optional.empty());
    }

    @Test
    void a_pod_uses_its_account() {
        folder.write("token", "t");
        folder.write("ca.crt", "");
        environment.put("KUBERNETES_SERVICE_HOST", "10.0.0.1");
        assertThat(((ClusterDoor.Open) inPod()).cluster().site().server()).isEqualTo("https://10.0.0.1:443");
        environment.put("KUBERNETES_SERVICE_HOST", "2001:db8::1");
        environment.put("KUBERNETES_SERVICE_PORT", "6443");
        assertThat(((ClusterDoor.Open) inPod()).cluster().site().server()).isEqualTo("https://[2001:db8::1]:6443");
    }

    @Test
    void without_the_files_of_an_account_or_the_address_it_is_no_pod() {
        environment.put("KUBERNETES_SERVICE_HOST", "10.0.0.1");
        assertThat(((ClusterDoor.Shut) inPod()).trouble().id()).isEqualTo("no-kubeconfig");
        folder.write("token", "t");
        environment.remove("KUBERNETES_SERVICE_HOST");
        assertThat(((ClusterDoor.Shut) inPod()).trouble().id()).isEqualTo("no-kubeconfig");
        environment.put("KUBERNETES_SERVICE_HOST", "10.0.0.1");
        folder.write("token", "");
        assertThat(((ClusterDoor.Shut) inPod()).trouble().id()).isEqualTo("token-unreadable");
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
}
