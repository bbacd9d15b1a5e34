package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import dev.egresso.mesh.VirtualService;
import java.util.stream.Stream;

/** Claims of a token are looked at by gateways only. */
final class VsJwtClaimMesh extends VirtualServiceRule {

    VsJwtClaimMesh() {
        super("vs-jwt-claim-mesh", Severity.ERROR);
    }

    @Override
    void check(Place spec, Found found) {
        if (!VirtualService.isBoundToMesh(spec.at("gateways"))) {
            return;
        }
        spec.at("http").items().stream()
                .flatMap(rule -> rule.at("match").items().stream())
                .flatMap(match -> Stream.of("headers", "withoutHeaders").map(match::at))
                .flatMap(headers -> headers.fields().stream())
                .filter(header -> HeaderName.isClaim(header.key()))
                .forEach(header -> found.at(header, "claim", header.key()));
    }
}
