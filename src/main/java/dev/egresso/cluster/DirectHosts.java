package dev.egresso.cluster;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The servers that {@code NO_PROXY} keeps proxies from, by Go's rules (httpproxy.Config, NoProxy), which kubectl follows:
 * names with all that is below them, names below a dot only, addresses, networks in CIDR, each with a port if need be, and
 * a star for all. This machine itself is never reached through a proxy.
 */
final class DirectHosts {
    private final List<String> entries;

    DirectHosts(String noProxy) {
        entries = Arrays.stream(noProxy.split(","))
                .map(entry -> entry.strip().toLowerCase(Locale.ROOT))
                .filter(entry -> !entry.isEmpty())
                .toList();
    }

    boolean has(ServerUrl server) {
        return server.isLoopback() || entries.stream().anyMatch(entry -> matches(entry, server));
    }

    private static boolean matches(String entry, ServerUrl server) {
        String host = server.host().toLowerCase(Locale.ROOT);
        if (entry.equals("*")) {
            return true;
        }
        if (entry.contains("/")) {
            return isWithin(entry, host);
        }
        int colon = entry.lastIndexOf(':');
        boolean ported = colon > 0
                && entry.substring(colon + 1).matches("[0-9]+")
                && (entry.indexOf(':') == colon || entry.charAt(colon - 1) == ']');
        if (ported && Integer.parseInt(entry.substring(colon + 1)) != server.port()) {
            return false;
        }
        String name = (ported ? entry.substring(0, colon) : entry).replaceAll("^\\[|]$|^\\*(?=\\.)", "");
        if (NamedEngine.isAddress(name) || NamedEngine.isAddress(host)) {
            return isSameAddress(name, host);
        }
        return name.startsWith(".") ? host.endsWith(name) : host.equals(name) || host.endsWith("." + name);
    }

    private static boolean isSameAddress(String one, String other) {
        return NamedEngine.isAddress(one) && NamedEngine.isAddress(other) && Arrays.equals(bytes(one), bytes(other));
    }

    private static boolean isWithin(String network, String host) {
        String[] parts = network.split("/", 2);
        if (!NamedEngine.isAddress(host) || !NamedEngine.isAddress(parts[0]) || !parts[1].matches("[0-9]{1,3}")) {
            return false;
        }
        byte[] first = bytes(parts[0]);
        byte[] address = bytes(host);
        int bits = Integer.parseInt(parts[1]);
        if (first.length != address.length || bits > 8 * first.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % 8;
            if (((first[bit / 8] ^ address[bit / 8]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Of what looks like an address, nothing is asked of any name server. */
    private static byte[] bytes(String address) {
        try {
            return InetAddress.getByName(address).getAddress();
        } catch (UnknownHostException nonsense) {
            return new byte[0];
        }
    }
}
