package dev.egresso.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.mesh.Kind;
import dev.egresso.rollout.Address;
import dev.egresso.rollout.Wanted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A second ServiceEntry for a host is never written silently, whichever command writes it. */
class SecondEntryTest extends AgainstADouble {
    private static final Address OWN =
            new Address("networking.istio.io/v1", Kind.SERVICE_ENTRY, "shop", "api-example-com");
    private static final Address ROUTE =
            new Address("networking.istio.io/v1", Kind.VIRTUAL_SERVICE, "shop", "webserver");

    private CommandRun answers(String command, String... more) {
        List<String> words = new ArrayList<>(List.of(
                command,
                "--internal-host",
                "webserver",
                "--external-url",
                "https://api.example.com/v1/",
                "--namespace",
                "shop"));
        words.addAll(List.of(more));
        return run(words.toArray(String[]::new));
    }

    private void file(String name, String text) {
        assertThat(folder.file("k8s").toFile().exists()
                        || folder.file("k8s").toFile().mkdir())
                .isTrue();
        folder.write(name, text);
    }

    private static String entry(String name, String namespace, String spec) {
        return """
        apiVersion: networking.istio.io/v1
        kind: ServiceEntry
        metadata:
          name: %s
          namespace: %s
        spec:
          hosts:
          - api.example.com
          resolution: DNS
        %s"""
                .formatted(name, namespace, spec.indent(2));
    }

    private void theirs(String spec) {
        doubled.applyAs(
                "argo",
                new Wanted(
                        new Address("networking.istio.io/v1", Kind.SERVICE_ENTRY, "default", "theirs"),
                        entry("theirs", "default", spec)));
    }

    private void theirs() {
        theirs("ports:\n- number: 443\n  name: tls\n  protocol: TLS\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"apply", "diff"})
    void where_nobody_said_it_the_command_stops_and_says_what_there_is(String command) {
        theirs();
        CommandRun run = command.equals("apply") ? answers(command, "--yes") : answers(command);
        assertThat(run.exit()).isEqualTo(69);
        assertThat(run.err())
                .contains("ServiceEntry default/theirs registers the host already, with ports 443 TLS.")
                .contains("--service-entry reuse goes by it;", "--service-entry create writes a second one");
        assertThat(doubled.live(OWN) + doubled.live(ROUTE)).isEmpty();
    }

    @Test
    void to_use_it_makes_the_set_that_the_wizard_makes() {
        theirs();
        CommandRun run = answers("apply", "--yes", "--service-entry", "reuse");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(doubled.live(OWN)).isEmpty();
        assertThat(doubled.live(ROUTE)).contains("number: 443");
        assertThat(answers("diff", "--service-entry", "reuse").exit()).isZero();
    }

    @Test
    void one_that_does_not_do_is_said_to() {
        theirs("ports:\n- number: 8443\n  name: tls\n  protocol: TLS\n");
        CommandRun open = answers("apply", "--yes");
        assertThat(open.exit()).isEqualTo(69);
        assertThat(open.err())
                .contains("no port (8443 TLS) that fits HTTPS on 443")
                .doesNotContain("--service-entry reuse goes");
        CommandRun reuse = answers("apply", "--yes", "--service-entry", "reuse");
        assertThat(reuse.exit()).isEqualTo(65);
        assertThat(reuse.err()).contains("no port (8443 TLS) that fits HTTPS on 443");
        assertThat(doubled.live(ROUTE)).isEmpty();
    }

    @Test
    void a_second_one_on_request_is_named_all_the_same() {
        theirs();
        CommandRun run = answers("apply", "--yes", "--service-entry", "create");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err()).contains("warning: ServiceEntry default/theirs has the host already.");
        assertThat(doubled.live(OWN)).contains("api.example.com");
        CommandRun again = answers("apply", "--yes");
        assertThat(again.exit())
                .as("its own entry is there by now: " + again.err())
                .isZero();
        assertThat(again.err()).doesNotContain("theirs");
    }

    @Test
    void an_entry_that_the_namespace_does_not_see_is_none() {
        theirs("exportTo:\n- .\nports:\n- number: 443\n  name: tls\n  protocol: TLS\n");
        assertThat(answers("apply", "--yes").exit()).isZero();
        assertThat(doubled.live(OWN)).contains("api.example.com");
    }

    @Test
    void files_with_a_second_one_are_not_applied_unless_it_is_asked_for() {
        theirs();
        file("k8s/entry.yaml", entry("ours", "shop", "ports:\n- number: 80\n  name: http\n  protocol: HTTP\n"));
        CommandRun run = run("apply", "k8s", "--yes");
        assertThat(run.exit()).isEqualTo(69);
        assertThat(run.err())
                .contains("warning: ServiceEntry default/theirs has the host already.")
                .contains("--service-entry create says so");
        assertThat(run("diff", "k8s").err()).contains("default/theirs has the host already");
        Address ours = new Address("networking.istio.io/v1", Kind.SERVICE_ENTRY, "shop", "ours");
        assertThat(doubled.live(ours)).isEmpty();

        CommandRun asked = run("apply", "k8s", "--yes", "--service-entry", "create");
        assertThat(asked.exit()).as(asked.err()).isZero();
        assertThat(asked.err()).contains("default/theirs has the host already");
        assertThat(run("apply", "k8s", "--yes").err()).doesNotContain("theirs");
        assertThat(run("apply", "k8s", "--yes", "--service-entry", "reuse").exit())
                .isEqualTo(2);
    }

    @Test
    void two_in_the_files_themselves_are_named_too() {
        String ports = "ports:\n- number: 80\n  name: http\n  protocol: HTTP\n";
        file("k8s/one.yaml", entry("one", "shop", ports));
        file("k8s/two.yaml", entry("two", "shop", ports));
        CommandRun run = run("apply", "k8s", "--yes");
        assertThat(run.exit()).isEqualTo(69);
        assertThat(run.err()).contains("shop/one").contains("shop/two");
    }

    @Test
    void an_entry_that_is_changed_to_the_host_of_another_is_a_second_one() {
        theirs();
        String ports = "ports:\n- number: 80\n  name: http\n  protocol: HTTP\n";
        folder.write("ours.yaml", entry("ours", "shop", ports).replace("api.example.com", "old.example.com"));
        assertThat(run("apply", "ours.yaml", "--yes").exit()).isZero();
        folder.write("ours.yaml", entry("ours", "shop", ports));
        CommandRun run = run("apply", "ours.yaml", "--yes");
        assertThat(run.exit()).isEqualTo(69);
        assertThat(run.err()).contains("default/theirs has the host already");
    }

    @Test
    void what_may_not_be_looked_at_is_said_once() {
        doubled.server().forbid("list", "serviceentries");
        CommandRun run = answers("apply", "--yes");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err()).containsOnlyOnce("could be looked through");
        assertThat(run.err()).contains("may not list serviceentries");
    }

    @Test
    void to_go_by_one_that_is_not_there_is_warned_of() {
        CommandRun run = answers("apply", "--yes", "--service-entry", "reuse");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err()).contains("warning: No ServiceEntry for the host");
    }

    @Test
    void opened_files_that_have_the_new_host_already_want_a_word() {
        CommandRun rendered = answers("render");
        folder.write(
                "routes.yaml",
                rendered.out()
                        + "---\n"
                        + entry("other", "shop", "ports:\n- number: 443\n  name: tls\n  protocol: TLS\n")
                                .replace("api.example.com", "new.example.com"));
        String[] change = {
            "render", "--from", "routes.yaml", "--route", "webserver", "--external-url", "https://new.example.com/v1/"
        };
        CommandRun open = run(change);
        assertThat(open.exit()).isEqualTo(65);
        assertThat(open.err()).contains("ServiceEntry shop/other registers the host already", "--service-entry reuse");
        assertThat(open.out()).isEmpty();

        String[] reuse = Arrays.copyOf(change, change.length + 2);
        reuse[change.length] = "--service-entry";
        reuse[change.length + 1] = "reuse";
        CommandRun used = run(reuse);
        assertThat(used.exit()).as(used.err()).isZero();
        assertThat(used.out()).containsOnlyOnce("kind: ServiceEntry").doesNotContain("- api.example.com");
        reuse[change.length + 1] = "create";
        CommandRun second = run(reuse);
        assertThat(second.exit()).as(second.err()).isZero();
        assertThat(second.out().split("hosts:\\s+- new.example.com", -1)).hasSize(3);
        assertThat(run("render", "--from", "routes.yaml", "--route", "webserver", "--name", "renamed")
                        .exit())
                .isZero();
    }
}
