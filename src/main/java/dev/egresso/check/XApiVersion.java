package dev.egresso.check;

import dev.egresso.mesh.IstioVersion;
import dev.egresso.mesh.Kind;
import dev.egresso.mesh.Manifest;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.Set;

/** Fields and versions of the API came with certain releases of Istio. */
final class XApiVersion extends Rule {
    private static final Set<String> SERVED =
            Set.of("networking.istio.io/v1", "networking.istio.io/v1beta1", "networking.istio.io/v1alpha3");

    XApiVersion() {
        super("x-api-version", Severity.WARNING);
    }

    @Override
    void check(ResourceSet set, Found found) {

        String version =
                set.surroundings().istioVersion().map(IstioVersion::toString).orElse("");
        for (Manifest manifest : set.registry().manifests()) {
            Place apiVersion = Place.of(manifest).at("apiVersion");
            if (manifest.kind() != Kind.SERVICE && !SERVED.contains(apiVersion.textOrEmpty()) && !apiVersion.isHole()) {
                found.as(
                        Severity.ERROR,
                        apiVersion,
                        Fix.set(
                                apiVersion,
                                isOlder(set, IstioVersion.NETWORKING_V1)
                                        ? "networking.istio.io/v1beta1"
                                        : "networking.istio.io/v1"),
                        "version",
                        version,
                        "what",
                        "the API version " + apiVersion.textOrEmpty(),
                        "way",
                        "Use networking.istio.io/v1, or v1beta1 before Istio 1.22.");
            } else if (isOlder(set, IstioVersion.NETWORKING_V1) && apiVersion.is("networking.istio.io/v1")) {
                found.at(
                        apiVersion,
                        Fix.set(apiVersion, "networking.istio.io/v1beta1"),
                        "version",
                        version,
                        "what",
                        "networking.istio.io/v1",
                        "way",
                        "Use networking.istio.io/v1beta1.");
            }
        }
        for (Place spec : set.specs(Kind.SERVICE_ENTRY)) {
            Place resolution = spec.at("resolution");
            boolean roundRobin = isOlder(set, IstioVersion.DNS_ROUND_ROBIN) && resolution.is("DNS_ROUND_ROBIN");
            boolean perRequest = set.surroundings()
                            .istioVersion()
                            .filter(known -> known.compareTo(IstioVersion.LAST_WITHOUT_DYNAMIC_DNS) <= 0)
                            .isPresent()
                    && resolution.is("DYNAMIC_DNS");
            if (roundRobin || perRequest) {
                found.at(
                        resolution,
                        Fix.set(resolution, roundRobin ? "DNS" : "NONE"),
                        "version",
                        version,
                        "what",
                        resolution.textOrEmpty(),
                        "way",
                        roundRobin ? "Set resolution to DNS." : "Set resolution to NONE.");
            }
        }
        set.specs(Kind.DESTINATION_RULE).stream()
                .map(spec -> spec.at("workloadSelector"))
                .filter(selector -> selector.exists() && isOlder(set, IstioVersion.WORKLOAD_SELECTOR))
                .forEach(selector -> found.at(
                        selector,
                        "version",
                        version,
                        "what",
                        "workloadSelector",
                        "way",
                        "Use certificate files, or Istio 1.14 or newer."));
    }

    private static boolean isOlder(ResourceSet set, IstioVersion release) {
        return set.surroundings()
                .istioVersion()
                .filter(version -> version.before(release))
                .isPresent();
    }
}
