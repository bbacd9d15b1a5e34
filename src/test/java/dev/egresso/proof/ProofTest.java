package dev.egresso.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.mesh.Answers;
import dev.egresso.mesh.Draft;
import dev.egresso.mesh.FieldId;
import dev.egresso.mesh.Manifest;
import dev.egresso.mesh.Surroundings;
import dev.egresso.rollout.LiveObject;
import dev.egresso.rollout.Pod;
import dev.egresso.rollout.Spoken;
import dev.egresso.rollout.Trouble;
import dev.egresso.trace.Journey;
import dev.egresso.trace.Request;
import dev.egresso.trace.Trace;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a pod and its sidecar say, held against what was foretold. */
class ProofTest {
    private static final Pod POD = new Pod("shop", "web-1", List.of("app"), Optional.empty(), true, true);

    private static List<Manifest> webserver() {
        return Draft.of(
                        Answers.none()
                                .with(FieldId.INTERNAL_HOST, "webserver")
                                .with(FieldId.EXTERNAL_URL, "https://api.example.com/v1/")
                                .with(FieldId.INTERNAL_SERVICE, "create")
                                .with(FieldId.NAMESPACE, "shop"),
                        Surroundings.unknown())
                .manifests();
    }

    private static Journey foretold(String request) {
        return Trace.of(
                webserver(),
                Surroundings.unknown(),
                Request.read(request).orElseThrow().from("shop"));
    }

    private static Proof proof(String request) {
        return Proof.ofObjects(List.of()).from(POD, foretold(request));
    }

    private static Spoken saying(String out) {
        return new Spoken(out, "", 0, true, Optional.empty());
    }

    private static String points(Proof proof) {
        return proof.points().stream()
                .map(point -> (point.agrees() ? "" : "!") + point.id())
                .collect(Collectors.joining(" "));
    }

    @Test
    void a_sidecar_that_was_told_all_of_it() {
        Proof proof = proof("GET http://webserver/hello").withSidecar(saying(Dumps.webserver()));
        assertThat(points(proof)).isEqualTo("listener route authority cluster sni");
        assertThat(proof.holds()).isTrue();
    }

    @Test
    void a_sidecar_that_was_told_otherwise() {
        String other = Dumps.dump("10.96.3.4_80", "outbound|443||api.example.com", "elsewhere.example", "x.example");
        assertThat(points(proof("GET http://webserver/hello").withSidecar(saying(other))))
                .isEqualTo("!other-listener !other-route !no-cluster");
        String renamed = Dumps.dump("0.0.0.0_80", "outbound|80||api.example.com", "elsewhere.example", "x.example");
        assertThat(points(proof("GET http://webserver/hello").withSidecar(saying(renamed))))
                .isEqualTo("listener route !other-authority cluster !other-sni");
        String plain = Dumps.webserver().replace("UpstreamTlsContext", "Other");
        assertThat(points(proof("GET http://webserver/hello").withSidecar(saying(plain))))
                .endsWith("cluster !no-tls");
    }

    @Test
    void a_sidecar_that_knows_nothing_of_the_host_yet() {
        String dump = Dumps.webserver()
                .replace("\"webserver\", \"webserver.shop\", ", "")
                .replace("webserver.shop.svc", "other.shop.svc");
        assertThat(points(proof("GET http://webserver/hello").withSidecar(saying(dump))))
                .isEqualTo("listener !no-host cluster sni");
    }

    @Test
    void a_dump_that_is_none() {
        Proof proof = proof("GET http://webserver/hello").withSidecar(saying("upstream connect error"));
        assertThat(proof.points()).isEmpty();
        assertThat(proof.unseen().stream().map(Trouble::id)).containsExactly("no-config-dump");
    }

    @Test
    void an_answer_from_outside() {
        Proof proof = proof("GET http://webserver/hello")
                .withAnswer(saying("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 404 Not Found\r\nserver: nginx\r\n"
                        + "x-envoy-upstream-service-time: 12\r\n\r\nno such page"));
        assertThat(points(proof)).isEqualTo("answer");
        assertThat(proof.points().get(0).arguments())
                .containsEntry("status", "404")
                .containsEntry("server", ", nginx");
    }

    @Test
    void an_answer_of_the_sidecar_where_one_from_outside_was_foretold() {
        Proof proof = proof("GET http://webserver/hello")
                .withAnswer(
                        saying(
                                "HTTP/1.1 503 Service Unavailable\r\nserver: envoy\r\n\r\n"
                                        + "upstream connect error or disconnect/reset before headers. TLS_error:|CERTIFICATE_VERIFY_FAILED"));
        assertThat(points(proof)).isEqualTo("!sidecars-answer");
        assertThat(proof.points().get(0).arguments().get("detail")).contains("CERTIFICATE_VERIFY_FAILED");
        assertThat(proof.holds()).isFalse();
    }

    @Test
    void an_answer_of_wget() {
        Spoken wget = new Spoken(
                "",
                "Connecting to webserver (10.96.3.4:80)\n  HTTP/1.1 200 OK\n  server: x\n",
                0,
                true,
                Optional.empty());
        Proof proof = proof("GET http://webserver/hello").withAnswer(wget);
        assertThat(points(proof)).isEqualTo("answer");
        assertThat(proof.points().get(0).arguments()).containsEntry("status", "200");
    }

    @Test
    void no_answer_where_one_was_foretold() {
        Spoken failed = new Spoken("", "curl: (6) Could not resolve host: webserver", 6, true, Optional.empty());
        Proof proof = proof("GET http://webserver/hello").withAnswer(failed);
        assertThat(points(proof)).isEqualTo("!no-answer");
        assertThat(proof.points().get(0).arguments().get("detail")).contains("Could not resolve host");
    }

    @Test
    void a_failure_that_was_foretold() {
        List<Manifest> without = webserver().stream()
                .filter(manifest -> !manifest.kind().word().equals("VirtualService"))
                .toList();
        Journey journey = Trace.of(
                without,
                Surroundings.unknown(),
                Request.read("GET http://webserver/").orElseThrow().from("shop"));
        assertThat(journey.status()).hasValue(503);
        Proof proof = Proof.ofObjects(List.of())
                .from(POD, journey)
                .withAnswer(saying("HTTP/1.1 503 Service Unavailable\r\nserver: envoy\r\n\r\nno healthy upstream"));
        assertThat(points(proof)).isEqualTo("answer");
    }

    @Test
    void the_request_is_a_command_that_no_shell_takes_apart() {
        Request request = Request.read("POST http://webserver/a?x=$(id)&y=1")
                .orElseThrow()
                .withHeader("X-Test", "a b");
        assertThat(RequestTry.curl(request).orElseThrow())
                .containsExactly(
                        "curl",
                        "-sS",
                        "-i",
                        "-g",
                        "--max-time",
                        "10",
                        "--noproxy",
                        "*",
                        "-X",
                        "POST",
                        "-H",
                        "x-test: a b",
                        "http://webserver/a?x=$(id)&y=1");
        assertThat(RequestTry.wget(request)).isEmpty();
        assertThat(RequestTry.curl(Request.read("tcp://db:5432").orElseThrow())).isEmpty();
        assertThat(RequestTry.wget(Request.read("GET http://webserver/a").orElseThrow())
                        .orElseThrow())
                .containsExactly("wget", "-S", "-O", "-", "-T", "10", "http://webserver/a");
    }

    @Test
    void pods_are_read_with_their_sidecar_wherever_it_is() {
        Pod beside = pod("\"containers\":[{\"name\":\"istio-proxy\"},{\"name\":\"app\"},{\"name\":\"log\"}]");
        assertThat(beside.containers()).containsExactly("app", "log");
        assertThat(beside.sidecar()).isTrue();
        assertThat(beside.container()).contains("app");
        Pod before = pod("\"initContainers\":[{\"name\":\"istio-proxy\",\"restartPolicy\":\"Always\"}],"
                + "\"containers\":[{\"name\":\"app\"}]");
        assertThat(before.sidecar()).isTrue();
        assertThat(pod("\"containers\":[{\"name\":\"app\"}]").sidecar()).isFalse();
    }

    private static Pod pod(String spec) {
        return Pod.of(LiveObject.read("{\"metadata\":{\"name\":\"web-1\",\"namespace\":\"shop\"},\"spec\":{" + spec
                        + "},\"status\":{\"phase\":\"Running\"}}")
                .orElseThrow());
    }
}
