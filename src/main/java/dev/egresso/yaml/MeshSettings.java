package dev.egresso.yaml;

import dev.egresso.mesh.MeshConfig;
import dev.egresso.mesh.Node;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the settings of the mesh in what people keep them in: the ConfigMap that istiod reads, the values of Helm, an
 * IstioOperator or an Istio of the Sail operator, and the bare settings as {@code istioctl analyze --meshConfigFile} takes
 * them.
 */
public final class MeshSettings {
    /** Names that no other document without a kind has at its top. */
    private static final Set<String> BARE = Set.of(
            "accessLogFile",
            "defaultConfig",
            "defaultDestinationRuleExportTo",
            "defaultProviders",
            "defaultServiceExportTo",
            "defaultVirtualServiceExportTo",
            "discoverySelectors",
            "enableAutoMtls",
            "extensionProviders",
            "outboundTrafficPolicy",
            "rootNamespace",
            "trustDomain");

    private MeshSettings() {}

    /** Reads the text that stands under {@code mesh} in the ConfigMap; empty if it is no object of YAML. */
    public static Optional<MeshConfig> read(String text) {
        try {
            return Optional.of(MeshConfig.of(mapping(text, "mesh", 0)));
        } catch (Unreadable broken) {
            return Optional.empty();
        }
    }

    /** @throws Unreadable for a ConfigMap with settings that are not YAML */
    static Optional<MeshConfig> of(Node document, String file) {
        if (Fields.text(document, "kind").isEmpty()) {
            return bare(document).or(() -> within(document, List.of())).map(MeshConfig::of);
        }
        return switch (Fields.text(document, "kind")) {
            case "ConfigMap" -> ofConfigMap(document, file);
            case "IstioOperator" ->
                within(document, List.of("spec"))
                        .or(() -> within(document, List.of("spec", "values")))
                        .map(MeshConfig::of);
            case "Istio" -> within(document, List.of("spec", "values")).map(MeshConfig::of);
            default -> Optional.empty();
        };
    }

    private static Optional<Node.Mapping> bare(Node document) {
        return Optional.of(document)
                .filter(Node.Mapping.class::isInstance)
                .map(Node.Mapping.class::cast)
                .filter(mapping -> mapping.fields().stream().anyMatch(field -> BARE.contains(field.key())));
    }

    private static Optional<Node.Mapping> within(Node document, List<String> way) {
        Optional<Node> at = Optional.of(document);
        for (String key : way) {
            at = at.flatMap(above -> Fields.at(above, key));
        }
        return at.flatMap(above -> Fields.at(above, "meshConfig"))
                .filter(Node.Mapping.class::isInstance)
                .map(Node.Mapping.class::cast);
    }

    /** Of a revision it is called {@code istio-<revision>}. */
    private static Optional<MeshConfig> ofConfigMap(Node document, String file) {
        String name = Fields.at(document, "metadata")
                .map(metadata -> Fields.text(metadata, "name"))
                .orElse("");
        return Optional.of(document)
                .filter(map -> name.equals("istio") || name.startsWith("istio-"))
                .flatMap(map -> Fields.at(map, "data"))
                .flatMap(data -> Fields.at(data, "mesh"))
                .filter(Node.Known.class::isInstance)
                .map(Node.Known.class::cast)
                .map(text -> MeshConfig.of(mapping(text.text(), file, Fields.line(text))));
    }

    /** @param line of the text's first row in its file, counted from zero */
    private static Node.Mapping mapping(String text, String file, int line) {
        for (org.yaml.snakeyaml.nodes.Node composed : YamlDocuments.compose(text)) {
            if (new YamlTree(file, line).read(composed) instanceof Node.Mapping mapping) {
                return mapping;
            }
        }
        throw new Unreadable(0, "the settings of the mesh are no object");
    }
}
