package dev.egresso.check;

import dev.egresso.mesh.IpAddress;
import dev.egresso.mesh.Node;
import dev.egresso.mesh.Place;
import java.util.Optional;

/** Numbers of ports, and the addresses that they belong to. */
final class Ports {
    private static final int HIGHEST = 65_535;

    private Ports() {}

    /** Whether a whole number stands there that no port has. */
    static boolean isOutside(Place number) {
        boolean isNumber = number.node()
                .filter(node -> node instanceof Node.Known known && known.type() == Node.Type.INTEGER)
                .isPresent();
        return isNumber
                && (number.number().isEmpty()
                        || number.number().getAsInt() < 1
                        || number.number().getAsInt() > HIGHEST);
    }

    static boolean isAddressOrRange(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return IpAddress.read(text).isPresent() && !text.startsWith("[");
        }
        Optional<IpAddress> address = IpAddress.read(text.substring(0, slash));
        String bits = text.substring(slash + 1);
        return address.isPresent()
                && bits.matches("0|[1-9][0-9]{0,2}")
                && Integer.parseInt(bits) <= (address.get().isV6() ? 128 : 32);
    }
}
