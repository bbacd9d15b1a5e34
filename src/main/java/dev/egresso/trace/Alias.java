package dev.egresso.trace;

import dev.egresso.mesh.Discovery;
import dev.egresso.mesh.HostName;
import dev.egresso.mesh.MeshService;
import java.util.Optional;

/** A Service of type {@code ExternalName} is another name for the host that it names. */
final class Alias {
    private Alias() {}

    static HostName resolved(Optional<MeshService> service, HostName host) {
        return service.filter(found -> found.discovery() == Discovery.ALIAS)
                .flatMap(found -> found.spec().at("externalName").text())
                .map(HostName::asWritten)
                .orElse(host);
    }
}
