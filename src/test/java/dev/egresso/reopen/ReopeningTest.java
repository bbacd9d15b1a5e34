package dev.egresso.reopen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.Resource;
import dev.egresso.mesh.Answers;
import dev.egresso.mesh.Draft;
import dev.egresso.mesh.FieldId;
import dev.egresso.mesh.Kind;
import dev.egresso.mesh.Origin;
import dev.egresso.mesh.Surroundings;
import dev.egresso.yaml.Line;
import dev.egresso.yaml.TextDifference;
import dev.egresso.yaml.YamlWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that people wrote, opened, changed by an answer, and what of them changes. */
class ReopeningTest {
    private static OpenedSet opened(String... names) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String name : names) {
            texts.put(name, Resource.text("/reopen/" + name));
        }
        return of(texts);
    }

    private static OpenedSet text(String text) {
        return of(Map.of("routes.yaml", text));
    }

    private static OpenedSet of(Map<String, String> texts) {
        var read = FieldEdits.read(texts);
        assertThat(read.faults()).isEmpty();
        return OpenedSet.of(texts, read, FoundRoute.in(read.manifests()).get(0));
    }

    private static EditedSet edited(OpenedSet opened, String... fieldsAndTexts) {
        Answers now = opened.answers();
        for (int i = 0; i < fieldsAndTexts.length; i += 2) {
            now = now.with(FieldId.named(fieldsAndTexts[i]).orElseThrow(), fieldsAndTexts[i + 1]);
        }
        EditedSet edited = opened.with(now, Surroundings.unknown());
        assertThat(edited.refusals()).isEmpty();
        return edited;
    }

    /** The lines that go and come, without those around them. */
    private static String changed(OpenedSet opened, EditedSet edited) {
        return opened.texts().keySet().stream()
                .flatMap(name ->
                        TextDifference.between(
                                opened.texts().get(name), edited.texts().get(name))
                                .rows()
                                .stream())
                .filter(row -> row.kind() != TextDifference.Kind.SAME)
                .map(row -> row.kind().sign() + row.text() + "\n")
                .collect(Collectors.joining());
    }

    private static String changed(OpenedSet opened, String... fieldsAndTexts) {
        return changed(opened, edited(opened, fieldsAndTexts));
    }

    private static Map<String, String> answers(OpenedSet opened) {
        Map<String, String> answers = new LinkedHashMap<>();
        opened.answers().asMap().forEach((field, text) -> answers.put(field.id(), text));
        return answers;
    }

    @Test
    void what_was_written_by_hand_is_read_as_answers() {
        assertThat(answers(opened("by-hand.yaml")))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "internal-host", "pay",
                        "external-url", "https://api.partner.example/v1/",
                        "protocol", "HTTPS",
                        "shape", "classic",
                        "name", "partner",
                        "timeout", "1m30s",
                        "api-version", "v1beta1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "by-hand.yaml",
                "port-of-its-own.yaml",
                "rule-for-one-port.yaml",
                "subset.yaml",
                "from-cluster.yaml",
                "several-hosts.yaml"
            })
    void files_without_a_changed_answer_stay_as_they_are(String name) {
        OpenedSet opened = opened(name);
        EditedSet same = edited(opened);
        assertThat(same.texts()).isEqualTo(opened.texts());
        assertThat(same.isWhole()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "instance: pay, instance: buy",
        "instance: shop-release, instance: shop-release",
        "part-of: shop, part-of: shop"
    })
    void a_label_follows_the_mapping_only_where_it_names_it(String label, String after) {
        Answers answers = Answers.none()
                .with(FieldId.INTERNAL_HOST, "pay")
                .with(FieldId.EXTERNAL_URL, "https://api.partner.example/v1/");
        String written =
                YamlWriter.text(Draft.of(answers, Surroundings.unknown()).manifests());
        String text = written.replace("instance: pay", label);
        EditedSet edited = edited(text(text), "internal-host", "buy");

        assertThat(edited.changes().kept()).isEmpty();
        assertThat(edited.texts().get("routes.yaml"))
                .isEqualTo(text.replace("- pay", "- buy").replace(label, after));
    }

    @Test
    void a_comment_behind_a_value_stays_where_the_value_changes() {
        assertThat(changed(opened("by-hand.yaml"), "timeout", "5s"))
                .isEqualTo(
                        """
                        -        - timeout: 1m30s # long
                        +        - timeout: 5s # long
                        """);
    }

    @Test
    void another_url_changes_the_hosts_and_the_path_in_the_quotes_that_they_have() {
        assertThat(changed(opened("by-hand.yaml"), "external-url", "https://new.partner.example/v2/"))
                .isEqualTo(
                        """
                        -    hosts: ["api.partner.example"]
                        +    hosts: ["new.partner.example"]
                        -              uri: /v1/
                        -              authority: 'api.partner.example'
                        +              uri: /v2/
                        +              authority: 'new.partner.example'
                        -                    host: api.partner.example
                        +                    host: new.partner.example
                        -    host: api.partner.example
                        +    host: new.partner.example
                        """);
    }

    @Test
    void a_policy_that_holds_more_than_tls_stays_without_it() {
        OpenedSet opened = opened("by-hand.yaml");
        EditedSet edited = edited(opened, "tls", "app");
        assertThat(edited.lines(Kind.DESTINATION_RULE).stream().map(Line::text))
                .anyMatch(line -> line.contains("connectionPool"))
                .noneMatch(line -> line.contains("mode"));
        assertThat(edited.changes().staying())
                .extracting(manifest -> manifest.kind().word())
                .containsExactly("VirtualService", "DestinationRule");
        assertThat(edited.texts().get("by-hand.yaml")).contains("directResponse: {status: 200}");
    }

    @Test
    void a_policy_that_holds_nothing_else_goes_as_a_whole() {
        OpenedSet opened = opened("port-of-its-own.yaml");
        EditedSet edited = edited(opened, "tls", "app");
        assertThat(edited.changes().going()).hasSize(1);
        assertThat(edited.texts().get("port-of-its-own.yaml")).doesNotContain("DestinationRule", "targetPort");
    }

    @Test
    void a_route_without_a_name_for_apps_to_call_gets_one_and_the_rule_for_it() {
        OpenedSet opened = opened("port-of-its-own.yaml");
        assertThat(answers(opened)).doesNotContainKey("internal-host");
        EditedSet edited = edited(opened, "internal-host", "news");
        assertThat(changed(opened, edited).lines()).allMatch(line -> line.startsWith("+"));
        assertThat(edited.lines(Kind.VIRTUAL_SERVICE).stream().map(Line::text))
                .contains("  name: news", "  - news", "        host: news.example.com")
                .doesNotContain("  namespace: default");
    }

    @Test
    void settings_for_a_port_are_changed_where_they_stand() {
        assertThat(changed(
                        opened("rule-for-one-port.yaml"),
                        "client-certificate",
                        "/etc/tls.crt",
                        "private-key",
                        "/etc/tls.key"))
                .isEqualTo(
                        """
                        -        mode: SIMPLE # the app speaks http
                        +        mode: MUTUAL # the app speaks http
                        +        clientCertificate: /etc/tls.crt
                        +        privateKey: /etc/tls.key
                        """);
    }

    @Test
    void settings_of_a_subset_are_changed_where_they_stand() {
        assertThat(changed(opened("subset.yaml"), "sni", "front.example.com", "subject-alt-names", "auto"))
                .isEqualTo("""
                        +          sni: front.example.com
                        """);
    }

    @Test
    void a_host_that_rewrite_does_not_name_is_not_put_there() {
        OpenedSet opened = opened("rule-for-one-port.yaml");
        EditedSet edited = edited(opened, "external-url", "https://storage.example.com");
        assertThat(changed(opened, edited)).doesNotContain("authority");
        assertThat(edited.changes().kept())
                .extracting(kept -> kept.place().path().field())
                .containsExactly("spec.http[0].rewrite.authority");
    }

    @Test
    void what_a_cluster_wrote_beside_the_spec_stays() {
        OpenedSet opened = opened("from-cluster.yaml");
        assertThat(changed(opened, "timeout", "3s"))
                .isEqualTo("""
                        +      timeout: 3s
                        """);
    }

    @Test
    void another_internal_host_leaves_the_name_of_the_rule() {
        OpenedSet opened = opened("from-cluster.yaml");
        EditedSet edited = edited(opened, "internal-host", "other");
        assertThat(changed(opened, edited))
                .isEqualTo(
                        """
                        -    - webserver
                        +    - other
                        """);
        assertThat(edited.changes().named()).hasSize(1);
    }

    @Test
    void the_line_ends_of_a_file_are_those_of_its_new_lines() {
        OpenedSet opened = text(Resource.text("/reopen/subset.yaml").replace("\n", "\r\n"));
        String text = edited(opened, "timeout", "3s", "internal-service", "create")
                .texts()
                .get("routes.yaml");
        assertThat(text.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
    }

    @Test
    void of_several_files_only_that_changes_which_holds_the_line() {
        OpenedSet opened = opened("port-of-its-own.yaml", "gateway.yaml");
        EditedSet edited = edited(opened, "external-url", "https://other.example.com");
        assertThat(edited.changedFiles(opened)).containsExactly("port-of-its-own.yaml");
    }

    @Test
    void lines_that_no_answer_feeds_are_told_from_those_that_one_does() {
        OpenedSet opened = opened("by-hand.yaml");
        List<String> kept = edited(opened).lines(Kind.VIRTUAL_SERVICE).stream()
                .filter(line -> line.origin() instanceof Origin.Read)
                .map(line -> line.text().strip())
                .toList();
        assertThat(kept)
                .containsExactly(
                        "name: pay-route",
                        "# health",
                        "- match:",
                        "- uri: {exact: /healthz}",
                        "directResponse: {status: 200}",
                        "headers:",
                        "request: {set: {x-team: pay}}");
    }

    @Test
    void what_an_alias_uses_elsewhere_is_not_changed_and_that_is_said() {
        OpenedSet opened = text(
                """
                apiVersion: networking.istio.io/v1
                kind: ServiceEntry
                metadata: {name: a}
                spec:
                  hosts: [&host a.example.com]
                  subjectAltNames: [*host]
                  ports: [{number: 80, name: http, protocol: HTTP}]
                  resolution: DNS
                """);
        EditedSet edited = opened.with(
                opened.answers().with(FieldId.EXTERNAL_URL, "http://b.example.com"), Surroundings.unknown());
        assertThat(edited.isWhole()).isFalse();
        assertThat(edited.refusals()).hasSize(1);
        assertThat(edited.texts().get("routes.yaml")).contains("&host a.example.com");
    }

    @Test
    void several_routes_are_found_each_with_what_it_is_called() {
        var read = FieldEdits.read(Map.of("two.yaml", Resource.text("/reopen/two-routes.yaml")));
        assertThat(FoundRoute.in(read.manifests()))
                .extracting(FoundRoute::id)
                .containsExactly("default/pay/api.pay.example", "default/mail-out/smtp.mail.example");
    }
}
