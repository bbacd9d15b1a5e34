package dev.egresso.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.mesh.FieldChange;
import dev.egresso.mesh.Node;
import dev.egresso.mesh.Origin;
import dev.egresso.mesh.Place;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A change of one field leaves all the rest of a file as it was, in whatever way it is written. */
class TextEditsTest {
    private static final Origin ORIGIN = new Origin.Read("test", 1);

    private static final String ROUTE =
            """
            # ours
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: webserver}   # short
            spec:
              hosts:
              - webserver
              http:
              - match:
                - uri:
                    prefix: /a
                rewrite:
                  uri: '/b'  # the path
                # where to
                route:
                - destination:
                    host: example.com
              # the end
            """;

    @Nested
    class A_new_field {
        @Test
        void comes_last_in_its_object_and_stands_as_its_neighbours_do() {
            assertThat(changed(ROUTE, spec -> FieldChange.put(rule(spec).at("rewrite", "authority"), "example.com")))
                    .isEqualTo(ROUTE.replace("# the path\n", "# the path\n      authority: example.com\n"));
        }

        @Test
        void brings_what_is_missing_on_the_way_to_it() {
            assertThat(changed(
                            ROUTE,
                            spec -> FieldChange.put(
                                    rule(spec).at("route").item(0).at("destination", "port", "number"), 443)))
                    .isEqualTo(ROUTE.replace(
                            "host: example.com\n", "host: example.com\n        port:\n          number: 443\n"));
        }

        @Test
        void goes_into_braces() {
            assertThat(changed(
                            ROUTE,
                            spec -> FieldChange.put(spec.above().orElseThrow().at("metadata", "namespace"), "shop")))
                    .isEqualTo(ROUTE.replace("{name: webserver}", "{name: webserver, namespace: shop}"));
        }

        @Test
        void opens_empty_braces() {
            assertThat(changed(
                            ROUTE.replace("'/b'  # the path", "x")
                                    .replace("rewrite:\n      uri: x", "rewrite: {}  # empty"),
                            spec -> FieldChange.put(rule(spec).at("rewrite", "uri"), "/c")))
                    .contains("    rewrite:  # empty\n      uri: /c\n    # where to\n");
        }

        @Test
        void takes_the_place_of_a_null() {
            assertThat(changed(
                            ROUTE.replace("rewrite:\n      uri: '/b'", "rewrite:"),
                            spec -> FieldChange.put(rule(spec).at("rewrite", "uri"), "/c")))
                    .contains("    rewrite:  # the path\n      uri: /c\n    # where to\n");
        }

        @Test
        void is_indented_by_four_where_all_is() {
            String text = "kind: ServiceEntry\nspec:\n    ports:\n      -   number: 443\n          name: tls\n";
            assertThat(changed(text, spec -> FieldChange.put(spec.at("workloadSelector", "labels", "app"), "a: b")))
                    .isEqualTo(text + "    workloadSelector:\n        labels:\n            app: \"a: b\"\n");
        }

        @Test
        void keeps_a_file_without_a_line_end_without_one() {
            assertThat(changed(
                            "kind: ServiceEntry\nspec:\n  hosts: [a]",
                            spec -> FieldChange.put(spec.at("resolution"), "DNS")))
                    .isEqualTo("kind: ServiceEntry\nspec:\n  hosts: [a]\n  resolution: DNS");
        }

        @Test
        void ends_its_line_as_the_others_do() {
            String text = "\uFEFFkind: ServiceEntry\r\nspec:\r\n  hosts:\r\n  - a\r\n";
            assertThat(changed(text, spec -> FieldChange.put(spec.at("resolution"), "DNS")))
                    .isEqualTo(text + "  resolution: DNS\r\n");
            assertThat(changed(
                            text,
                            spec -> FieldChange.put(spec.above().orElseThrow().at("metadata", "name"), "x")))
                    .isEqualTo(text.replace("spec:", "metadata:\r\n  name: x\r\nspec:"));
        }

        @Test
        void stands_where_people_look_for_it() {
            String text =
                    "kind: VirtualService\nspec:\n  http:\n  - route: []\n    timeout: 5s # long\n    fault: {}\n";
            assertThat(changed(
                            text,
                            spec -> FieldChange.put(spec.at("http").item(0).at("retries", "attempts"), 3)))
                    .isEqualTo(text.replace("# long\n", "# long\n    retries:\n      attempts: 3\n"));
            assertThat(changed(
                            text,
                            spec -> FieldChange.put(spec.at("http").item(0).at("rewrite", "authority"), "b")))
                    .isEqualTo(text.replace("- route: []", "- rewrite:\n      authority: b\n    route: []"));
        }

        @Test
        void stands_before_the_comments_and_the_end_mark_that_follow() {
            String text = "kind: ServiceEntry\nspec:\n  hosts: [a]\n\n# next\n---\nkind: ServiceEntry\nspec: {}\n";
            assertThat(changed(text, spec -> FieldChange.put(spec.at("resolution"), "DNS")))
                    .isEqualTo(text.replace("hosts: [a]\n", "hosts: [a]\n  resolution: DNS\n"));
        }

        @Test
        void comes_behind_a_block_of_text() {
            String text =
                    "kind: ServiceEntry\nmetadata:\n  annotations:\n    note: |\n      one\n\n      two\nspec: {}\n";
            assertThat(changed(
                            text,
                            spec -> FieldChange.put(
                                    spec.above().orElseThrow().at("metadata", "annotations", "more"), "1")))
                    .isEqualTo(text.replace("      two\n", "      two\n    more: \"1\"\n"));
        }
    }

    @Nested
    class A_new_value {
        @Test
        void keeps_the_quotes_and_the_comment() {
            assertThat(changed(ROUTE, spec -> FieldChange.put(rule(spec).at("rewrite", "uri"), "/it's")))
                    .isEqualTo(ROUTE.replace("'/b'  # the path", "'/it''s'  # the path"));
        }

        @Test
        void is_quoted_where_another_reader_would_take_it_for_something_else() {
            assertThat(changed(
                            ROUTE,
                            spec -> FieldChange.put(
                                    rule(spec).at("match").item(0).at("uri", "prefix"), "no")))
                    .isEqualTo(ROUTE.replace("/a", "\"no\""));
        }

        @Test
        void may_be_a_list_in_place_of_a_word() {
            assertThat(changed(ROUTE, spec -> FieldChange.put(rule(spec).at("rewrite", "uri"), List.of("x", "z"))))
                    .isEqualTo(ROUTE.replace("uri: '/b'  # the path", "uri:  # the path\n      - x\n      - z"));
        }

        @Test
        void may_be_a_word_in_place_of_an_object() {
            assertThat(changed(ROUTE, spec -> FieldChange.put(rule(spec).at("rewrite"), "none")))
                    .isEqualTo(ROUTE.replace("rewrite:\n      uri: '/b'  # the path", "rewrite: none  # the path"));
        }

        @Test
        void may_replace_an_item_of_a_list() {
            assertThat(changed(ROUTE, spec -> FieldChange.put(spec.at("hosts").item(0), "shop")))
                    .isEqualTo(ROUTE.replace("- webserver", "- shop"));
        }
    }

    @Nested
    class What_goes {
        @Test
        void goes_with_its_lines() {
            assertThat(changed(ROUTE, spec -> FieldChange.take(rule(spec).at("rewrite"))))
                    .isEqualTo(ROUTE.replace("    rewrite:\n      uri: '/b'  # the path\n", ""));
        }

        @Test
        void leaves_the_hyphen_to_the_next_field() {
            assertThat(changed(ROUTE, spec -> FieldChange.take(rule(spec).at("match"))))
                    .isEqualTo(ROUTE.replace("- match:\n    - uri:\n        prefix: /a\n    rewrite:", "- rewrite:"));
        }

        @Test
        void leaves_an_empty_object_behind_if_it_was_alone() {
            assertThat(changed(ROUTE, spec -> FieldChange.take(rule(spec).at("rewrite", "uri"))))
                    .isEqualTo(ROUTE.replace("rewrite:\n      uri: '/b'  # the path", "rewrite: {}  # the path"));
        }

        @Test
        void takes_an_item_out_of_the_middle() {
            String text = "kind: ServiceEntry\nspec:\n  hosts:\n  - a # one\n  # of b\n  - b\n  - c";
            assertThat(changed(text, spec -> FieldChange.take(spec.at("hosts").item(1))))
                    .isEqualTo(text.replace("  - b\n", ""));
            assertThat(changed(text, spec -> FieldChange.take(spec.at("hosts").item(2))))
                    .isEqualTo(text.replace("\n  - c", ""));
        }

        @Test
        void takes_its_comma_along() {
            String text = "kind: ServiceEntry\nspec: {hosts: [a, b, c], resolution: DNS}\n";
            assertThat(changed(text, spec -> FieldChange.take(spec.at("hosts").item(0))))
                    .contains("[b, c]");
            assertThat(changed(text, spec -> FieldChange.take(spec.at("hosts").item(2))))
                    .contains("[a, b]");
            assertThat(changed(text, spec -> FieldChange.take(spec.at("resolution"))))
                    .contains("{hosts: [a, b, c]}");
            assertThat(changed(text, spec -> FieldChange.take(spec.at("hosts"))))
                    .contains("{resolution: DNS}");
        }
    }

    @Nested
    class A_new_item {
        @Test
        void comes_where_it_is_wanted() {
            String text =
                    "kind: ServiceEntry\nspec:\n  ports:\n    # plain\n    - number: 80\n      name: http\n    # sealed\n    - number: 443\n";
            Node port = new Node.Mapping(
                    List.of(
                            new Node.Field("number", false, ORIGIN, new Node.Known("81", Node.Type.INTEGER, ORIGIN)),
                            new Node.Field("name", false, ORIGIN, new Node.Known("x", Node.Type.STRING, ORIGIN))),
                    ORIGIN);
            String item = "    - number: 81\n      name: x\n";
            assertThat(changed(
                            text,
                            spec -> new FieldChange.Insert(spec.at("ports").item(0), port)))
                    .isEqualTo(text.replace("    - number: 80", item + "    - number: 80"));
            assertThat(changed(
                            text,
                            spec -> new FieldChange.Insert(spec.at("ports").item(1), port)))
                    .isEqualTo(text.replace("name: http\n", "name: http\n" + item));
            assertThat(changed(
                            text, spec -> new FieldChange.Put(spec.at("ports").item(2), port)))
                    .isEqualTo(text + item);
        }

        @Test
        void is_quoted_as_its_neighbours_are() {
            assertThat(changed(
                            "kind: ServiceEntry\nspec:\n  hosts:\n  - \"a\"\n",
                            spec -> FieldChange.put(spec.at("hosts").item(1), "b")))
                    .endsWith("  - \"a\"\n  - \"b\"\n");
        }

        @Test
        void stands_alone_in_a_new_list() {
            assertThat(changed(
                            "kind: ServiceEntry\nspec:\n  resolution: DNS\n",
                            spec -> FieldChange.put(spec.at("hosts").item(0), "b")))
                    .endsWith("spec:\n  hosts:\n  - b\n  resolution: DNS\n");
        }
    }

    @Nested
    class Json {
        private static final String PRETTY =
                """
                {
                \t"kind": "VirtualService",
                \t"spec": {
                \t\t"hosts": ["a", "b"],
                \t\t"http": [
                \t\t\t{
                \t\t\t\t"rewrite": {}
                \t\t\t}
                \t\t]
                \t}
                }
                """;

        @Test
        void keeps_its_tabs_and_quotes() {
            assertThat(changed(PRETTY, spec -> FieldChange.put(spec.at("hosts").item(2), "c/d")))
                    .isEqualTo(PRETTY.replace("\"b\"]", "\"b\", \"c/d\"]"));
            assertThat(changed(
                            PRETTY,
                            spec -> FieldChange.put(spec.at("http").item(0).at("rewrite", "uri"), "/")))
                    .isEqualTo(PRETTY.replace("{}", "{\n\t\t\t\t\t\"uri\": \"/\"\n\t\t\t\t}"));
            assertThat(changed(PRETTY, spec -> FieldChange.put(spec.at("exportTo"), List.of("."))))
                    .isEqualTo(PRETTY.replace("\t\t]\n\t}", "\t\t],\n\t\t\"exportTo\": [\n\t\t\t\".\"\n\t\t]\n\t}"));
        }

        @Test
        void on_one_line_stays_on_one() {
            String text = "{\"kind\":\"ServiceEntry\",\"spec\":{\"hosts\":[\"a\"],\"ports\":[{\"number\":80}]}}";
            assertThat(changed(
                            text,
                            spec -> FieldChange.put(spec.at("ports").item(0).at("name"), "http")))
                    .isEqualTo(text.replace("80}", "80,\"name\":\"http\"}"));
            assertThat(changed(text, spec -> FieldChange.take(spec.at("hosts"))))
                    .isEqualTo(text.replace("\"hosts\":[\"a\"],", ""));
        }

        @Test
        void may_hold_several_documents() {
            String text = "{\"kind\":\"Service\"}\n{\"kind\":\"ServiceEntry\", \"spec\":{\"hosts\":[\"a\"]}}\n";
            ReadSet read = ManifestReader.read("a.json", text);
            Place spec = Place.of(read.manifests().get(1)).at("spec");
            assertThat(TextEdits.of(read, FieldChange.put(spec.at("resolution"), "DNS"))
                            .texts())
                    .containsEntry("a.json", text.replace("[\"a\"]", "[\"a\"],\"resolution\":\"DNS\""));
        }
    }

    @Nested
    class Refused {
        private static final String ANCHORED =
                """
                kind: DestinationRule
                spec:
                  trafficPolicy:
                    tls: &tls
                      mode: SIMPLE
                    portLevelSettings:
                    - port: {number: 80}
                      tls: *tls
                    - port: {number: 81}
                      tls:
                        <<: *tls
                """;

        @Test
        void what_other_places_use_by_its_anchor() {
            assertThat(outcome(ANCHORED, spec -> FieldChange.put(spec.at("trafficPolicy", "tls", "mode"), "MUTUAL")))
                    .isEqualTo(Edited.Outcome.refused("other places use the same part by its anchor &tls"));
            assertThat(outcome(ANCHORED, spec -> FieldChange.take(spec.at("trafficPolicy", "tls")))
                            .what())
                    .isEqualTo(Edited.What.REFUSED);
        }

        @Test
        void what_stands_behind_an_alias() {
            Function<Place, Place> settings = spec -> spec.at("trafficPolicy", "portLevelSettings");
            assertThat(outcome(
                            ANCHORED,
                            spec -> FieldChange.put(settings.apply(spec).item(0).at("tls", "mode"), "X")))
                    .isEqualTo(Edited.Outcome.refused("it stands in a part that an alias brings in from elsewhere"));
            assertThat(changed(
                            ANCHORED,
                            spec -> FieldChange.put(settings.apply(spec).item(0).at("tls"), "X")))
                    .isEqualTo(ANCHORED.replace("tls: *tls", "tls: X"));
            assertThat(changed(
                            ANCHORED,
                            spec -> FieldChange.take(
                                    settings.apply(spec).item(0).at("tls"))))
                    .isEqualTo(ANCHORED.replace("      tls: *tls\n", ""));
        }

        @Test
        void what_a_merge_brings_in_and_should_go() {
            assertThat(outcome(
                                    ANCHORED,
                                    spec -> FieldChange.take(spec.at("trafficPolicy", "portLevelSettings")
                                            .item(1)
                                            .at("tls", "mode")))
                            .what())
                    .isEqualTo(Edited.What.REFUSED);
            assertThat(changed(
                            ANCHORED,
                            spec -> FieldChange.put(
                                    spec.at("trafficPolicy", "portLevelSettings")
                                            .item(1)
                                            .at("tls", "mode"),
                                    "X")))
                    .isEqualTo(ANCHORED + "        mode: X\n");
        }

        @Test
        void what_has_no_such_place() {
            assertThat(outcome(ROUTE, spec -> FieldChange.take(spec.at("gateways")))
                            .what())
                    .isEqualTo(Edited.What.REFUSED);
            assertThat(outcome(ROUTE, spec -> FieldChange.put(spec.at("hosts").item(7), "x"))
                            .what())
                    .isEqualTo(Edited.What.REFUSED);
            assertThat(outcome(ROUTE, spec -> FieldChange.put(spec.at("hosts", "x"), "x"))
                            .what())
                    .isEqualTo(Edited.What.REFUSED);
        }
    }

    @Test
    void changes_to_several_documents_and_items_are_made_at_once() {
        String text =
                """
                apiVersion: v1
                kind: List
                items:
                - kind: ServiceEntry
                  spec:
                    hosts: [a, b, a]
                - kind: Secret
                - kind: ServiceEntry
                  spec: {hosts: [b, b]}
                ---
                kind: DestinationRule
                spec:
                  host: x
                """;
        ReadSet read = ManifestReader.read("a.yaml", text);
        List<Place> specs =
                read.manifests().stream().map(each -> Place.of(each).at("spec")).toList();
        Edited edited = TextEdits.of(
                read,
                FieldChange.take(specs.get(0).at("hosts").item(0)),
                FieldChange.put(specs.get(0).at("hosts").item(2), "c"),
                FieldChange.take(specs.get(1).at("hosts").item(1)),
                FieldChange.put(specs.get(2).at("host"), "z"));
        assertThat(edited.isDone()).isTrue();
        assertThat(edited.texts().get("a.yaml"))
                .isEqualTo(text.replace("[a, b, a]", "[b, c]")
                        .replace("[b, b]", "[b]")
                        .replace("host: x", "host: z"));
    }

    @Test
    void changes_that_touch_each_other_come_one_after_the_other() {
        String text = "kind: ServiceEntry\nspec:\n  hosts: [a]\n";
        ReadSet read = ManifestReader.read("a.yaml", text);
        Place spec = Place.of(read.manifests().get(0)).at("spec");
        Edited edited = TextEdits.of(
                read,
                FieldChange.put(spec.at("location"), "MESH_EXTERNAL"),
                FieldChange.put(spec.at("resolution"), "DNS"));
        assertThat(edited.outcomes()).containsExactly(Edited.Outcome.DONE, Edited.Outcome.LATER);
        assertThat(edited.texts().get("a.yaml")).isEqualTo(text + "  location: MESH_EXTERNAL\n");
    }

    @Test
    void what_belongs_together_is_done_together_or_not_at_all() {
        ReadSet read = ManifestReader.read("a.yaml", ROUTE);
        Place spec = Place.of(read.manifests().get(0)).at("spec");
        Edited edited = TextEdits.of(
                read,
                List.of(List.of(FieldChange.put(spec.at("hosts").item(0), "x"), FieldChange.take(spec.at("nothing")))));
        assertThat(edited.isDone()).isFalse();
        assertThat(edited.texts()).isEmpty();
    }

    private static Place rule(Place spec) {
        return spec.at("http").item(0);
    }

    private static Edited edited(String text, Function<Place, FieldChange> change) {
        ReadSet read = ManifestReader.read("a.yaml", text);
        assertThat(read.faults()).isEmpty();
        return TextEdits.of(read, change.apply(Place.of(read.manifests().get(0)).at("spec")));
    }

    private static Edited.Outcome outcome(String text, Function<Place, FieldChange> change) {
        return edited(text, change).outcomes().get(0);
    }

    private static String changed(String text, Function<Place, FieldChange> change) {
        Edited edited = edited(text, change);
        assertThat(edited.outcomes()).containsExactly(Edited.Outcome.DONE);
        return edited.texts().get("a.yaml");
    }
}
