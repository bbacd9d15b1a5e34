package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** A socket file has no ports, and stands for the one that the ServiceEntry has. */
final class SeUnixPorts extends ServiceEntryRule {

    SeUnixPorts() {
        super("se-unix-ports", Severity.ERROR);
    }

    @Override
    void check(Place spec, Found found) {
        for (Place endpoint : spec.at("endpoints").items()) {
            Place address = endpoint.at("address");
            if (!address.textOrEmpty().startsWith("unix://")) {
                continue;
            }
            if (endpoint.at("ports").exists()) {
                found.at(endpoint.at("ports"), Fix.remove(endpoint.at("ports")), "what", "the socket is given ports");
            }
            int ports = spec.at("ports").items().size();
            if (spec.at("resolution").is("STATIC") && ports != 1) {
                found.at(address, "what", "the ServiceEntry has " + ports + " ports and not one");
            }
        }
    }
}
