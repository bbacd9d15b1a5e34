package dev.egresso.mesh;

import static dev.egresso.mesh.Given.url;
import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.yaml.ManifestReader;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which ServiceEntry that is there already does for a route, by which of its ports, and why another one does not. */
class ReusedEntryTest {
    private static final String HTTPS = "https://api.example.com/v1/";
    private static final String BOTH =
            "[{number: 80, name: a, protocol: HTTP, targetPort: 443}, {number: 443, name: b, protocol: TLS}]";

    private static Inventory entry(String spec) {
        return named("shared", "theirs", "hosts: [api.example.com], " + spec);
    }

    private static Inventory named(String namespace, String name, String spec) {
        String text = "apiVersion: networking.istio.io/v1\nkind: ServiceEntry\nmetadata: {name: " + name
                + ", namespace: " + namespace + "}\nspec: {" + spec + "}\n";
        return new Inventory(
                List.of(), Optional.empty(), ManifestReader.read("x.yaml", text).manifests());
    }

    private static Given seen(String url, Inventory inventory, String... answers) {
        Given given = url(url).and("namespace", "shop").and(answers);
        return new Given(given.answers(), Surroundings.unknown().withInventory(inventory));
    }

    private static String[] answers(String text) {
        return text == null ? new String[0] : text.split(" ");
    }

    /** Any port that leads to the dialled one in the right protocol; the usual one first. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "https://api.example.com; [{number: 8080, name: a, protocol: HTTP, targetPort: 443}];            8080; isolated",
                "https://api.example.com; [{number: 8080, name: a, protocol: HTTP, targetPort: 443}, {number: 80, name: b, protocol: HTTP, targetPort: 443}]; 80; isolated",
                "https://api.example.com; [{number: 8443, name: a, protocol: TLS, targetPort: 443}];             8443; classic",
                "https://api.example.com; [{number: 8443, name: a, protocol: TLS, targetPort: 443}, {number: 443, name: b, protocol: TLS}]; 443; classic",
                "https://api.example.com; [{number: 443, name: a, protocol: HTTPS}];                             443; classic",
                "http://api.example.com;  [{number: 8000, name: a, protocol: HTTP, targetPort: 80}];             8000; ''",
                "grpcs://api.example.com; [{number: 9000, name: a, protocol: GRPC, targetPort: 443}];            9000; isolated",
                "tcp://api.example.com:5432; [{number: 15432, name: a, protocol: TCP, targetPort: 5432}];        15432; ''",
            })
    void the_route_goes_by_the_port_that_leads_where_it_wants(String url, String ports, int number, String shape) {
        Given seen = seen(url, entry("resolution: DNS, ports: " + ports));
        String block = url.startsWith("tcp") ? "tcp" : "http";
        assertThat(seen.problems()).noneMatch(problem -> problem.startsWith("error"));
        assertThat(seen.at("VirtualService/spec." + block + "[0].route[0].destination.port.number"))
                .isEqualTo(Integer.toString(number));
        if (!shape.isEmpty()) {
            assertThat(seen.draft().setting(FieldId.SHAPE).text()).isEqualTo(shape);
        }
        if (shape.equals("isolated")) {
            assertThat(seen.at("DestinationRule/spec.trafficPolicy.portLevelSettings[0].port.number"))
                    .isEqualTo(Integer.toString(number));
        }
    }

    /** What conflicts is named, and on which question; a second entry may always be asked for in words. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "-",
            value = {
                "resolution: NONE;        -;                      error service-entry service-entry-resolution",
                "location: MESH_EXTERNAL; -;                      error service-entry service-entry-resolution",
                "resolution: STATIC;      -;                      error service-entry service-entry-no-endpoints",
                "resolution: STATIC, workloadSelector: {labels: {app: a}}; -; error service-entry service-entry-pods",
                "resolution: STATIC, endpoints: [{address: 10.0.0.1, ports: {a: 8443, b: 8443}}]; -; error service-entry service-entry-unfit",
                "resolution: DNS;         resolution STATIC endpoints 10.0.0.1; error resolution service-entry-differs",
                "resolution: STATIC, endpoints: [{address: 10.0.0.1}]; endpoints 10.0.0.2;   error endpoints service-entry-differs",
                "resolution: DNS;         location MESH_INTERNAL; error location service-entry-differs",
                "resolution: DNS, location: MESH_INTERNAL; -;     warning service-entry service-entry-internal",
                "resolution: DNS, exportTo: [shop]; export-to *;  error export-to service-entry-hidden",
                "resolution: DNS, exportTo: [shop, pay]; export-to .,billing; error export-to service-entry-hidden",
                "resolution: DNS;         entry-port 8443;        error entry-port service-entry-port",
                "resolution: DNS;         shape isolated entry-port 443; error entry-port service-entry-port",
            })
    void an_entry_that_does_not_do_is_refused_with_what_conflicts(String spec, String answers, String problem) {
        Inventory theirs = entry(spec + ", ports: " + BOTH);
        assertThat(seen(HTTPS, theirs, answers(answers)).problems()).contains(problem);
        assertThat(seen(HTTPS, theirs, answers(answers))
                        .and("service-entry", "create")
                        .problems())
                .noneMatch(any -> any.contains(" service-entry-"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "-",
            value = {
                "resolution: DNS;             -",
                "resolution: DNS_ROUND_ROBIN; -",
                "resolution: STATIC, endpoints: [{address: 10.0.0.1}];                            endpoints 10.0.0.1",
                "resolution: STATIC, endpoints: [{address: 10.0.0.1, ports: {a: 443}}];           -",
                "resolution: DNS, endpoints: [{address: eu.example.com}];                         -",
                "resolution: DNS;             resolution DNS location MESH_EXTERNAL",
                "resolution: DNS, exportTo: [shop, pay]; export-to .",
                "resolution: DNS, exportTo: ['*'];       export-to *",
                "resolution: DNS;             entry-port 80",
            })
    void an_entry_that_does_is_used(String spec, String answers) {
        Given seen = seen(HTTPS, entry(spec + ", ports: " + BOTH), answers(answers));
        assertThat(seen.problems()).noneMatch(problem -> problem.startsWith("error"));
        assertThat(seen.at("ServiceEntry/spec.hosts[0]")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "shared; shop, pay; shop, pay",
                "shop;   .;         .",
                "shop;   ., pay;    ., pay",
                "shop;   *;         *",
            })
    void who_sees_the_rule_sees_the_host(String namespace, String exportTo, String wanted) {
        Inventory theirs = named(
                namespace,
                "theirs",
                "hosts: [api.example.com], resolution: DNS, exportTo: ['" + exportTo.replace(", ", "', '")
                        + "'], ports: " + BOTH);
        Given seen = seen(HTTPS, theirs);
        assertThat(seen.problems()).isEmpty();
        assertThat(seen.draft().setting(FieldId.EXPORT_TO).text()).isEqualTo(wanted);
    }

    @Test
    void an_address_is_looked_for_among_the_endpoints() {
        String host = "hosts: [ip-203-0-113-7.external.internal], resolution: STATIC, ports: " + BOTH + ", endpoints: ";
        assertThat(seen("https://203.0.113.7", named("shared", "theirs", host + "[{address: 203.0.113.7}]"))
                        .problems())
                .noneMatch(problem -> problem.startsWith("error"));
        assertThat(seen("https://203.0.113.7", named("shared", "theirs", host + "[{address: 203.0.113.8}]"))
                        .problems())
                .contains("error service-entry service-entry-differs");
    }

    @Test
    void the_entry_of_the_own_namespace_goes_before_others() {
        String spec = "hosts: [api.example.com], resolution: DNS, ports: " + BOTH;
        Inventory both = Inventory.none()
                .with(List.of(
                        named("shared", "theirs", spec).resources().get(0),
                        named("shop", "near", spec).resources().get(0)));
        assertThat(seen(HTTPS, both)
                        .draft()
                        .setting(FieldId.SERVICE_ENTRY)
                        .because()
                        .arguments())
                .containsEntry("entry", "shop/near");
    }

    /** Its own entry, changed to a host that another one has: that would be a second one as well. */
    @Test
    void an_own_entry_of_another_host_does_not_hide_that_of_somebody_else() {
        Inventory both = Inventory.none()
                .with(List.of(
                        named("shop", "own", "hosts: [old.example.com], resolution: DNS, ports: " + BOTH)
                                .resources()
                                .get(0),
                        entry("resolution: DNS, ports: " + BOTH).resources().get(0)));
        assertThat(seen(HTTPS, both, "name", "own")
                        .draft()
                        .setting(FieldId.SERVICE_ENTRY)
                        .text())
                .isEqualTo("reuse");
    }

    @Test
    void the_answers_of_a_set_name_the_port_that_was_found() {
        Given seen = seen(
                HTTPS,
                entry(
                        "resolution: DNS, exportTo: [shop], ports: [{number: 8080, name: a, protocol: HTTP, targetPort: 443}]"));
        Bundle bundle = Bundle.of(seen.draft().route().orElseThrow());
        assertThat(bundle.answers().asMap())
                .containsEntry(FieldId.ENTRY_PORT, "8080")
                .containsEntry(FieldId.EXPORT_TO, "shop");
        assertThat(Draft.of(bundle.answers(), Surroundings.unknown()).manifests())
                .extracting(dev.egresso.yaml.YamlWriter::text)
                .isEqualTo(bundle.manifests().stream()
                        .map(dev.egresso.yaml.YamlWriter::text)
                        .toList());
    }
}
