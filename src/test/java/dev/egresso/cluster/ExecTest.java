package dev.egresso.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.rollout.Pod;
import dev.egresso.rollout.Spoken;
import dev.egresso.rollout.Trouble;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Commands in containers: heard to their end, in bounded time and size, and never without the right to run them. */
class ExecTest {
    private static final Pod POD = new Pod("shop", "web-1", List.of("app"), Optional.empty(), true, true);

    private final DoubledCluster doubled = new DoubledCluster().waitingAtMost(Duration.ofSeconds(20));
    private final ApiServerDouble server = doubled.server();

    @BeforeEach
    void begin() {
        server.show("/api/v1/namespaces/shop/pods/web-1", "{\"kind\":\"Pod\"}");
    }

    @AfterEach
    void end() {
        doubled.close();
    }

    private Spoken run(int most, String... command) {
        return doubled.as(LiveCluster.MANAGER).run(POD, "app", List.of(command), most);
    }

    private static Optional<String> trouble(Spoken spoken) {
        return spoken.trouble().map(Trouble::id);
    }

    @Test
    void output_and_errors_come_apart_and_whole() {
        String long_ = "x".repeat(100_000) + "ü";
        server.running(exec -> new ExecFront.Answer(long_, "careful", "{\"status\":\"Success\"}"));
        Spoken spoken = run(1_000_000, "curl", "a b&c=d", "$(id)");
        assertThat(spoken.out()).isEqualTo(long_);
        assertThat(spoken.err()).isEqualTo("careful");
        assertThat(spoken.code()).isZero();
        assertThat(spoken.whole()).isTrue();
        assertThat(server.commands())
                .containsExactly(new ExecFront.Exec("shop", "web-1", "app", List.of("curl", "a b&c=d", "$(id)")));
    }

    @Test
    void enough_is_enough() {
        server.running(exec -> ExecFront.Answer.of("x".repeat(500_000)));
        Spoken spoken = run(10_000, "yes");
        assertThat(spoken.whole()).isFalse();
        assertThat(spoken.out().length()).isBetween(10_000, 50_000);
    }

    @Test
    void a_code_and_a_missing_program() {
        server.running(exec -> ExecFront.Answer.failing("no route", 7));
        assertThat(run(1000, "curl").code()).isEqualTo(7);
        server.running(exec -> ExecFront.Answer.missing("curl"));
        Spoken without = run(1000, "curl");
        assertThat(without.isWithoutProgram()).isTrue();
        assertThat(without.trouble().orElseThrow().arguments())
                .containsEntry("detail", "exec: \"curl\": executable file not found in $PATH: unknown");
    }

    @Test
    void refusals_are_told_apart() {
        server.refuseExec(403);
        assertThat(trouble(run(1000, "curl"))).contains("no-exec");
        server.refuseExec(404);
        assertThat(trouble(run(1000, "curl"))).contains("pod-missing");
        server.refuseExec(500);
        assertThat(trouble(run(1000, "curl"))).contains("not-let-in");
        server.forbid("get", "pods/exec");
        server.refuseExec(0);
        assertThat(trouble(run(1000, "curl"))).contains("no-exec");
        assertThat(server.commands()).isEmpty();
    }

    @Test
    void a_proxy_that_refuses_the_way_to_a_container_is_told_apart_from_the_server() throws IOException {
        server.running(exec -> ExecFront.Answer.of("hello"));
        try (ProxyDouble proxy = new ProxyDouble("me:pa-ss")) {
            String address = "http://me:pa-ss@127.0.0.1:" + proxy.port();
            assertThat(through(address)).isEqualTo("hello");
            assertThat(proxy.tunnels()).hasSize(1);
            assertThat(through(address.replace("pa-ss", "wrong"))).isEqualTo("proxy-refused");
            proxy.refusing("403 Not to this host");
            assertThat(through(address)).isEqualTo("proxy-refused");
            proxy.refusing("502 It does not answer me");
            assertThat(through(address)).isEqualTo("proxy-lost");
        }
    }

    /** What the command says, or why it is not heard. */
    private String through(String proxy) {
        try (LiveCluster cluster = doubled.through(proxy)) {
            return cluster.api().exec(POD, "app", List.of("echo"), 1000).out();
        } catch (Troubled troubled) {
            return troubled.trouble().id();
        }
    }

    @Test
    void a_command_without_end_is_not_waited_for() {
        CountDownLatch over = new CountDownLatch(1);
        try (DoubledCluster hurried = new DoubledCluster().waitingAtMost(Duration.ofSeconds(3))) {
            hurried.server().show("/api/v1/namespaces/shop/pods/web-1", "{\"kind\":\"Pod\"}");
            hurried.server().running(exec -> {
                try {
                    over.await();
                } catch (InterruptedException ended) {
                    Thread.currentThread().interrupt();
                }
                return ExecFront.Answer.of("");
            });
            Spoken spoken = hurried.as(LiveCluster.MANAGER).run(POD, "app", List.of("sleep"), 1000);
            assertThat(trouble(spoken)).contains("timeout");
        } finally {
            over.countDown();
        }
    }

    @Test
    void an_end_without_a_word_is_a_cut() {
        server.running(exec -> new ExecFront.Answer("half", "", ""));
        assertThat(trouble(run(1000, "curl"))).contains("cut");
    }
}
