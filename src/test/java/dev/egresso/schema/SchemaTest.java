package dev.egresso.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.mesh.FieldPath;
import dev.egresso.mesh.Kind;
import dev.egresso.mesh.Manifest;
import dev.egresso.mesh.Place;
import dev.egresso.yaml.ManifestReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The fields of the kinds, as they were published. */
class SchemaTest {
    private static Field field(Kind kind, String path) {
        return Schema.of(kind).orElseThrow().field(path).orElseThrow();
    }

    @Test
    void a_field_knows_its_type_and_limits() {
        Field port = field(Kind.SERVICE_ENTRY, "spec.ports[].targetPort");
        assertThat(port.type()).isEqualTo(Field.Type.INTEGER);
        assertThat(port.maximum()).hasValue(65_535);
        assertThat(field(Kind.SERVICE_ENTRY, "spec.hosts").minItems()).hasValue(1);
        assertThat(field(Kind.SERVICE_ENTRY, "spec.ports[]").required()).containsExactly("number", "name");
        assertThat(field(Kind.DESTINATION_RULE, "spec.trafficPolicy.tls.mode").values())
                .containsExactly("DISABLE", "SIMPLE", "MUTUAL", "ISTIO_MUTUAL");
        assertThat(field(Kind.VIRTUAL_SERVICE, "spec.http[].timeout").isDuration())
                .isTrue();
    }

    @Test
    void groups_of_which_one_is_taken() {
        assertThat(field(Kind.VIRTUAL_SERVICE, "spec.http[].match[].uri").choices())
                .containsExactly(List.of("exact", "prefix", "regex"));
        assertThat(field(Kind.DESTINATION_RULE, "spec.trafficPolicy.loadBalancer.consistentHash")
                        .choices())
                .hasSize(2);
    }

    @Test
    void the_names_below_an_object() {
        assertThat(Schema.of(Kind.VIRTUAL_SERVICE).orElseThrow().names("spec.http[].rewrite"))
                .containsExactlyInAnyOrder("authority", "uri", "uriRegexRewrite");
    }

    @Test
    void a_service_is_not_istios() {
        assertThat(Schema.of(Kind.SERVICE)).isEmpty();
    }

    /** What a reader of files takes for a person's own words has to be what the schema has as a map. */
    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"SERVICE_ENTRY", "VIRTUAL_SERVICE", "DESTINATION_RULE"})
    void every_map_is_read_as_one(Kind kind) {
        for (Field field : Schema.of(kind).orElseThrow().fields()) {
            if (field.type() == Field.Type.MAP) {
                FieldPath path = readBack(kind, field.path() + ".x");
                assertThat(path.pattern()).isEqualTo(kind + "/" + field.path() + ".*");
            }
        }
    }

    private static FieldPath readBack(Kind kind, String path) {
        StringBuilder text = new StringBuilder("kind: " + kind + "\n");
        String close = "";
        String[] steps = path.split("\\.");
        text.append(steps[0]).append(": ");
        for (int i = 1; i < steps.length; i++) {
            boolean list = steps[i - 1].endsWith("[]");
            text.append(list ? "[{" : "{")
                    .append('"')
                    .append(steps[i].replace("[]", ""))
                    .append("\": ");
            close = (list ? "}]" : "}") + close;
        }
        Manifest manifest =
                ManifestReader.read("a", text + "1" + close).manifests().get(0);
        Place at = Place.of(manifest);
        for (String step : steps) {
            at = at.at(step.replace("[]", ""));
            at = step.endsWith("[]") ? at.items().get(0) : at;
        }
        return at.path();
    }
}
