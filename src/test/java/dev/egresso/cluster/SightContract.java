package dev.egresso.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.mesh.ApiVersion;
import dev.egresso.mesh.InternalHost;
import dev.egresso.mesh.Kind;
import dev.egresso.rollout.Address;
import dev.egresso.rollout.Existing;
import dev.egresso.rollout.Pod;
import dev.egresso.rollout.Pods;
import dev.egresso.rollout.Sight;
import dev.egresso.rollout.Spoken;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What can be seen of a server, and that seeing changes nothing. */
abstract class SightContract extends ClusterContract {
    private static final String V1 = "networking.istio.io/v1";

    private List<Address> existing(Kind kind, String version) {
        Existing existing = scene.cluster.existing(kind, version, namespace());
        assertThat(existing.unseen()).isEmpty();
        return existing.resources().stream().map(Address::of).toList();
    }

    private Sight look() {
        return scene.cluster.look(namespace(), Optional.of(new InternalHost("webserver")));
    }

    @Test
    void the_namespaces_are_listed_by_their_names() {
        assertThat(scene.cluster.namespaces())
                .contains(namespace(), "default")
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void what_exists_of_a_kind_is_found_in_each_version_that_is_served() {
        scene.applied(set);
        for (String version : List.of(V1, "networking.istio.io/v1beta1")) {
            Address entry = wanted(Kind.SERVICE_ENTRY).address();
            assertThat(existing(Kind.SERVICE_ENTRY, version))
                    .as(version)
                    .anyMatch(each ->
                            each.isSameObject(entry) && each.apiVersion().equals(version));
        }
        assertThat(existing(Kind.SERVICE, "v1"))
                .anyMatch(each -> each.isSameObject(wanted(Kind.SERVICE).address()));
    }

    @Test
    void nothing_exists_of_a_version_that_is_not_served() {
        Existing existing = scene.cluster.existing(Kind.SERVICE_ENTRY, "networking.istio.io/v9", namespace());
        assertThat(existing.resources()).isEmpty();
    }

    @Test
    void a_look_finds_what_is_there_and_what_is_served() {
        Sight before = look();
        assertThat(before.unseen()).isEmpty();
        assertThat(before.surroundings().internalService()).contains(false);
        assertThat(before.has(wanted(Kind.SERVICE_ENTRY).address())).contains(false);
        scene.applied(set);
        Sight after = look();
        assertThat(after.unseen()).isEmpty();
        assertThat(after.missing()).isEmpty();
        assertThat(after.versions()).startsWith(ApiVersion.V1);
        assertThat(after.namespaces()).contains(namespace());
        assertThat(after.surroundings().internalService()).contains(true);
        set.forEach(wanted -> assertThat(after.has(wanted.address()))
                .as(wanted.address().toString())
                .contains(true));
    }

    @Test
    void a_look_says_who_the_server_takes_us_for() {
        assertThat(look().site().user()).isNotBlank();
        assertThat(look().site().server()).isEqualTo(scene.cluster.site().server());
    }

    @Test
    void a_look_changes_nothing() {
        scene.applied(set);
        var before = scene.picture(set);
        look();
        scene.cluster.namespaces();
        existing(Kind.VIRTUAL_SERVICE, V1);
        assertThat(scene.picture(set)).isEqualTo(before);
    }

    @Test
    void a_namespace_without_pods_has_none() {
        Pods pods = scene.cluster.pods(namespace());
        assertThat(pods.trouble()).isEmpty();
        assertThat(pods.pods()).isEmpty();
    }

    @Test
    void a_pod_that_is_not_there_is_said_to_be_missing() {
        Pods pods = scene.cluster.pod(namespace(), "webserver-0");
        assertThat(pods.pods()).isEmpty();
        assertThat(pods.trouble().orElseThrow().id()).isEqualTo("pod-missing");
    }

    @Test
    void a_command_in_a_pod_that_is_not_there_is_not_run() {
        Pod nowhere = new Pod(namespace(), "webserver-0", List.of("app"), Optional.empty(), true, true);
        Spoken spoken = scene.cluster.run(nowhere, "app", List.of("true"), 100);
        assertThat(spoken.trouble().orElseThrow().id()).isEqualTo("pod-missing");
    }
}
