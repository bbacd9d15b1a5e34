package dev.egresso.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.Resource;
import dev.egresso.TempFolder;
import dev.egresso.Tmux;
import dev.egresso.Wait;
import dev.egresso.cluster.ApiServerDouble;
import dev.egresso.cluster.ApiServerDouble.Seen;
import dev.egresso.cluster.DoubledCluster;
import dev.egresso.cluster.ExecFront;
import dev.egresso.mesh.Kind;
import dev.egresso.proof.Dumps;
import dev.egresso.rollout.Address;
import dev.egresso.rollout.Wanted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The wizard as it is shipped, in a real terminal, and a cluster to which it applies. */
@EnabledIf(value = "dev.egresso.Tmux#isInstalled", disabledReason = "tmux is not installed: apt-get install tmux")
class WizardClusterIT {
    private static final Address ROUTE =
            new Address("networking.istio.io/v1", Kind.VIRTUAL_SERVICE, "shop", "webserver");
    private static final Address OPENED =
            new Address("networking.istio.io/v1beta1", Kind.VIRTUAL_SERVICE, "default", "pay-route");
    private static final List<String> SET = List.of(
            "--internal-host=webserver",
            "--external-url=https://api.example.com/v1/",
            "--internal-service=create",
            "--namespace=shop");
    private static final String REVIEW = "w where";
    private static final String REHEARSED = "Asked the server, nothing written yet";
    private static final String AS_IT_WAS = "The cluster is as it was";

    private final DoubledCluster doubled = new DoubledCluster();
    private final ApiServerDouble server = doubled.server();
    private final TempFolder home = TempFolder.create();
    private final Map<String, String> environment = new TreeMap<>();

    @BeforeEach
    void a_home_of_its_own() {
        environment.put("HOME", home.path().toString());
        environment.put("XDG_STATE_HOME", home.file("state").toString());
        environment.put("KUBECONFIG", doubled.kubeconfig().toString());
        environment.put("USER", "jane");
        environment.put("LANG", "C.UTF-8");
        environment.put("LC_ALL", "");
    }

    @AfterEach
    void gone() {
        doubled.close();
        home.close();
    }

    private Tmux wizard(int columns, int rows, String... more) {
        List<String> command = new ArrayList<>(CommandResult.command());
        command.add("wizard");
        command.addAll(SET);
        command.addAll(List.of(more));
        return Tmux.start(command, columns, rows, environment);
    }

    private Tmux reviewing(int columns, int rows) {
        Tmux tmux = wizard(columns, rows);
        tmux.waitFor(REVIEW);
        return tmux;
    }

    private static void choosing(Tmux tmux, String key) {
        tmux.type(key);
        tmux.waitFor("▸ kind-dev");
        tmux.key("Enter");
    }

    private static void rehearsed(Tmux tmux) {
        choosing(tmux, "a");
        tmux.waitFor(REHEARSED);
    }

    private boolean isEmpty() {
        return stored() == 0;
    }

    private int stored() {
        return Stream.of("serviceentries", "destinationrules", "virtualservices", "services")
                .mapToInt(server::count)
                .sum();
    }

    private static boolean isRouteInEarnest(Seen request) {
        return request.method().equals("PATCH") && request.writes("virtualservices");
    }

    private void awaitTheRoute() {
        Wait.until(() -> "the route to be applied", () -> server.requests().stream()
                .anyMatch(WizardClusterIT::isRouteInEarnest));
    }

    @Test
    void a_set_is_rehearsed_applied_proved_and_undone_and_that_undone_too() {
        for (int[] size : new int[][] {{80, 24}, {120, 40}, {200, 60}}) {
            try (Tmux tmux = reviewing(size[0], size[1])) {
                assertThat(server.requests().stream()
                                .filter(request ->
                                        !request.dryRun() && request.method().equals("PATCH")))
                        .as("nothing is asked of a cluster before the key")
                        .hasSizeLessThanOrEqualTo(8);
                rehearsed(tmux);
                assertThat(tmux.screen()).contains("Context kind-dev", server.url(), "Into shop", "create");
                assertThat(isEmpty()).isTrue();
                tmux.key("Enter");
                tmux.waitFor("y applies what is shown");
                assertThat(isEmpty()).isTrue();
                tmux.type("y");
                tmux.waitFor("Applied to kind-dev, and read again");
                assertThat(tmux.screen().lines().filter(line -> line.contains("is there, with your fields")))
                        .hasSize(4);
                assertThat(stored()).isEqualTo(4);
                tmux.type("u");
                tmux.waitFor("Taking back what jane applied");
                assertThat(stored()).isEqualTo(4);
                tmux.type("y");
                tmux.waitFor("Taken back in kind-dev, and read again");
                assertThat(isEmpty()).isTrue();
                tmux.type("u");
                tmux.waitFor("Bringing again what jane took back");
                tmux.type("y");
                tmux.waitFor("is as it was before");
                assertThat(stored()).isEqualTo(4);
                tmux.type("u");
                tmux.waitFor("Bringing again");
                tmux.type("y");
                tmux.waitFor("is gone");
                assertThat(isEmpty()).isTrue();
                tmux.key("C-c");
                tmux.exitStatus();
                assertNoCredential(tmux);
            }
        }
    }

    @Test
    void opened_files_are_applied_with_a_changed_answer_and_the_shown_command_does_it_again() throws IOException {
        String written = Resource.text("/reopen/by-hand.yaml");
        home.write("pay.yaml", written);
        Path file = home.file("pay.yaml");
        try (Tmux tmux = Tmux.start(
                CommandResult.command("wizard", "--from", file.toString(), "--timeout", "5s"), 120, 40, environment)) {
            tmux.waitFor("shows what changes in");
            rehearsed(tmux);
            tmux.resize(200, 60);
            tmux.type("y");
            tmux.waitFor("Applied to kind-dev, and read again");
            assertThat(doubled.live(OPENED)).contains("/healthz", "timeout: 5s", "x-team: pay");
            assertThat(file).as("the files are written only by saving").hasContent(written);
            String again = tmux.screen()
                    .lines()
                    .filter(line -> line.contains(" apply --context kind-dev"))
                    .findFirst()
                    .orElseThrow();
            assertThat(again).contains(" --from " + file, " --timeout 5s");
            tmux.type("u");
            tmux.waitFor("Taking back what jane applied");
            tmux.type("y");
            tmux.waitFor("Taken back in kind-dev, and read again");
            assertThat(isEmpty()).isTrue();
            tmux.key("C-c");
            tmux.exitStatus();
            applyAgain(again);
        }
        assertThat(doubled.live(OPENED)).contains("/healthz", "timeout: 5s", "x-team: pay");
    }

    /** Runs what was shown, as a script would. */
    private void applyAgain(String command) {
        List<String> words =
                List.of(command.substring(command.indexOf("apply ")).strip().split(" "));
        List<String> arguments = new ArrayList<>(words);
        arguments.add("--yes");
        CommandResult.Run run = CommandResult.in(home);
        for (Map.Entry<String, String> each : environment.entrySet()) {
            run = run.with(each.getKey(), each.getValue());
        }
        assertThat(run.run(arguments.toArray(String[]::new)).exit()).isZero();
    }

    @Test
    void what_a_server_repeats_of_a_credential_is_on_no_screen() {
        try (Tmux tmux = reviewing(120, 40)) {
            server.refuseRepeating(403);
            tmux.type("a");
            tmux.waitFor("▸ kind-dev");
            assertNoCredential(tmux);
            tmux.key("Enter");
            tmux.waitFor("denies it");
            assertThat(tmux.screen()).contains("Bearer …");
            assertNoCredential(tmux);
            tmux.key("Escape");
            tmux.waitFor(REVIEW);
            assertNoCredential(tmux);
        }
    }

    /** Neither in the state folder nor on the screen. */
    private void assertNoCredential(Tmux tmux) {
        assertThat(tmux.screen()).doesNotContain(ApiServerDouble.TOKEN);
        try (Stream<Path> files = Files.walk(home.path())) {
            files.filter(Files::isRegularFile).forEach(file -> {
                try {
                    assertThat(Files.readString(file, UTF_8))
                            .as(file.toString())
                            .doesNotContain(ApiServerDouble.TOKEN);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void who_leaves_after_applying_is_told_how_to_take_it_back() {
        try (Tmux tmux = reviewing(120, 40)) {
            rehearsed(tmux);
            tmux.type("y");
            tmux.waitFor("Applied to kind-dev");
            tmux.key("Enter");
            tmux.waitFor("Applied to kind-dev. b takes it back");
            tmux.type("q");
            assertThat(tmux.exitStatus()).isZero();
            tmux.waitFor("Applied to kind-dev. To take it back: egresso undo --context kind-dev");
        }
    }

    @Test
    void what_was_applied_is_proved_from_a_pod_and_where_rights_are_lacking_the_commands_are_there() {
        String pod =
                "{\"kind\":\"Pod\",\"metadata\":{\"name\":\"web-1\",\"namespace\":\"shop\"},\"spec\":{\"containers\":"
                        + "[{\"name\":\"istio-proxy\"},{\"name\":\"app\"}]},\"status\":{\"phase\":\"Running\"}}";
        server.show("/api/v1/namespaces/shop/pods/web-1", pod);
        server.show("/api/v1/namespaces/shop/pods", "{\"kind\":\"PodList\",\"items\":[" + pod + "]}");
        server.running(exec -> ExecFront.Answer.of(
                exec.container().equals("istio-proxy")
                        ? Dumps.webserver()
                        : "HTTP/1.1 200 OK\r\nserver: nginx\r\nx-envoy-upstream-service-time: 4\r\n\r\nhello"));
        try (Tmux tmux = reviewing(80, 24)) {
            rehearsed(tmux);
            tmux.type("y");
            tmux.waitFor("Applied to kind-dev");
            tmux.type("v");
            tmux.waitFor("▸ shop/web-1");
            assertThat(server.commands()).isEmpty();
            tmux.key("Enter");
            tmux.waitFor("All 6 parts are as foretold");
            assertThat(tmux.screen()).contains("✓ send     200, nginx; foretold reached");
            server.forbid("create", "pods/exec");
            tmux.type("r");
            tmux.waitFor("You may not run commands in pods of shop");
            assertThat(tmux.screen()).contains("kubectl --context kind-dev exec -n shop web-1 -c app -- curl");
            tmux.type("c");
            tmux.waitFor("Copied to the clipboard");
            tmux.key("Escape");
            tmux.waitFor("is there, with your fields");
            tmux.key("C-c");
        }
    }

    @Test
    void conflicts_name_their_owners_and_are_forced_only_on_a_word() {
        applyRoute("helm", "9s");
        try (Tmux tmux = reviewing(120, 40)) {
            rehearsed(tmux);
            tmux.waitFor("spec.http belongs to helm");
            tmux.type("y");
            tmux.waitFor("Nothing is applied while one is refused");
            tmux.type("f");
            tmux.waitFor("Type take over and press Enter");
            tmux.type("yes");
            tmux.key("Enter");
            tmux.waitFor("That is not take over");
            tmux.key("C-u");
            tmux.type("take over");
            tmux.key("Enter");
            tmux.waitFor("takes over spec.http of VirtualService/shop/webserver from helm");
            assertThat(doubled.live(ROUTE)).contains("timeout: 9s");
            tmux.type("y");
            tmux.waitFor("Applied to kind-dev");
            assertThat(doubled.live(ROUTE)).doesNotContain("timeout: 9s");
            tmux.key("C-c");
        }
    }

    @Test
    void what_somebody_changed_since_is_left_alone_and_that_is_said_afterwards_too() {
        try (Tmux tmux = reviewing(120, 40)) {
            rehearsed(tmux);
            tmux.type("y");
            tmux.waitFor("Applied to kind-dev, and read again");
            applyRoute("helm", "9s");
            tmux.type("u");
            tmux.waitFor("leave       VirtualService");
            tmux.type("y");
            tmux.waitFor("Taken back in kind-dev, and read again");
            assertThat(tmux.screen()).containsPattern("! VirtualService +shop/webserver +changed since, by helm");
            assertThat(doubled.live(ROUTE)).contains("timeout: 9s");
            tmux.key("C-c");
        }
    }

    private void applyRoute(String manager, String timeout) {
        doubled.applyAs(
                manager,
                new Wanted(
                        ROUTE,
                        """
                        apiVersion: networking.istio.io/v1
                        kind: VirtualService
                        metadata:
                          name: webserver
                          namespace: shop
                        spec:
                          hosts:
                          - webserver
                          http:
                          - timeout: %s
                            route:
                            - destination:
                                host: elsewhere
                        """
                                .formatted(timeout)));
    }

    @Test
    void what_is_refused_in_the_middle_is_put_back_and_said() {
        server.refuseByAdmission("virtualservices");
        try (Tmux tmux = reviewing(80, 24)) {
            rehearsed(tmux);
            tmux.type("y");
            tmux.waitFor(AS_IT_WAS);
            assertThat(tmux.screen()).contains("put back", "refused", "validation.istio.io", "r try again");
            assertThat(isEmpty()).isTrue();
            server.heal();
            tmux.type("r");
            tmux.waitFor(REHEARSED);
            tmux.type("y");
            tmux.waitFor("Applied to kind-dev");
            tmux.key("C-c");
        }
    }

    @Test
    void a_conflict_that_arises_in_the_middle_names_the_owner_and_leads_to_a_word() {
        server.meanwhile(WizardClusterIT::isRouteInEarnest, () -> applyRoute("helm", "9s"));
        try (Tmux tmux = reviewing(80, 24)) {
            rehearsed(tmux);
            tmux.type("y");
            tmux.waitFor(AS_IT_WAS);
            assertThat(tmux.screen())
                    .contains("put back", "spec.http belongs to helm", "r lets the server rehearse it again");
            assertThat(stored()).as("what helm made stays").isEqualTo(1);
            assertThat(doubled.live(ROUTE)).contains("timeout: 9s").doesNotContain("egresso");
            tmux.type("r");
            tmux.waitFor("conflict");
            tmux.type("f");
            tmux.waitFor("To be confirmed");
            tmux.key("C-c");
        }
    }

    @Test
    void what_cannot_be_put_back_either_stays_said_until_it_is() {
        server.refuseByAdmission("virtualservices");
        server.cut(request -> request.method().equals("DELETE"));
        try (Tmux tmux = reviewing(120, 40)) {
            rehearsed(tmux);
            tmux.type("y");
            tmux.waitFor("Not everything could be put back");
            assertThat(tmux.screen()).contains("validation.istio.io", "broke off", "egresso undo");
            assertThat(stored()).isPositive();
            server.heal();
            tmux.key("Escape");
            tmux.waitFor("Half done in kind-dev");
            tmux.type("g");
            tmux.waitFor("Not everything could be put back");
            tmux.type("u");
            tmux.waitFor("Taking back what jane began");
            tmux.type("y");
            tmux.waitFor("Taken back; kind-dev is as it was before");
            assertThat(isEmpty()).isTrue();
            tmux.key("C-c");
        }
    }

    @Test
    void who_stops_it_is_told_that_all_was_put_back() {
        server.slow(WizardClusterIT::isRouteInEarnest, Duration.ofSeconds(1));
        try (Tmux tmux = reviewing(120, 40)) {
            rehearsed(tmux);
            tmux.type("y");
            tmux.waitFor("applying    VirtualService");
            tmux.key("Escape");
            tmux.waitFor("What is under way comes to its end first");
            tmux.waitFor(AS_IT_WAS);
            assertThat(tmux.screen()).contains("Stopped, as you said.");
            assertThat(isEmpty()).isTrue();
            tmux.key("C-c");
        }
    }

    @Test
    void a_slow_server_never_freezes_the_page() {
        server.slow(request -> request.path().contains("serviceentries"), Duration.ofSeconds(4));
        try (Tmux tmux = reviewing(120, 40)) {
            choosing(tmux, "a");
            tmux.waitFor("Letting kind-dev rehearse it");
            tmux.waitFor("1 s");
            tmux.resize(100, 30);
            tmux.waitFor("2 s");
            tmux.key("Escape");
            tmux.waitFor(REVIEW);
            tmux.type("y");
            tmux.key("C-c");
            assertThat(tmux.exitStatus()).isOne();
            assertThat(isEmpty()).isTrue();
        }
    }

    @Test
    void each_trouble_is_one_sentence_with_a_way_on() {
        server.expireToken();
        try (Tmux tmux = reviewing(80, 24)) {
            choosing(tmux, "a");
            tmux.waitFor("The server does not know you (401). Log in again");
            assertThat(tmux.screen()).contains("egresso apply --context kind-dev");
            server.heal();
            server.cut(request -> true);
            tmux.type("r");
            tmux.waitFor("broke off");
            server.heal();
            server.forbid("patch", "destinationrules");
            tmux.type("r");
            tmux.waitFor("may not patch destinationrules in shop (403)");
            tmux.key("NPage");
            tmux.waitFor("kubectl create rolebinding egresso -n shop");
            server.heal();
            server.serveOnly();
            tmux.type("r");
            tmux.waitFor("does not serve ServiceEntry");
            tmux.type("y");
            tmux.waitFor("Nothing is applied while one is refused");
            tmux.type("s");
            tmux.waitFor("Saved ./webserver-egress.yaml");
            assertThat(tmux.folder().has("webserver-egress.yaml")).isTrue();
            assertThat(isEmpty()).isTrue();
            tmux.key("C-c");
        }
    }

    @Test
    void what_looks_like_production_wants_its_name_typed() {
        home.write("config", server.kubeconfig("prod-eu"));
        environment.put("KUBECONFIG", home.file("config").toString());
        try (Tmux tmux = reviewing(80, 24)) {
            tmux.type("a");
            tmux.waitFor("prod-eu looks like production");
            tmux.key("Enter");
            tmux.waitFor(REHEARSED);
            tmux.type("y");
            tmux.waitFor("Type the name of the context, prod-eu");
            tmux.type("y");
            tmux.key("Enter");
            tmux.waitFor("That is not prod-eu");
            assertThat(isEmpty()).isTrue();
            tmux.key("C-u");
            tmux.type("prod-eu");
            tmux.key("Enter");
            tmux.waitFor("Applied to prod-eu");
            tmux.key("C-c");
        }
    }

    @Test
    void a_service_entry_that_is_there_is_never_doubled_silently_and_a_look_lets_the_route_go_by_it() {
        Address theirs = new Address("networking.istio.io/v1", Kind.SERVICE_ENTRY, "default", "theirs");
        doubled.applyAs(
                "helm",
                new Wanted(
                        theirs,
                        """
                        apiVersion: networking.istio.io/v1
                        kind: ServiceEntry
                        metadata:
                          name: theirs
                          namespace: default
                        spec:
                          hosts:
                          - api.example.com
                          ports:
                          - number: 443
                            name: tls
                            protocol: TLS
                          resolution: DNS
                        """));
        try (Tmux tmux = reviewing(120, 40)) {
            rehearsed(tmux);
            tmux.waitFor("ServiceEntry default/theirs has the host already");
            tmux.type("l");
            tmux.waitFor("reuse  ServiceEntry default/theirs registers the host already");
            tmux.key("Enter");
            tmux.waitFor(REVIEW);
            rehearsed(tmux);
            assertThat(tmux.screen()).doesNotContain("has the host already");
            tmux.type("y");
            tmux.waitFor("Applied to kind-dev");
            assertThat(server.count("serviceentries")).isEqualTo(1);
            assertThat(doubled.live(ROUTE)).contains("number: 443");
            tmux.waitFor("--service-entry reuse");
            tmux.key("C-c");
        }
    }

    @Test
    void answers_that_change_make_the_rehearsal_void() {
        try (Tmux tmux = reviewing(120, 40)) {
            tmux.key("BTab");
            tmux.waitFor("Does a Service for the internal host exist?");
            tmux.key("Up");
            tmux.key("C-d");
            tmux.waitFor(REVIEW);
            rehearsed(tmux);
            tmux.key("M-z");
            tmux.waitFor("so it is void");
            tmux.type("y");
            tmux.waitUntil("another rehearsal", () -> tmux.screen().contains("create      Service"));
            assertThat(isEmpty()).isTrue();
            tmux.key("C-c");
        }
    }

    @Test
    void what_was_killed_in_the_middle_comes_first_at_the_next_start_and_can_be_finished() {
        killedInTheMiddle();
        try (Tmux tmux = wizard(80, 24)) {
            tmux.waitFor("jane began to apply this");
            tmux.key("Escape");
            tmux.waitFor(REVIEW);
            choosing(tmux, "a");
            tmux.waitFor("jane began to apply this");
            tmux.type("f");
            tmux.waitFor("Applied to kind-dev");
            assertThat(stored()).isEqualTo(4);
            tmux.key("C-c");
        }
    }

    @Test
    void what_was_killed_in_the_middle_can_be_taken_back() {
        killedInTheMiddle();
        try (Tmux tmux = wizard(120, 40)) {
            tmux.waitFor("jane began to apply this");
            tmux.type("t");
            tmux.waitFor("Taking back what jane began");
            tmux.type("y");
            tmux.waitFor("is as it was before");
            Wait.until(() -> "nothing to be left", this::isEmpty);
            tmux.key("C-c");
        }
    }

    private void killedInTheMiddle() {
        server.slow(WizardClusterIT::isRouteInEarnest, Duration.ofSeconds(2));
        try (Tmux tmux = reviewing(120, 40)) {
            rehearsed(tmux);
            tmux.type("y");
            awaitTheRoute();
            tmux.signal("KILL");
            assertThat(tmux.exitStatus()).isEqualTo(137);
        }
        server.heal();
        Wait.until(() -> "what was under way to reach the server", () -> server.count("virtualservices") == 1);
    }

    @Test
    void a_program_that_is_told_to_end_puts_back_first_and_says_so() {
        server.slow(WizardClusterIT::isRouteInEarnest, Duration.ofSeconds(1));
        try (Tmux tmux = reviewing(120, 40)) {
            rehearsed(tmux);
            tmux.type("y");
            awaitTheRoute();
            tmux.signal("TERM");
            assertThat(tmux.exitStatus()).isEqualTo(143);
            tmux.waitFor(AS_IT_WAS);
            assertThat(isEmpty()).isTrue();
            assertThat(tmux.modesAfter()).isEqualTo(tmux.modesBefore());
        }
    }

    @Test
    void who_leaves_in_the_middle_leaves_once_all_is_put_back() {
        server.slow(WizardClusterIT::isRouteInEarnest, Duration.ofSeconds(1));
        try (Tmux tmux = reviewing(120, 40)) {
            rehearsed(tmux);
            tmux.type("y");
            awaitTheRoute();
            tmux.key("C-c");
            tmux.waitFor("Stopping");
            tmux.key("C-c");
            assertThat(tmux.exitStatus()).isOne();
            tmux.waitFor(AS_IT_WAS);
            assertThat(isEmpty()).isTrue();
        }
    }

    @Test
    void the_wizard_loads_no_client_before_a_cluster_is_asked() throws IOException {
        List<String> command = new ArrayList<>(CommandResult.command());
        command.add(1, "-Xlog:class+load:file=" + home.file("classes"));
        command.add("wizard");
        command.addAll(SET);
        try (Tmux tmux = Tmux.start(command, 120, 40, environment)) {
            tmux.waitFor(REVIEW);
            assertThat(Files.readString(home.file("classes"), UTF_8))
                    .contains("dev.egresso.cli.WizardLoop")
                    .doesNotContain("io.fabric8", "dev.egresso.cluster", "java.net.http", "com.fasterxml.jackson");
            choosing(tmux, "l");
            tmux.waitFor("What that means for the answers");
            assertThat(Files.readString(home.file("classes"), UTF_8)).contains("io.fabric8");
            tmux.key("C-c");
        }
    }
}
