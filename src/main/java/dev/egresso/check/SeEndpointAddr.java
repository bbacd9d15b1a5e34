package dev.egresso.check;

import dev.egresso.mesh.IpAddress;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.Optional;

/** An endpoint is an IP address, a host name, or a socket file. */
final class SeEndpointAddr extends ServiceEntryRule {

    SeEndpointAddr() {
        super("se-endpoint-addr", Severity.ERROR);
    }

    @Override
    void check(Place spec, Found found) {

        for (Place endpoint : spec.at("endpoints").items()) {
            Place address = endpoint.at("address");
            if (address.isEmpty() ? needsAddress(endpoint, spec) : isOdd(address, spec)) {
                found.at(
                        address,
                        bare(address),
                        "address",
                        address.isEmpty() ? "an endpoint without address" : address.textOrEmpty());
            }
        }
    }

    /** Where istiod lists the endpoints, one may stand for the gateway of its network. */
    private static boolean needsAddress(Place endpoint, Place spec) {
        return endpoint.at("network").isEmpty() || !spec.at("resolution").is("STATIC");
    }

    /** Brackets stand around an address in a URL only. */
    private static Optional<Fix> bare(Place address) {
        String text = address.textOrEmpty();
        boolean bracketed = text.startsWith("[")
                && text.endsWith("]")
                && IpAddress.read(text).isPresent();
        return bracketed ? Optional.of(Fix.set(address, text.substring(1, text.length() - 1))) : Optional.empty();
    }

    private static boolean isOdd(Place address, Place spec) {
        String text = address.textOrEmpty();
        if (address.isHole() || IpAddress.read(text).isPresent()) {
            return text.startsWith("[");
        }
        boolean isFile = text.startsWith("unix://");
        boolean isStatic = spec.at("resolution").is("STATIC");
        return isFile
                ? !text.matches("unix://[/@].*[^/]") || !isStatic
                : !isStatic && HostForm.faultOfFullName(text).isPresent();
    }
}
