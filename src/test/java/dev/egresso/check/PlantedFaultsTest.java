package dev.egresso.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.mesh.Origin;
import dev.egresso.mesh.Surroundings;
import dev.egresso.yaml.ManifestReader;
import dev.egresso.yaml.ReadSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Sets as people write them, each with one fault put in. {@code planted/faults.yml} has what was written there, what stands
 * there now, and which rule has to tell it: at this path, in the line that holds this text, and without another error.
 */
class PlantedFaultsTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "planted");

    record Fault(String set, String rule, String path, String line, String was, String now) {
        static Fault of(Map<String, String> row) {
            return new Fault(
                    row.get("set"), row.get("rule"), row.get("path"), row.get("line"), row.get("was"), row.get("now"));
        }

        @Override
        public String toString() {
            return set + ": " + rule + " at " + path;
        }
    }

    static List<Fault> faults() throws IOException {
        List<Map<String, String>> rows =
                new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(FOLDER.resolve("faults.yml")));
        return rows.stream().map(Fault::of).toList();
    }

    private static String text(String set) throws IOException {
        return Files.readString(FOLDER.resolve(set + ".yaml"));
    }

    private static List<Finding> errors(String text) {
        ReadSet set = ManifestReader.read("set.yaml", text);
        assertThat(set.faults()).isEmpty();
        return Checks.of(set.manifests(), Surroundings.unknown().with(set.neighbours())).stream()
                .filter(Finding::isError)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"payments", "search", "ledger", "files", "central"})
    void without_a_fault_there_is_no_error(String set) throws IOException {
        assertThat(errors(text(set))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_fault_is_told_by_its_rule_where_it_stands(Fault fault) throws IOException {
        String text = text(fault.set());
        int at = text.indexOf(fault.was());
        assertThat(at).as(fault.was()).isNotNegative();
        String broken = text.substring(0, at)
                + fault.now()
                + text.substring(at + fault.was().length());
        List<String> lines = broken.lines().toList();
        List<Finding> errors = errors(broken);
        assertThat(errors.stream().map(Finding::rule).collect(Collectors.toSet()))
                .containsExactly(fault.rule());
        assertThat(errors).anySatisfy(error -> {
            assertThat(error.place().path().field()).isEqualTo(fault.path());
            Origin.Read read = error.place().read().orElseThrow();
            assertThat(read.file()).isEqualTo("set.yaml");
            assertThat(lines.get(read.line() - 1)).contains(fault.line());
        });
    }

    /** A policy of the root namespace for a Service there is looked for in one place and not in two. */
    @Test
    void a_rule_beside_the_mesh_itself_is_no_trouble() {
        String set = Stream.of(
                        "kind: Service\napiVersion: v1\nmetadata: {name: egress, namespace: istio-system}\n"
                                + "spec: {ports: [{name: http, port: 80}]}",
                        "kind: VirtualService\napiVersion: networking.istio.io/v1\n"
                                + "metadata: {name: out, namespace: istio-system}\n"
                                + "spec: {hosts: [out], http: [{route: [{destination: {host: egress, port: {number: 80}}}]}]}")
                .collect(Collectors.joining("\n---\n"));
        assertThat(errors(set)).isEmpty();
    }
}
