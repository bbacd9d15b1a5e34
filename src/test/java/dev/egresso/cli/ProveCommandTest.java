package dev.egresso.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.cluster.ApiServerDouble;
import dev.egresso.cluster.ExecFront;
import dev.egresso.proof.Dumps;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProveCommandTest extends AgainstADouble {
    private static final String POD = "{\"kind\":\"Pod\",\"metadata\":{\"name\":\"web-1\",\"namespace\":\"shop\"},"
            + "\"spec\":{\"containers\":[{\"name\":\"istio-proxy\"},{\"name\":\"app\"}]},\"status\":{\"phase\":\"Running\"}}";
    private static final String FINE =
            "HTTP/1.1 200 OK\r\nserver: nginx\r\nx-envoy-upstream-service-time: 4\r\n\r\nhello";

    private final ApiServerDouble server = doubled.server();

    @BeforeEach
    void begin() {
        server.show("/api/v1/namespaces/shop/pods/web-1", POD);
        server.show("/api/v1/namespaces/shop/pods", "{\"kind\":\"PodList\",\"items\":[" + POD + "]}");
        CommandRun run = run(
                "apply",
                "--yes",
                "--internal-host",
                "webserver",
                "--external-url",
                "https://api.example.com/v1/",
                "--internal-service",
                "create",
                "--namespace",
                "shop");
        assertThat(run.exit()).as(run.err()).isZero();
    }

    /** A container that has curl, beside a sidecar that was told all of it. */
    private static Function<ExecFront.Exec, ExecFront.Answer> saying(String curl) {
        return exec -> ExecFront.Answer.of(exec.container().equals("istio-proxy") ? Dumps.webserver() : curl);
    }

    @Test
    void the_objects_alone_and_which_pods_could_be_asked_from() {
        CommandRun run = run("prove");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("VirtualService  shop/webserver  as applied");
        assertThat(run.err()).contains("egresso prove --pod NAME", "web-1");
        assertThat(server.commands()).isEmpty();
    }

    @Test
    void a_pod_that_does_as_foretold() {
        server.running(saying(FINE));
        CommandRun run = run("prove", "--pod", "web-1");
        assertThat(run.exit()).as(run.err() + run.out()).isZero();
        assertThat(run.out().lines().skip(5))
                .containsExactly(
                        "GET http://webserver/  from shop/web-1",
                        "✓ sidecar  listener 0.0.0.0_80, as foretold",
                        "✓ route    webserver leads to outbound|80||api.example.com, as foretold",
                        "✓ rewrite  Host api.example.com, as foretold",
                        "✓ cluster  outbound|80||api.example.com is there (STRICT_DNS)",
                        "✓ TLS      sni api.example.com, accepted names api.example.com, as foretold",
                        "✓ send     200, nginx; foretold reached");
        assertThat(server.commands().get(1).container()).isEqualTo("app");
        assertThat(server.commands().get(1).command()).startsWith("curl").endsWith("http://webserver/");
    }

    @Test
    void a_pod_that_does_otherwise() {
        server.running(saying("HTTP/1.1 503 Service Unavailable\r\nserver: envoy\r\n\r\n"
                + "upstream connect error or disconnect/reset before headers\u001b[31m"));
        CommandRun run = run("prove", "--pod", "shop/web-1", "--request", "GET http://webserver/x");
        assertThat(run.exit()).isEqualTo(79);
        assertThat(run.out())
                .contains("× send     foretold that it arrives; the sidecar answers 503 itself: upstream")
                .doesNotContain("\u001b");
    }

    @Test
    void a_container_with_wget_only() {
        server.running(exec -> switch (exec.command().get(0)) {
            case "pilot-agent" -> ExecFront.Answer.of(Dumps.webserver());
            case "wget" -> new ExecFront.Answer("hello", "  HTTP/1.1 200 OK\n", "{\"status\":\"Success\"}");
            default -> ExecFront.Answer.missing(exec.command().get(0));
        });
        CommandRun run = run("prove", "--pod", "web-1");
        assertThat(run.exit()).as(run.err() + run.out()).isZero();
        assertThat(run.out()).contains("✓ send     200; foretold reached");
    }

    @Test
    void a_container_with_neither_gets_the_commands() {
        server.running(exec -> exec.container().equals("istio-proxy")
                ? ExecFront.Answer.of(Dumps.webserver())
                : ExecFront.Answer.missing(exec.command().get(0)));
        CommandRun run = run("prove", "--pod", "web-1");
        assertThat(run.exit()).isEqualTo(69);
        assertThat(run.out())
                .contains("! shop/web-1 has neither curl nor a wget that can ask this, in app.")
                .contains(
                        "kubectl --context kind-dev debug -n shop web-1 -it --image=curlimages/curl -- curl -sS -i -g "
                                + "--max-time 10 --noproxy '*' http://webserver/")
                .contains(
                        "istioctl --context kind-dev proxy-config cluster web-1 -n shop --fqdn api.example.com -o json");
    }

    @Test
    void without_the_right_nothing_is_run_and_the_commands_are_said() {
        server.forbid("create", "pods/exec");
        CommandRun run = run("prove", "--pod", "web-1");
        assertThat(run.exit()).isEqualTo(69);
        assertThat(run.out())
                .contains("! You may not run commands in pods of shop")
                .contains("kubectl --context kind-dev exec -n shop web-1 -c app -- curl")
                .contains("exec -n shop web-1 -c istio-proxy -- pilot-agent request GET config_dump");
        assertThat(server.commands()).isEmpty();
    }

    @Test
    void a_changed_object_and_a_pod_without_a_sidecar() {
        server.show("/api/v1/namespaces/shop/pods/web-1", POD.replace("{\"name\":\"istio-proxy\"},", ""));
        server.running(saying(FINE));
        CommandRun run = run("prove", "--pod", "web-1");
        assertThat(run.exit()).isEqualTo(69);
        assertThat(run.out()).contains("! shop/web-1 has no sidecar");
        doubled.applyAs(
                "helm",
                new dev.egresso.rollout.Wanted(
                        new dev.egresso.rollout.Address(
                                "networking.istio.io/v1", dev.egresso.mesh.Kind.VIRTUAL_SERVICE, "shop", "webserver"),
                        "apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata:\n  name: webserver\n"
                                + "spec:\n  hosts: [elsewhere]\n"));
        assertThat(run("prove").exit()).isEqualTo(79);
    }

    @Test
    void what_is_not_there_is_said() {
        assertThat(run("prove", "--pod", "nobody").exit()).isEqualTo(69);
        assertThat(run("prove", "--pod", "nobody").err()).contains("There is no pod nobody in shop");
        assertThat(run("prove", "20200101-000000-0000").exit()).isEqualTo(65);
        CommandRun container = run("prove", "--pod", "web-1", "--container", "sidecar");
        assertThat(container.exit()).isEqualTo(65);
        assertThat(container.err()).contains("It has: app.");
        assertThat(run("prove", "-o", "xml").exit()).isEqualTo(2);
    }

    @Test
    void json_has_each_point() {
        server.running(saying(FINE));
        CommandRun run = run("prove", "--pod", "web-1", "-o", "json");
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains("\"holds\" : true", "\"pod\" : \"shop/web-1\"", "\"part\" : \"TLS\"", "\"unseen\" : [ ]");
        assertThat(List.of(run.out().split("\"agrees\" : true"))).hasSize(7);
    }
}
