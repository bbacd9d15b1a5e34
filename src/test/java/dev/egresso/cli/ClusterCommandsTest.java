package dev.egresso.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.cluster.ApiServerDouble;
import dev.egresso.mesh.Kind;
import dev.egresso.rollout.Address;
import dev.egresso.rollout.Wanted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClusterCommandsTest extends AgainstADouble {
    private static final Address ROUTE =
            new Address("networking.istio.io/v1", Kind.VIRTUAL_SERVICE, "shop", "webserver");

    private static String[] words(String command, String... more) {
        List<String> words = new ArrayList<>(List.of(command));
        words.addAll(List.of(
                "--internal-host",
                "webserver",
                "--external-url",
                "https://api.example.com/v1/",
                "--internal-service",
                "create",
                "--namespace",
                "shop",
                "--timeout",
                "3s"));
        words.addAll(List.of(more));
        return words.toArray(String[]::new);
    }

    private CommandRun applied() {
        CommandRun run = run(words("apply", "--yes"));
        assertThat(run.exit()).as(run.err()).isZero();
        return run;
    }

    private static String receipt(CommandRun run) {
        Matcher id = Pattern.compile("[0-9]{8}-[0-9]{6}-[0-9a-f]{4}").matcher(run.err());
        assertThat(id.find()).as(run.err()).isTrue();
        return id.group();
    }

    private Wanted route(String timeout) {
        String text = doubled.live(ROUTE).replace("timeout: 3s", "timeout: " + timeout);
        return new Wanted(ROUTE, text);
    }

    @Test
    void diff_exits_as_kubectls_does() {
        CommandRun all = run(words("diff"));
        assertThat(all.exit()).isEqualTo(1);
        assertThat(all.out()).contains("+++ VirtualService/shop/webserver (yours)", "+kind: ServiceEntry");
        assertThat(doubled.live(ROUTE)).isEmpty();
        applied();
        CommandRun none = run(words("diff"));
        assertThat(none.exit()).isZero();
        assertThat(none.out()).isEmpty();
        doubled.applyAs("egresso", route("7s"));
        CommandRun one = run(words("diff"));
        assertThat(one.exit()).isEqualTo(1);
        assertThat(one.out()).contains("-    timeout: 7s", "+    timeout: 3s").doesNotContain("ServiceEntry");
        doubled.server().serveOnly();
        assertThat(run(words("diff")).exit()).isEqualTo(69);
    }

    @Test
    void apply_says_where_and_what_and_how_to_take_it_back() {
        CommandRun run = applied();
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("Context kind-dev, http://127.0.0.1:", "as jane@example.com")
                .contains("create      ServiceEntry    shop/api-example-com")
                .contains("applied     Service         shop/webserver")
                .contains("egresso undo ");
        assertThat(doubled.live(ROUTE)).contains("timeout: 3s");
    }

    @Test
    void the_body_of_an_apply_is_the_text_that_render_prints() {
        CommandRun rendered = run(words("render"));
        applied();
        List<String> sent = doubled.server().requests().stream()
                .filter(request -> request.method().equals("PATCH") && !request.dryRun())
                .map(ApiServerDouble.Seen::body)
                .toList();
        assertThat(sent).hasSize(4);
        assertThat(List.of(rendered.out().split("---\n"))).containsExactlyInAnyOrderElementsOf(sent);
    }

    @Test
    void a_dry_run_writes_nothing() {
        CommandRun run = run(words("apply", "--dry-run"));
        assertThat(run.exit()).isZero();
        assertThat(doubled.server().requests())
                .noneMatch(request -> request.method().equals("PATCH") && !request.dryRun());
        assertThat(folder.has("state")).isFalse();
    }

    @Test
    void nobody_to_ask_and_no_yes_writes_nothing() {
        CommandRun run = run(words("apply"));
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("--yes");
        assertThat(doubled.live(ROUTE)).isEmpty();
    }

    @Test
    void a_person_says_y_or_it_is_left() {
        CommandRun left = CommandRun.of(folder, environment, "\n", words("apply"));
        assertThat(left.exit()).isEqualTo(1);
        assertThat(doubled.live(ROUTE)).isEmpty();
        assertThat(CommandRun.of(folder, environment, "y\n", words("apply")).exit())
                .isZero();
    }

    @Test
    void production_wants_its_name_typed() throws IOException {
        Path config = folder.file("prod");
        Files.writeString(config, doubled.server().kubeconfig("prod-eu-1"));
        environment.put("KUBECONFIG", config.toString());
        CommandRun left = CommandRun.of(folder, environment, "y\n", words("apply"));
        assertThat(left.exit()).isEqualTo(1);
        assertThat(left.err()).contains("prod-eu-1 looks like production");
        assertThat(CommandRun.of(folder, environment, "prod-eu-1\n", words("apply"))
                        .exit())
                .isZero();
    }

    @Test
    void a_conflict_names_the_owner_and_the_field_and_is_forced_by_a_word() {
        applied();
        doubled.applyAs("helm", route("9s"));
        CommandRun run = run(words("apply", "--yes"));
        assertThat(run.exit()).isEqualTo(69);
        assertThat(run.err()).contains("spec.http belongs to helm", "--force-conflicts");
        assertThat(doubled.live(ROUTE)).contains("timeout: 9s");
        assertThat(run(words("apply", "--yes", "--force-conflicts")).exit()).isZero();
        assertThat(doubled.live(ROUTE)).contains("timeout: 3s");
    }

    @Test
    void what_admission_refuses_puts_all_back_and_says_whose_word_it_was() {
        doubled.server().refuseByAdmission("virtualservices");
        CommandRun run = run(words("apply", "--yes"));
        assertThat(run.exit()).isEqualTo(69);
        assertThat(run.err())
                .contains("VirtualService/shop/webserver: The admission webhook validation.istio.io refuses it")
                .contains("put back    ServiceEntry")
                .contains("The cluster is as it was");
        assertThat(run("undo").err()).contains("Nothing was applied to kind-dev from here");
    }

    @Test
    void undo_takes_back_the_last_apply_and_can_be_undone() {
        String first = receipt(applied());
        CommandRun undone = run("undo", "--yes");
        assertThat(undone.exit()).as(undone.err()).isZero();
        assertThat(undone.err()).contains("receipt " + first, "delete      VirtualService");
        assertThat(doubled.live(ROUTE)).isEmpty();
        String back = undone.err().replaceAll("(?s).*egresso undo (\\S+) brings.*", "$1");
        CommandRun again = run("undo", back, "--yes");
        assertThat(again.exit()).as(again.err()).isZero();
        assertThat(doubled.live(ROUTE)).contains("timeout: 3s");
    }

    @Test
    void undo_leaves_what_somebody_changed_unless_told() {
        applied();
        doubled.applyAs("sven", route("1s"));
        CommandRun run = run("undo", "--yes");
        assertThat(run.err()).contains("leave       VirtualService", "changed since, by sven");
        assertThat(doubled.live(ROUTE)).contains("timeout: 1s");
    }

    @Test
    void status_tells_what_changed_and_by_whom() {
        applied();
        doubled.applyAs("sven", route("1s"));
        CommandRun text = run("status");
        assertThat(text.exit()).isZero();
        assertThat(text.out()).contains("VirtualService  shop/webserver  changed since, by sven", "as applied");
        String selector = "app.kubernetes.io/managed-by=egresso,app.kubernetes.io/instance=webserver";
        assertThat(text.out()).contains("kubectl get se,vs,dr,svc -A -l " + selector);
        CommandRun json = run("status", "-o", "json");
        assertThat(json.out()).contains("\"selector\" : \"" + selector + "\"");
        assertThat(json.out()).contains("\"resource\" : \"VirtualService/shop/webserver\"", "\"state\" : \"changed\"");
    }

    @Test
    void of_opened_files_the_changed_documents_of_the_route_are_applied_and_no_others() throws IOException {
        CommandRun rendered = run(words("render"));
        String other = rendered.out()
                .replace("webserver", "other")
                .replace("api.example.com", "other.example.com")
                .replace("api-example-com", "other-example-com");
        folder.write("routes.yaml", "# ours\n" + rendered.out() + "---\n" + other);
        String before = Files.readString(folder.file("routes.yaml"));
        String[] command = {"apply", "--from", "routes.yaml", "--route", "webserver", "--timeout", "9s", "--yes"};
        CommandRun run = run(command);
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err()).doesNotContain("other");
        assertThat(doubled.live(ROUTE)).contains("timeout: 9s");
        assertThat(Files.readString(folder.file("routes.yaml"))).isEqualTo(before);
        command[0] = "diff";
        assertThat(run(Arrays.copyOf(command, command.length - 1)).exit()).isZero();
        assertThat(run("undo", "--yes").exit()).isZero();
        assertThat(doubled.live(ROUTE)).isEmpty();
        assertThat(run("apply", "routes.yaml", "--from", "routes.yaml").exit()).isEqualTo(2);
    }

    @Test
    void surroundings_say_what_is_known_and_what_is_not() {
        applied();
        doubled.server().forbid("delete", "services");
        CommandRun run = run("status", "--surroundings", "--namespace", "shop");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("API         v1, v1beta1, v1alpha3", "Istio       unknown")
                .contains("missing in shop: delete services")
                .contains("ServiceEntry shop/api-example-com  api.example.com");
    }

    @Test
    void the_receipt_is_for_its_owner_only_and_holds_no_credential() throws IOException {
        applied();
        try (Stream<Path> files = Files.list(folder.file("state/egresso/receipts"))) {
            List<Path> all = files.toList();
            for (Path each : all) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
                        .isEqualTo("rw-------");
            }
            List<Path> kept = all.stream()
                    .filter(file -> file.toString().endsWith(".json"))
                    .toList();
            assertThat(kept).hasSize(1);
            assertThat(Files.readString(kept.get(0)))
                    .contains("\"person\" : \"jane\"", "jane@example.com")
                    .doesNotContain(ApiServerDouble.TOKEN);
        }
    }

    @Test
    void no_receipt_no_apply() {
        folder.write("state", "a file, not a folder");
        CommandRun run = run(words("apply", "--yes"));
        assertThat(run.exit()).isEqualTo(73);
        assertThat(doubled.live(ROUTE)).isEmpty();
    }

    @Test
    void credentials_are_never_said() {
        doubled.server().forbid("patch", "destinationrules");
        CommandRun run = run(words("apply", "--yes"));
        assertThat(run.exit()).isEqualTo(69);
        assertThat(run.err())
                .contains("jane@example.com may not patch destinationrules in shop (403)")
                .doesNotContain(ApiServerDouble.TOKEN);
    }

    @Test
    void files_are_applied_as_they_stand_comments_and_all() {
        CommandRun rendered = run(words("render", "--comments"));
        folder.write("set.yaml", rendered.out());
        CommandRun run = run("apply", "set.yaml", "--yes");
        assertThat(run.exit()).as(run.err()).isZero();
        List<String> sent = doubled.server().requests().stream()
                .filter(request -> request.method().equals("PATCH") && !request.dryRun())
                .map(ApiServerDouble.Seen::body)
                .toList();
        assertThat(sent)
                .hasSize(4)
                .allMatch(body -> body.contains("#") && rendered.out().contains(body));
        assertThat(run("diff", "set.yaml").exit()).isZero();
    }

    @Test
    void a_namespace_fills_only_what_has_none() {
        folder.write(
                "service.yaml",
                "apiVersion: v1\nkind: Service\nmetadata:\n  name: open\nspec:\n  ports:\n  - port: 80\n    protocol: TCP\n");
        CommandRun run = run("apply", "service.yaml", "--namespace", "shop", "--yes");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(doubled.live(new Address("v1", Kind.SERVICE, "shop", "open")))
                .contains("port: 80");
    }

    @Test
    void a_context_that_is_not_there_is_never_another_one() {
        CommandRun run = run(words("apply", "--yes", "--context", "kind-dve"));
        assertThat(run.exit()).isEqualTo(69);
        assertThat(run.err()).contains("no context kind-dve");
        assertThat(doubled.server().requests()).isEmpty();
    }

    @Test
    void without_a_user_in_the_environment_the_receipt_names_the_account() {
        environment.remove("USER");
        assertThat(run(words("apply", "--yes")).exit()).isZero();
        assertThat(run("status", "-o", "json").out())
                .contains("\"person\" : \"" + System.getProperty("user.name") + "\"");
    }
}
