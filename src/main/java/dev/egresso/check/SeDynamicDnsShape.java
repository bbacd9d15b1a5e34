package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.PortProtocol;
import dev.egresso.mesh.Severity;
import java.util.Set;
import java.util.stream.Stream;

/** DYNAMIC_DNS looks up the host of each request, and so leaves no room for other ways to an address. */
final class SeDynamicDnsShape extends ServiceEntryRule {
    private static final Set<PortProtocol> PROTOCOLS =
            Set.of(PortProtocol.HTTP, PortProtocol.TLS, PortProtocol.GRPC, PortProtocol.HTTP2);

    SeDynamicDnsShape() {
        super("se-dynamic-dns-shape", Severity.ERROR);
    }

    @Override
    void check(Place spec, Found found) {

        if (!spec.at("resolution").is("DYNAMIC_DNS")) {
            return;
        }
        spec.at("hosts").items().stream()
                .filter(host -> host.text().isPresent() && !host.textOrEmpty().startsWith("*"))
                .forEach(host -> found.at(host, "what", "the host " + host.textOrEmpty() + " without a star"));
        Stream.of("addresses", "endpoints")
                .map(name -> spec.at(name))
                .filter(list -> !list.isEmpty())
                .forEach(list -> found.at(list, "what", list.key()));
        spec.at("ports").items().stream()
                .map(port -> port.at("protocol"))
                .filter(word -> !word.isHole() && !PROTOCOLS.contains(PortProtocol.named(word.textOrEmpty())))
                .forEach(word -> found.at(word, "what", "the protocol " + word.textOrEmpty()));
        Place waypoint = Place.of(spec.manifest()).at("metadata", "labels", "istio.io/use-waypoint");
        if (spec.at("location").is("MESH_INTERNAL") && !waypoint.isEmpty() && !waypoint.is("none")) {
            found.at(spec.at("location"), "what", "MESH_INTERNAL at a waypoint");
        }
    }
}
