package dev.egresso.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.mesh.Kind;
import dev.egresso.mesh.Manifest;
import dev.egresso.mesh.Node;
import dev.egresso.mesh.Origin;
import dev.egresso.mesh.Place;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Text becomes resources, or a fault that says where. */
class ManifestReaderTest {
    private static final String ENTRY =
            """
            apiVersion: networking.istio.io/v1
            kind: ServiceEntry
            metadata:
              name: api
              labels:
                app: x
            spec:
              hosts:
              - api.example.com
              ports:
              - number: 443
                name: tls
            """;

    private static ReadSet read(String text) {
        return ManifestReader.read("a.yaml", text);
    }

    private static Manifest only(String text) {
        ReadSet set = read(text);
        assertThat(set.faults()).isEmpty();
        assertThat(set.manifests()).hasSize(1);
        return set.manifests().get(0);
    }

    private static Fault fault(String text) {
        ReadSet set = read(text);
        assertThat(set.manifests()).isEmpty();
        assertThat(set.faults()).hasSize(1);
        return set.faults().get(0);
    }

    @Test
    void every_value_knows_its_file_and_line() {
        Place hosts = Place.of(only(ENTRY)).at("spec", "hosts");
        assertThat(hosts.read()).contains(new Origin.Read("a.yaml", 8));
        assertThat(hosts.items().get(0).read()).contains(new Origin.Read("a.yaml", 9));
    }

    @Test
    void labels_are_words_of_a_person() {
        assertThat(Place.of(only(ENTRY)).at("metadata", "labels", "app").path().pattern())
                .isEqualTo("ServiceEntry/metadata.labels.*");
    }

    @Test
    void documents_are_read_one_by_one_and_comments_are_none() {
        ReadSet set = read("# Source: chart\n---\n" + ENTRY + "---\n# nothing\n---\n" + ENTRY.replace("api", "b"));
        assertThat(set.manifests()).hasSize(2);
        assertThat(Place.of(set.manifests().get(1)).at("kind").read()).contains(new Origin.Read("a.yaml", 19));
    }

    @Test
    void a_broken_document_does_not_take_the_others_with_it() {
        ReadSet set = read("a: [\n---\n" + ENTRY);
        assertThat(set.manifests()).hasSize(1);
        assertThat(set.faults()).singleElement().extracting(Fault::line).isEqualTo(2);
    }

    @Test
    void a_list_is_its_items() {
        String items = ("\n" + ENTRY).replace("\n", "\n  ").stripTrailing();
        ReadSet set = read(
                "kind: List\napiVersion: v1\nitems:\n-" + items.substring(2).replaceFirst("^ +", " ") + "\n");
        assertThat(set.manifests()).singleElement().extracting(Manifest::kind).isEqualTo(Kind.SERVICE_ENTRY);
    }

    @Test
    void json_is_read_with_its_lines() {
        ReadSet set = ManifestReader.read(
                "a.json",
                "{\"kind\":\"List\",\"items\":[\n{\"apiVersion\":\"v1\",\"kind\":\"Service\",\n\"metadata\":{\"name\":\"web\\u00e9\"}}]}");
        assertThat(set.faults()).isEmpty();
        Place name = Place.of(set.manifests().get(0)).at("metadata", "name");
        assertThat(name.text()).contains("webé");
        assertThat(name.read()).contains(new Origin.Read("a.json", 3));
        assertThat(set.span(name)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"Deployment,apps/v1", "Service,serving.knative.dev/v1", "VirtualService,appmesh.k8s.aws/v1beta2"})
    void what_is_not_ours_is_passed_over_with_a_word(String kind, String version) {
        ReadSet set = read("apiVersion: " + version + "\nkind: " + kind + "\nmetadata: {name: x}\n");
        assertThat(set.skipped()).containsExactly(new Skipped("a.yaml", 1, kind, "x"));
    }

    @Test
    void a_key_twice_is_a_fault_with_its_line() {
        assertThat(fault("kind: Service\nspec: {}\nkind: Service\n").toString())
                .isEqualTo("a.yaml:3: the key kind stands here twice");
    }

    @Test
    void aliases_and_merges_are_followed() {
        Manifest entry = only(ENTRY
                + "  endpoints:\n  - &one\n    address: a.b\n    weight: 1\n  - <<: *one\n    weight: 2\n  - *one\n");
        assertThat(entry.text("spec.endpoints[1].address")).contains("a.b");
        assertThat(entry.text("spec.endpoints[1].weight")).contains("2");
        assertThat(entry.text("spec.endpoints[2].weight")).contains("1");
    }

    @Test
    void an_address_that_ends_in_colons_is_a_text() {
        Manifest entry = only("kind: ServiceEntry\nspec:\n  addresses: [1.2.3.4, 2001:db8::]\n");
        assertThat(entry.text("spec.addresses[1]")).contains("2001:db8::");
    }

    @Test
    void a_template_is_told_from_broken_yaml() {
        assertThat(fault("kind: {{ .Values.kind }}\n").what()).contains("render the template");
    }

    @Test
    void aliases_that_multiply_are_refused() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 9; i++) {
            String one = "*a" + (i - 1);
            bomb.append("a")
                    .append(i)
                    .append(": &a")
                    .append(i)
                    .append(" [")
                    .append((one + ", ").repeat(4))
                    .append(one)
                    .append("]\n");
        }
        assertThat(fault(bomb.toString()).what()).contains("alias");
    }

    @Test
    void an_alias_into_itself_is_refused() {
        assertThat(fault("a: &a\n  b: *a\n").what()).contains("alias");
    }

    @Test
    void depth_is_limited() {
        assertThat(fault("[".repeat(5000)).what()).contains("100");
        assertThat(ManifestReader.read("a.json", "{\"a\":".repeat(5000)).faults())
                .hasSize(1);
    }

    @Test
    void bytes_that_are_no_text_are_refused_with_their_line() {
        assertThat(ManifestReader.read("a", new byte[] {'a', '\n', (byte) 0xff}).faults())
                .containsExactly(new Fault("a", 2, "not UTF-8 text"));
        assertThat(ManifestReader.read("a", "a\n\n\0".getBytes(StandardCharsets.UTF_8))
                        .faults()
                        .get(0)
                        .line())
                .isEqualTo(3);
    }

    @Test
    void a_mark_of_byte_order_is_nothing() {
        assertThat(only("\uFEFF" + ENTRY).name()).isEqualTo("api");
        assertThat(ManifestReader.read("a.json", "\uFEFF{\"kind\":\"Service\"}").manifests())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "yes,BOOLEAN,true",
        "off,BOOLEAN,false",
        "~,NULL,''",
        "0x10,INTEGER,16",
        "010,INTEGER,8",
        "1_000,INTEGER,1000",
        "12:30,STRING,12:30",
        "1.5,NUMBER,1.5",
        "1e3,NUMBER,1e3",
        "2020-01-01,STRING,2020-01-01",
        "=,STRING,=",
        "'\"yes\"',STRING,yes",
        "!!str 5,STRING,5",
        "-5,INTEGER,-5",
        "+,STRING,+",
        "0,INTEGER,0"
    })
    void a_bare_word_stands_for_what_kubectl_takes_it_for(String written, Node.Type type, String text) {
        Manifest manifest = only("kind: Service\nspec: " + written + "\n");
        Node.Known known = (Node.Known) manifest.node("spec").orElseThrow();
        assertThat(known.type()).isEqualTo(type);
        assertThat(known.text()).isEqualTo(text);
    }

    @Test
    void a_span_is_the_text_of_a_field() {
        String text = "---\nkind: Service\n---\n" + ENTRY;
        ReadSet set = read(text);
        Place number = Place.of(set.manifests().get(1))
                .at("spec", "ports")
                .items()
                .get(0)
                .at("number");
        Span span = set.span(number).orElseThrow();
        assertThat(text.substring(span.from(), span.to())).isEqualTo("number: 443");
        assertThat(text.substring(span.valueFrom(), span.to())).isEqualTo("443");
        assertThat(span.line()).isEqualTo(14);
        assertThat(span.column()).isEqualTo(5);
    }
}
