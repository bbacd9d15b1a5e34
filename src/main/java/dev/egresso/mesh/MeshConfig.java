package dev.egresso.mesh;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Settings of the whole mesh (Istio's {@code MeshConfig}). Where one is read, what it does not say is known too: it is
 * Istio's default ({@code DefaultMeshConfig} in {@code pkg/config/mesh}).
 *
 * @param outboundPolicy what sidecars do with traffic that no resource knows
 * @param dnsCapture whether sidecars answer the DNS questions of their applications; pods may differ by annotation
 * @param rootNamespace whose resources hold for the whole mesh
 * @param trustDomain in which the identities of the mesh are
 * @param autoMtls whether sidecars speak mutual TLS among themselves unasked
 * @param exports who sees a resource that does not say
 */
public record MeshConfig(
        Optional<OutboundPolicy> outboundPolicy,
        Optional<Boolean> dnsCapture,
        Optional<String> rootNamespace,
        Optional<String> trustDomain,
        Optional<Boolean> autoMtls,
        Optional<ExportDefaults> exports) {
    /** The trust domain unless another is set. */
    public static final String USUAL_TRUST_DOMAIN = "cluster.local";

    private static final MeshConfig UNKNOWN = new MeshConfig(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public static MeshConfig unknown() {
        return UNKNOWN;
    }

    /** Reads the settings as {@code istiod} gets them; total. */
    public static MeshConfig of(Node.Mapping settings) {
        return new MeshConfig(
                Optional.of(text(settings, "outboundTrafficPolicy", "mode")
                        .flatMap(OutboundPolicy::named)
                        .orElse(OutboundPolicy.ALLOW_ANY)),
                Optional.of(text(settings, "defaultConfig", "proxyMetadata", "ISTIO_META_DNS_CAPTURE")
                        .filter(MeshConfig::isTrue)
                        .isPresent()),
                Optional.of(text(settings, "rootNamespace").orElse(Surroundings.USUAL_ROOT)),
                Optional.of(text(settings, "trustDomain").orElse(USUAL_TRUST_DOMAIN)),
                Optional.of(
                        text(settings, "enableAutoMtls").filter("false"::equals).isEmpty()),
                Optional.of(new ExportDefaults(
                        words(settings, "defaultServiceExportTo"),
                        words(settings, "defaultVirtualServiceExportTo"),
                        words(settings, "defaultDestinationRuleExportTo"))));
    }

    private static boolean isTrue(String text) {
        return text.toLowerCase(Locale.ROOT).equals("true") || text.equals("1");
    }

    private static Optional<Node> at(Node node, String... keys) {
        Optional<Node> at = Optional.of(node);
        for (String key : keys) {
            at = at.filter(Node.Mapping.class::isInstance).flatMap(above -> ((Node.Mapping) above).get(key));
        }
        return at;
    }

    private static Optional<String> text(Node node, String... keys) {
        return at(node, keys)
                .filter(Node.Known.class::isInstance)
                .map(found -> ((Node.Known) found).text())
                .filter(text -> !text.isEmpty());
    }

    private static List<String> words(Node node, String key) {
        return at(node, key)
                .filter(Node.Sequence.class::isInstance)
                .map(found -> ((Node.Sequence) found).items())
                .orElse(List.of())
                .stream()
                .filter(Node.Known.class::isInstance)
                .map(item -> ((Node.Known) item).text())
                .toList();
    }

    /** These settings, and those of another one where these say nothing. */
    public MeshConfig or(MeshConfig other) {
        return new MeshConfig(
                outboundPolicy.or(other::outboundPolicy),
                dnsCapture.or(other::dnsCapture),
                rootNamespace.or(other::rootNamespace),
                trustDomain.or(other::trustDomain),
                autoMtls.or(other::autoMtls),
                exports.or(other::exports));
    }

    MeshConfig with(OutboundPolicy policy) {
        return new MeshConfig(Optional.of(policy), dnsCapture, rootNamespace, trustDomain, autoMtls, exports);
    }

    MeshConfig withDnsCapture(boolean captured) {
        return new MeshConfig(outboundPolicy, Optional.of(captured), rootNamespace, trustDomain, autoMtls, exports);
    }

    MeshConfig withRootNamespace(String namespace) {
        return new MeshConfig(outboundPolicy, dnsCapture, Optional.of(namespace), trustDomain, autoMtls, exports);
    }
}
