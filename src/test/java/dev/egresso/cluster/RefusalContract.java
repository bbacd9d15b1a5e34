package dev.egresso.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.mesh.Kind;
import dev.egresso.rollout.Address;
import dev.egresso.rollout.Change;
import dev.egresso.rollout.Trouble;
import dev.egresso.rollout.Verdict;
import dev.egresso.rollout.Wanted;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a server refuses, and by which name that is told. */
abstract class RefusalContract extends ClusterContract {
    @Test
    void a_field_that_nobody_knows_is_refused_by_name() {
        Wanted odd = Sets.changed(wanted(Kind.VIRTUAL_SERVICE), "spec:\n", "spec:\n  hostz: []\n");
        Change change = scene.cluster.plan(List.of(odd), false).changes().get(0);
        assertThat(change.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(change.trouble().orElseThrow().id()).isEqualTo("unknown-field");
        assertThat(change.trouble().orElseThrow().arguments().get("field")).contains("spec.hostz");
    }

    @Test
    void a_version_that_is_not_served_is_refused_by_name() {
        Wanted route = wanted(Kind.VIRTUAL_SERVICE);
        Address never = new Address("networking.istio.io/v9", Kind.VIRTUAL_SERVICE, namespace(), "webserver");
        Wanted odd = new Wanted(never, route.text().replace("networking.istio.io/v1\n", "networking.istio.io/v9\n"));
        Trouble trouble = scene.cluster.plan(List.of(odd), false).trouble().orElseThrow();
        assertThat(trouble.id()).isEqualTo("kind-missing");
        assertThat(trouble.arguments()).containsEntry("version", "networking.istio.io/v9");
    }

    @Test
    void a_namespace_that_is_not_there_is_refused_by_name() {
        Trouble trouble = scene.cluster
                .plan(Sets.webserver("egresso-nowhere"), false)
                .trouble()
                .orElseThrow();
        assertThat(trouble.id()).isEqualTo("namespace-missing");
        assertThat(trouble.arguments()).containsEntry("namespace", "egresso-nowhere");
    }

    @Test
    void somebody_the_server_does_not_know_is_told_so() {
        assertThat(where().asStranger().id()).isEqualTo("unauthorized");
    }
}
