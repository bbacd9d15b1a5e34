package dev.egresso.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.TempFolder;
import dev.egresso.Wait;
import dev.egresso.cluster.ApiServerDouble.Seen;
import dev.egresso.cluster.DoubledCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The packaged program against the double, in a process that can be ended. */
class ClusterProcessIT {
    private static final List<String> SET = List.of(
            "--internal-host=webserver",
            "--external-url=https://api.example.com/v1/",
            "--internal-service=create",
            "--namespace=shop");

    private final DoubledCluster doubled = new DoubledCluster();
    private final TempFolder folder = TempFolder.create();

    @AfterEach
    void end() {
        doubled.close();
        folder.close();
    }

    private Process start(List<String> jvm, List<String> words) throws IOException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(jvm);
        line.addAll(
                List.of("-jar", Path.of("target/egresso.jar").toAbsolutePath().toString()));
        line.addAll(words);
        ProcessBuilder builder =
                new ProcessBuilder(line).directory(folder.path().toFile());
        builder.environment().put("KUBECONFIG", doubled.kubeconfig().toString());
        builder.environment().put("XDG_STATE_HOME", folder.file("state").toString());
        builder.redirectOutput(folder.file("out").toFile());
        builder.redirectError(folder.file("err").toFile());
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        return builder.start();
    }

    private int run(String command, String... more) throws Exception {
        List<String> words = new ArrayList<>(List.of(command));
        words.addAll(List.of(more));
        Process process = start(List.of(), words);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private static List<String> applying() {
        List<String> words = new ArrayList<>(List.of("apply", "--yes"));
        words.addAll(SET);
        return words;
    }

    private static boolean isRouteInEarnest(Seen request) {
        return request.method().equals("PATCH") && request.writes("virtualservices");
    }

    private Process inTheMiddle(Duration slowness) throws IOException {
        doubled.server().slow(ClusterProcessIT::isRouteInEarnest, slowness);
        Process process = start(List.of(), applying());
        Wait.until(() -> "the route to be applied, " + folder.text("err"), () -> doubled.server().requests().stream()
                .anyMatch(ClusterProcessIT::isRouteInEarnest));
        return process;
    }

    private boolean isEmpty() {
        return List.of("serviceentries", "destinationrules", "virtualservices", "services").stream()
                .allMatch(resource -> doubled.server().count(resource) == 0);
    }

    @Test
    void what_was_killed_is_said_at_the_next_start_and_taken_back() throws Exception {
        Process process = inTheMiddle(Duration.ofSeconds(2));
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        doubled.server().heal();
        Wait.until(
                () -> "what was under way to reach the server",
                () -> doubled.server().count("virtualservices") == 1);
        assertThat(run("presets")).isZero();
        assertThat(folder.text("err")).contains("An apply to kind-dev was begun", "--finish", "egresso undo ");
        assertThat(run("undo", "--yes")).as(folder.text("err")).isZero();
        Wait.until(() -> "nothing to be left", this::isEmpty);
        assertThat(run("presets")).isZero();
        assertThat(folder.text("err")).isEmpty();
    }

    @Test
    void what_was_killed_can_be_finished() throws Exception {
        Process process = inTheMiddle(Duration.ofSeconds(2));
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        doubled.server().heal();
        assertThat(run("apply", "--finish", "--yes")).as(folder.text("err")).isZero();
        assertThat(run("status")).isZero();
        assertThat(folder.text("out").lines().filter(row -> row.endsWith("as applied")))
                .hasSize(4);
    }

    @Test
    void a_program_that_is_told_to_end_puts_back_first() throws Exception {
        Process process = inTheMiddle(Duration.ofSeconds(1));
        process.destroy();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(143);
        assertThat(folder.text("err")).contains("The cluster is as it was");
        assertThat(isEmpty()).isTrue();
    }

    @Test
    void no_library_says_a_word() throws Exception {
        assertThat(run("diff", SET.toArray(String[]::new))).isEqualTo(1);
        assertThat(folder.text("err").lines()).hasSize(1).allMatch(row -> row.startsWith("Context kind-dev"));
        assertThat(folder.text("out")).startsWith("--- ServiceEntry/shop");
    }

    @Test
    void who_does_not_use_a_cluster_does_not_load_its_client() throws Exception {
        List<String> words = new ArrayList<>(List.of("render"));
        words.addAll(SET);
        Process process = start(List.of("-Xlog:class+load:file=" + folder.file("classes")), words);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(folder.file("classes"), UTF_8))
                .contains("dev.egresso.cli.RenderCommand")
                .doesNotContain("io.fabric8", "dev.egresso.cluster", "com.fasterxml.jackson", "java.net.http");
    }
}
