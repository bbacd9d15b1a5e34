package dev.egresso.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.cluster.ApiServerDouble.Seen;
import dev.egresso.mesh.Kind;
import dev.egresso.rollout.Address;
import dev.egresso.rollout.LiveObject;
import dev.egresso.rollout.Outcome;
import dev.egresso.rollout.Plan;
import dev.egresso.rollout.Receipt;
import dev.egresso.rollout.Trouble;
import dev.egresso.rollout.Verdict;
import dev.egresso.rollout.Wanted;
import dev.egresso.rollout.Watcher;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What servers and networks do to an apply; only the double can be made to do it. */
class ServerTroubleTest {
    private final DoubledCluster doubled = new DoubledCluster().waitingAtMost(Duration.ofMillis(700));
    private final ApiServerDouble server = doubled.server();
    private final ClusterScene scene = new ClusterScene(doubled.as(LiveCluster.MANAGER));
    private final List<Wanted> set = Sets.webserver("shop");

    @AfterEach
    void end() {
        doubled.close();
    }

    private static Predicate<Seen> applying(String resource) {
        return request -> request.method().equals("PATCH") && request.writes(resource);
    }

    private Trouble refused(int at) {
        return scene.cluster.plan(set, false).changes().get(at).trouble().orElseThrow();
    }

    private void everythingIsAsItWas(Outcome outcome, String why) {
        assertThat(outcome.trouble().map(Trouble::id)).contains(why);
        assertThat(outcome.isPutBack()).isTrue();
        assertThat(scene.picture(set).values()).containsOnly(Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"serviceentries", "destinationrules", "virtualservices", "services"})
    void an_admission_webhook_that_refuses_only_in_earnest_puts_all_back(String resource) {
        server.refuseByAdmission(resource);
        Outcome outcome = scene.apply(scene.cluster, set, false);
        everythingIsAsItWas(outcome, "admission");
        assertThat(outcome.trouble().orElseThrow().arguments())
                .containsEntry("webhook", "validation.istio.io")
                .containsEntry("detail", "configuration is invalid: not today");
    }

    @Test
    void a_webhook_that_does_not_answer_is_not_the_fault_of_the_resources() {
        server.refuse(applying("virtualservices"), ApiError.webhookDown("validation.istio.io"));
        everythingIsAsItWas(scene.apply(scene.cluster, set, false), "webhook-down");
    }

    /** As kube-apiserver 1.36 says it, of a webhook that was stopped, slow, broken, and known by another certificate. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
            Post "https://istiod:443/validate?timeout=2s": dial tcp 10.0.0.1:443: connect: connection refused|webhook-down|dial tcp 10.0.0.1:443: connect: connection refused
            Post "https://istiod:443/validate?timeout=2s": service "istiod" not found|webhook-down|service "istiod" not found
            Post "https://istiod:443/validate?timeout=2s": context deadline exceeded|webhook-down|context deadline exceeded
            an error on the server ("oops") has prevented the request from succeeding|webhook-down|an error on the server ("oops") has prevented the request from succeeding
            Post "https://istiod:443/validate?timeout=2s": tls: failed to verify certificate: x509: certificate signed by unknown authority|webhook-untrusted|certificate signed by unknown authority
            """)
    void a_webhook_that_cannot_be_asked_is_named_with_the_reason(String said, String id, String detail) {
        server.refuse(applying("virtualservices"), ApiError.webhookDown("validation.istio.io", said));
        Trouble trouble = scene.apply(scene.cluster, set, false).trouble().orElseThrow();
        assertThat(trouble.id()).isEqualTo(id);
        assertThat(trouble.arguments())
                .containsEntry("webhook", "validation.istio.io")
                .containsEntry("detail", detail);
    }

    @Test
    void a_namespace_that_is_being_deleted_is_named() {
        server.refuse(applying("virtualservices"), ApiError.namespaceEnding("virtualservices", "webserver", "shop"));
        Trouble trouble = scene.apply(scene.cluster, set, false).trouble().orElseThrow();
        assertThat(trouble.id()).isEqualTo("namespace-ending");
        assertThat(trouble.arguments()).containsEntry("namespace", "shop");
    }

    @Test
    void a_quota_that_is_used_up_is_named_with_its_counts_and_all_is_put_back() {
        String counts = "requested: count/services=1, used: count/services=3, limited: count/services=3";
        server.refuse(applying("services"), ApiError.overQuota("services", "webserver", "small", counts));
        Outcome outcome = scene.apply(scene.cluster, set, false);
        everythingIsAsItWas(outcome, "over-quota");
        assertThat(outcome.trouble().orElseThrow().arguments())
                .containsEntry("quota", "small")
                .containsEntry("detail", counts);
    }

    @Test
    void a_right_that_is_missing_is_named_and_the_others_are_still_asked_about() {
        server.forbid("patch", "destinationrules");
        Plan plan = scene.cluster.plan(set, false);
        assertThat(plan.changes().stream().map(change -> change.verdict()))
                .containsExactly(Verdict.CREATE, Verdict.REFUSED, Verdict.CREATE, Verdict.CREATE);
        assertThat(plan.trouble().orElseThrow().id()).isEqualTo("forbidden");
        assertThat(plan.trouble().orElseThrow().arguments())
                .containsEntry("verb", "patch")
                .containsEntry("resource", "destinationrules")
                .containsEntry("namespace", "shop");
    }

    @Test
    void what_could_not_be_taken_back_is_not_applied() {
        server.forbid("delete", "virtualservices");
        assertThat(refused(2).id()).isEqualTo("no-way-back");
        server.heal();
        scene.applied(set);
        server.forbid("update", "virtualservices");
        assertThat(scene.cluster
                        .plan(Sets.webserver("shop", "7s"), false)
                        .trouble()
                        .orElseThrow()
                        .arguments())
                .containsEntry("verb", "update");
    }

    @Test
    void without_the_kinds_of_istio_each_is_missing_by_name() {
        server.serveOnly();
        assertThat(refused(0).id()).isEqualTo("kind-missing");
        assertThat(refused(0).arguments()).containsEntry("kind", "ServiceEntry");
        assertThat(scene.cluster.plan(set, false).changes().get(3).verdict()).isEqualTo(Verdict.CREATE);
    }

    @Test
    void an_old_istio_serves_no_v1() {
        server.serveOnly("v1beta1", "v1alpha3");
        assertThat(refused(0).arguments()).containsEntry("version", "networking.istio.io/v1");
    }

    @Test
    void a_slow_server_is_not_waited_for_without_end() {
        server.slow(request -> request.method().equals("GET"), Duration.ofSeconds(20));
        Instant begun = Instant.now();
        assertThat(refused(0).id()).isEqualTo("timeout");
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    void a_connection_that_breaks_is_one_sentence_for_all() {
        server.cut(request -> request.method().equals("GET"));
        Plan plan = scene.cluster.plan(set, false);
        assertThat(plan.changes())
                .allMatch(change -> change.trouble().orElseThrow().id().equals("cut"));
        assertThat(server.requests().stream().filter(request -> request.method().equals("GET")))
                .hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void a_write_whose_answer_got_lost_is_put_back_too() {
        server.cutAfterwards(applying("virtualservices"));
        everythingIsAsItWas(scene.apply(scene.cluster, set, false), "cut");
    }

    @Test
    void a_connection_lost_for_good_leaves_a_receipt_that_tells_so() {
        boolean[] lost = {false};
        server.cut(request -> (lost[0] |= applying("virtualservices").test(request)));
        Outcome outcome = scene.apply(scene.cluster, set, false);
        assertThat(outcome.receipt().isOpen()).isTrue();
        assertThat(outcome.cause().orElseThrow().id()).isEqualTo("cut");
        server.heal();
        Outcome back = scene.cluster.takeBack(scene.last(), false, scene::keep, Watcher.none());
        assertThat(back.isPutBack()).isTrue();
        assertThat(scene.picture(set).values()).containsOnly(Optional.empty());
    }

    @Test
    void an_expired_token_says_to_log_in_again() {
        server.refuse(request -> true, new ApiError(401, "Unauthorized", "Unauthorized"));
        assertThat(refused(0).id()).isEqualTo("unauthorized");
    }

    @Test
    void a_busy_server_is_asked_again() {
        server.refuseOnce(
                request -> request.method().equals("GET"),
                new ApiError(429, "TooManyRequests", "too many requests, please try again later"));
        assertThat(scene.cluster.plan(set, false).isPossible()).isTrue();
    }

    @Test
    void what_is_no_api_server_is_said_to_be_none() {
        assertThat(StatusReader.read(set.get(0).address(), new Reply(200, "<html>"))
                        .id())
                .isEqualTo("not-kubernetes");
        assertThat(StatusReader.read(set.get(0).address(), new Reply(502, "<html>Bad gateway"))
                        .id())
                .isEqualTo("server-fault");
    }

    @Test
    void somebody_who_is_ended_in_the_middle_puts_back() {
        Plan plan = scene.cluster.plan(set, false);
        int[] asked = {0};
        Watcher leaving = new Watcher() {
            @Override
            public void saw(Address address, Moment moment) {}

            @Override
            public boolean goesOn() {
                return ++asked[0] < 3;
            }
        };
        everythingIsAsItWas(scene.cluster.apply(plan, scene.ticket(), scene::keep, leaving), "cancelled");
    }

    @Test
    void the_receipt_is_kept_before_the_first_write() {
        server.meanwhile(
                request -> !request.method().equals("GET")
                        && !request.dryRun()
                        && request.path().contains("/namespaces/"),
                () -> assertThat(scene.last().isOpen()).isTrue());
        scene.applied(set);
        assertThat(scene.journal().get(0).entries())
                .allMatch(entry -> entry.after().isEmpty() && entry.goal().isPresent());
    }

    @Test
    void somebody_who_writes_while_we_put_back_is_not_overwritten() {
        Wanted entry = Sets.of(set, Kind.SERVICE_ENTRY);
        server.meanwhile(
                applying("virtualservices"),
                () -> doubled.applyAs(
                        "sven", Sets.changed(entry, "location: MESH_EXTERNAL", "location: MESH_INTERNAL")));
        server.refuseByAdmission("virtualservices");
        Outcome outcome = scene.apply(scene.cluster, set, false);
        assertThat(outcome.receipt().isOpen()).isTrue();
        assertThat(outcome.trouble().orElseThrow().arguments())
                .containsEntry("object", entry.address().toString())
                .containsEntry("writers", "sven");
        assertThat(outcome.cause().orElseThrow().id()).isEqualTo("admission");
        assertThat(scene.live(entry).text()).contains("MESH_INTERNAL");
    }

    @Test
    void somebody_who_is_faster_by_a_hair_keeps_what_is_theirs() {
        Wanted rule = Sets.of(set, Kind.DESTINATION_RULE);
        server.meanwhile(applying("destinationrules"), () -> doubled.applyAs("helm", rule));
        Outcome outcome = scene.apply(scene.cluster, set, false);
        assertThat(outcome.trouble().orElseThrow().id()).isEqualTo("changed-meanwhile");
        LiveObject theirs = scene.live(rule);
        assertThat(theirs.writers()).containsExactly("helm");
        assertThat(scene.api.get(Sets.of(set, Kind.SERVICE_ENTRY).address())).isEmpty();
    }

    @Test
    void another_egresso_that_is_faster_by_a_hair_keeps_what_is_theirs() {
        Wanted rule = Sets.of(set, Kind.DESTINATION_RULE);
        server.meanwhile(applying("destinationrules"), () -> doubled.applyAs(LiveCluster.MANAGER, rule));
        Outcome outcome = scene.apply(scene.cluster, set, false);
        assertThat(outcome.trouble().orElseThrow().id()).isEqualTo("changed-meanwhile");
        assertThat(outcome.isPutBack()).isTrue();
        assertThat(scene.live(rule).text()).contains("mode: SIMPLE");
        assertThat(scene.api.get(Sets.of(set, Kind.SERVICE_ENTRY).address())).isEmpty();
    }

    @Test
    void no_credential_stands_in_a_receipt_or_a_trouble() {
        Receipt receipt = scene.applied(set);
        assertThat(dev.egresso.rollout.ReceiptText.of(receipt)).doesNotContain(ApiServerDouble.TOKEN);
        Map<String, String> told =
                Trouble.of("admission", "detail", "a\u001b[31mb\nc").arguments();
        assertThat(told).containsEntry("detail", "a [31mb c");
    }
}
