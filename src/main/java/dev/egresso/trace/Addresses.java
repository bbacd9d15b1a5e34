package dev.egresso.trace;

import dev.egresso.mesh.Discovery;
import dev.egresso.mesh.IpAddress;
import dev.egresso.mesh.MeshService;
import dev.egresso.mesh.Place;
import java.util.ArrayList;
import java.util.List;

/**
 * The addresses by which a sidecar recognises traffic for a service. Those that only a running mesh knows have a name in
 * their place, such as {@code ClusterIP of webserver.default.svc.cluster.local}.
 */
final class Addresses {
    private static final String OPT_OUT = "networking.istio.io/enable-autoallocate-ip";

    private Addresses() {}

    /** None if the service has no address of its own, so that it listens on all. */
    static List<String> of(MeshService service, boolean dnsCaptured) {
        if (service.isKubernetes()) {
            return service.discovery() == Discovery.LISTED ? List.of(clusterIp(service)) : List.of();
        }
        List<String> written = new ArrayList<>();
        for (Place address : service.addresses()) {
            address.text().map(Addresses::withoutFullMask).ifPresent(written::add);
        }
        if (!written.isEmpty()) {
            return written;
        }
        return dnsCaptured && isAllocated(service) ? List.of("VIP of " + service.host()) : List.of();
    }

    private static String clusterIp(MeshService service) {
        return service.spec()
                .at("clusterIP")
                .text()
                .filter(text -> IpAddress.read(text).isPresent())
                .orElse("ClusterIP of " + service.host());
    }

    private static String withoutFullMask(String address) {
        if (address.endsWith("/32") && address.indexOf(':') < 0 || address.endsWith("/128")) {
            return address.substring(0, address.indexOf('/'));
        }
        return address;
    }

    /** Whether istiod gives it one out of a range of its own, for sidecars that answer DNS. */
    private static boolean isAllocated(MeshService service) {
        boolean optedOut = Place.of(service.manifest())
                .at("metadata", "labels", OPT_OUT)
                .textOrEmpty()
                .equalsIgnoreCase("false");
        boolean concrete = !service.host().isWildcard() || service.discovery() == Discovery.PER_REQUEST;
        return service.discovery() != Discovery.ORIGINAL && !optedOut && concrete;
    }

    static boolean isRange(String address) {
        return address.indexOf('/') >= 0;
    }

    /** Whether a range such as {@code 10.0.0.0/8} holds an address; no range holds one that only a mesh knows. */
    static boolean holds(String range, String address) {
        int slash = range.indexOf('/');
        String bits = slash < 0 ? "" : range.substring(slash + 1);
        String base = slash < 0 ? range : range.substring(0, slash);
        if (IpAddress.read(base).isEmpty() || IpAddress.read(address).isEmpty()) {
            return false;
        }
        IpAddress from = IpAddress.read(base).get();
        IpAddress asked = IpAddress.read(address).get();
        int width = from.isV6() ? 16 : 8;
        int length = bits.matches("[0-9]{1,3}")
                ? Integer.parseInt(bits)
                : width * from.groups().size();
        if (from.isV6() != asked.isV6()) {
            return false;
        }
        for (int bit = 0; bit < Math.min(length, width * from.groups().size()); bit++) {
            int mask = 1 << (width - 1 - bit % width);
            if (((from.groups().get(bit / width) ^ asked.groups().get(bit / width)) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    /** The number of bits that a range fixes, for the closest of several. */
    static int closeness(String range) {
        int slash = range.indexOf('/');
        String bits = slash < 0 ? "128" : range.substring(slash + 1);
        return bits.matches("[0-9]{1,3}") ? Integer.parseInt(bits) : 0;
    }
}
