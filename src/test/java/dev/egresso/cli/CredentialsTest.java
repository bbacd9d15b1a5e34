package dev.egresso.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.TempFolder;
import dev.egresso.cluster.ApiServerDouble;
import dev.egresso.cluster.DoubledCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every place where a kubeconfig can hold a credential, and every command that reads one: nothing of it is ever said,
 * printed or kept, whatever goes wrong, and also where a server repeats it.
 */
class CredentialsTest {
    private static final String SECRET = "hunter2-that-nobody-may-see";
    private static final String IN_BASE64 = Base64.getEncoder().encodeToString(SECRET.getBytes(UTF_8));
    private static final List<String> SET = List.of(
            "--internal-host=webserver",
            "--external-url=https://api.example.com/v1/",
            "--internal-service=create",
            "--namespace=shop");

    private final DoubledCluster doubled = new DoubledCluster();
    private final ApiServerDouble server = doubled.server();
    private final TempFolder folder = TempFolder.create();
    private final Map<String, String> environment = new HashMap<>();
    private final StringBuilder everything = new StringBuilder();

    @BeforeEach
    void begin() {
        environment.put("PATH", System.getenv("PATH"));
        environment.put("KUBECONFIG", folder.file("kubeconfig").toString());
        environment.put("XDG_STATE_HOME", folder.file("state").toString());
        environment.put("USER", "jane");
    }

    @AfterEach
    void end() {
        doubled.close();
        folder.close();
    }

    private void kubeconfig(String cluster, String user) {
        folder.write(
                "kubeconfig",
                "current-context: a\ncontexts: [{name: a, context: {cluster: c, user: u}}]\nclusters: [{name: c, cluster: {"
                        + cluster + "}}]\nusers: [{name: u, user: {" + user + "}}]\n");
    }

    private String here() {
        return "server: '" + server.url() + "'";
    }

    private int run(List<String> more, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(more);
        CommandRun run = CommandRun.of(folder, environment, null, all.toArray(String[]::new));
        everything.append(run.out()).append(run.err());
        return run.exit();
    }

    /** Each command that speaks to a cluster, in text and, where there is such a form, in JSON. */
    private void runAll() {
        run(SET, "diff");
        run(SET, "apply", "--yes");
        run(SET, "apply", "--dry-run");
        run(List.of(), "status");
        run(List.of(), "status", "-o", "json");
        run(List.of(), "status", "--surroundings", "--namespace", "shop");
        run(List.of(), "prove");
        run(List.of(), "prove", "-o", "json");
        run(List.of(), "undo", "--yes");
        run(List.of(), "apply", "--finish", "--yes");
    }

    private void nothingIsSeen(String... secrets) throws IOException {
        runAll();
        List<String> seen = new ArrayList<>(List.of(everything.toString()));
        if (folder.has("state")) {
            try (Stream<Path> files = Files.walk(folder.file("state"))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    seen.add(Files.readString(file));
                }
            }
        }
        assertThat(seen.get(0)).isNotBlank();
        List<String> hidden = new ArrayList<>(List.of(secrets));
        hidden.addAll(List.of(SECRET, IN_BASE64));
        assertThat(seen).allSatisfy(text -> assertThat(text).doesNotContain(hidden.toArray(String[]::new)));
    }

    @Test
    void a_token_that_the_server_knows() throws IOException {
        kubeconfig(here(), "token: " + ApiServerDouble.TOKEN);
        assertThat(run(SET, "apply", "--yes")).isZero();
        nothingIsSeen(ApiServerDouble.TOKEN);
        try (Stream<Path> receipts = Files.list(folder.file("state/egresso/receipts"))) {
            assertThat(receipts).isNotEmpty();
        }
    }

    @Test
    void a_token_in_a_file_and_one_that_a_plugin_hands_out() throws IOException {
        folder.write("token", SECRET);
        kubeconfig(here(), "tokenFile: token");
        nothingIsSeen();
        folder.write(
                "plugin",
                "#!/bin/sh\nprintf '%s' '{\"kind\":\"ExecCredential\",\"apiVersion\":\"client.authentication.k8s.io/v1\","
                        + "\"status\":{\"token\":\"" + SECRET + "\"}}'\n");
        assertThat(folder.file("plugin").toFile().setExecutable(true)).isTrue();
        String exec = "exec: {apiVersion: client.authentication.k8s.io/v1, interactiveMode: Never, command: ./plugin, "
                + "args: [--password, " + SECRET + "], env: [{name: A, value: " + SECRET + "}]}";
        kubeconfig(here(), exec);
        nothingIsSeen();
        folder.write("plugin", "#!/bin/sh\necho '" + SECRET + "'; exit 1\n");
        nothingIsSeen();
        folder.write("plugin", "#!/bin/sh\necho '" + SECRET + "'\n");
        nothingIsSeen();
        kubeconfig(here(), exec.replace("./plugin", "./nowhere"));
        nothingIsSeen();
    }

    @Test
    void whatever_a_server_repeats_in_its_refusal() throws IOException {
        String basic = Base64.getEncoder().encodeToString(("me:" + SECRET).getBytes(UTF_8));
        for (int code : new int[] {401, 403, 409, 422, 500}) {
            server.refuseRepeating(code);
            kubeconfig(here(), "token: " + SECRET);
            nothingIsSeen();
            kubeconfig(here(), "username: me, password: " + SECRET);
            nothingIsSeen(basic);
        }
        assertThat(everything).contains("not with").contains("Bearer …");
    }

    @Test
    void passwords_in_addresses_of_servers_and_proxies() throws IOException {
        kubeconfig("server: '" + server.url().replace("://", "://me:" + SECRET + "@") + "'", "");
        nothingIsSeen();
        kubeconfig(here() + ", proxy-url: 'http://me:" + SECRET + "@127.0.0.1:1'", "token: t");
        nothingIsSeen();
        kubeconfig(here() + ", proxy-url: 'nonsense://me:" + SECRET + "@:'", "token: t");
        nothingIsSeen();
        kubeconfig("server: 'nonsense://me:" + SECRET + "@ '", "");
        nothingIsSeen();
        kubeconfig("server: 'http://one.invalid'", "");
        environment.put("HTTP_PROXY", "http://me:" + SECRET + "@127.0.0.1:1");
        nothingIsSeen();
        environment.put("HTTP_PROXY", "me:" + SECRET + "@:");
        nothingIsSeen();
    }

    @Test
    void keys_and_certificates_that_are_none() throws IOException {
        String pem =
                Base64.getEncoder().encodeToString(("-----BEGIN PRIVATE KEY-----\n" + SECRET + "\n").getBytes(UTF_8));
        kubeconfig(here(), "client-certificate-data: " + pem + ", client-key-data: " + pem);
        nothingIsSeen(pem);
        kubeconfig(here(), "client-certificate-data: '" + SECRET + "!', client-key-data: '" + SECRET + "'");
        nothingIsSeen();
        kubeconfig(here() + ", certificate-authority-data: '" + SECRET + "?'", "token: t");
        nothingIsSeen();
    }

    @Test
    void files_that_are_broken_where_the_credential_stands() throws IOException {
        for (String value : List.of(
                "*" + SECRET,
                "!" + SECRET,
                "&" + SECRET,
                "%" + SECRET,
                "@" + SECRET,
                "`" + SECRET,
                "\"" + SECRET,
                "\"\\q" + SECRET + "\"",
                "[" + SECRET + "]",
                "{" + SECRET + ": {",
                "{a: " + SECRET + "}",
                "\"" + SECRET + "\\nx\"",
                "'" + SECRET + "ü'",
                SECRET + ": : x")) {
            for (String field : List.of("token", "password", "username", "client-key-data")) {
                kubeconfig(here(), field + ": " + value);
                run(SET, "diff");
            }
        }
        kubeconfig(here(), "token: t");
        nothingIsSeen();
        assertThat(everything).doesNotContain("fault of its own");
    }
}
