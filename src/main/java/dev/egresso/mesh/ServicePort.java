package dev.egresso.mesh;

import java.util.OptionalInt;

/**
 * A port that a service offers.
 *
 * @param number what clients call, and what destinations and port-level settings refer to
 * @param target what is dialled instead, if it is another
 * @param place the item of {@code spec.ports}
 */
public record ServicePort(int number, String name, PortProtocol protocol, OptionalInt target, Place place) {
    static ServicePort ofServiceEntry(Place port) {
        return new ServicePort(
                port.at("number").number().orElse(0),
                port.at("name").textOrEmpty(),
                PortProtocol.named(port.at("protocol").textOrEmpty()),
                port.at("targetPort").number(),
                port);
    }

    static ServicePort ofService(Place port) {
        int number = port.at("port").number().orElse(0);
        String name = port.at("name").textOrEmpty();
        PortProtocol protocol = PortProtocol.ofServicePort(
                port.at("appProtocol").textOrEmpty(), name, port.at("protocol").textOrEmpty(), number);
        return new ServicePort(number, name, protocol, port.at("targetPort").number(), port);
    }
}
