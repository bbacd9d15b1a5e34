package dev.egresso.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.egresso.yaml.YamlWriter;
import io.fabric8.istio.api.networking.v1.DestinationRule;
import io.fabric8.istio.api.networking.v1.ServiceEntry;
import io.fabric8.istio.api.networking.v1.VirtualService;
import io.fabric8.kubernetes.api.model.Service;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Every resource reads into a client's own model of it, and comes out of that model as it went in. */
class StrictModelsTest {
    private static final Map<Kind, Class<?>> MODELS = Map.of(
            Kind.SERVICE_ENTRY, ServiceEntry.class,
            Kind.VIRTUAL_SERVICE, VirtualService.class,
            Kind.DESTINATION_RULE, DestinationRule.class,
            Kind.SERVICE, Service.class);

    /** The models take any property and keep it aside; without that, one that they do not know is an error. */
    private static final ObjectMapper STRICT = new ObjectMapper()
            .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, true)
            .setAnnotationIntrospector(new JacksonAnnotationIntrospector() {
                private static final long serialVersionUID = 1;

                @Override
                public Boolean hasAnySetter(Annotated annotated) {
                    return false;
                }

                @Override
                public Boolean hasAnyGetter(Annotated annotated) {
                    return false;
                }
            });

    static Stream<Matrix.Case> cases() {
        return Matrix.cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void nothing_is_lost_and_nothing_added(Matrix.Case each) {
        for (Manifest manifest : each.bundle().manifests()) {
            JsonNode written = tree(manifest);
            assertThat(through(manifest.kind(), written)).isEqualTo(written);
        }
    }

    @Test
    void a_field_that_the_model_does_not_know_is_refused() {
        JsonNode entry = tree(Matrix.named("https").bundle().manifests().get(0));
        ((ObjectNode) entry.at("/spec/ports/0")).put("targetport", 443);
        assertThatThrownBy(() -> through(Kind.SERVICE_ENTRY, entry)).hasMessageContaining("targetport");
        JsonNode service = tree(Matrix.named("https").bundle().manifests().get(1));
        ((ObjectNode) service.at("/spec/http/0/rewrite")).put("host", "x");
        assertThatThrownBy(() -> through(Kind.VIRTUAL_SERVICE, service)).hasMessageContaining("host");
    }

    private static JsonNode through(Kind kind, JsonNode tree) {
        try {
            Object model = STRICT.treeToValue(tree, MODELS.get(kind));
            return STRICT.readTree(STRICT.writeValueAsString(model));
        } catch (JsonProcessingException unknown) {
            throw new AssertionError(unknown.getMessage(), unknown);
        }
    }

    private static JsonNode tree(Manifest manifest) {
        Object loaded = new Yaml(new SafeConstructor(new LoaderOptions())).load(YamlWriter.text(manifest));
        return STRICT.valueToTree(loaded);
    }
}
