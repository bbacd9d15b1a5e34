package dev.egresso.trace;

import dev.egresso.mesh.DestinationRule;
import dev.egresso.mesh.MeshService;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.ServicePort;
import java.util.Optional;

/**
 * What the sidecar knows of the connections to one port of a service.
 *
 * @param subset empty if it is the whole service
 * @param rule the DestinationRule that holds for it
 */
record Cluster(MeshService service, ServicePort port, String subset, Optional<DestinationRule> rule) {
    /** The TLS settings that hold, if there are any. */
    Optional<Place> tls() {
        return rule.map(found -> found.tls(subset, port.number())).filter(Place::exists);
    }

    /** Whether the sidecar speaks HTTP/2 ({@code setUpstreamProtocol}, {@code shouldH2Upgrade}). */
    boolean speaksHttp2(Request.Speech speech) {
        if (port.protocol().isHttp2()) {
            return true;
        }
        Optional<Place> http = rule.map(
                found -> found.setting("connectionPool", subset, port.number()).at("http"));
        boolean followsClient = http.filter(
                        settings -> settings.at("useClientProtocol").isTrue())
                .isPresent();
        boolean upgrades = http.filter(
                        settings -> settings.at("h2UpgradePolicy").textOrEmpty().equals("UPGRADE"))
                .isPresent();
        if (followsClient || port.protocol().isSniffed() && !upgrades) {
            return speech == Request.Speech.HTTP2;
        }
        return upgrades;
    }
}
