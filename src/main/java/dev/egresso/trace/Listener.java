package dev.egresso.trace;

import dev.egresso.mesh.HostName;
import dev.egresso.mesh.PortProtocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the sidecar takes connections to one address and port, and the ways on behind it. */
final class Listener {
    static final String ALL_ADDRESSES = "0.0.0.0";

    private final String address;
    private final int port;
    private final List<FilterChain> chains = new ArrayList<>();
    private PortProtocol protocol = PortProtocol.UDP;

    Listener(String address, int port) {
        this.address = address;
        this.port = port;
    }

    boolean isEmpty() {
        return chains.isEmpty();
    }

    String name() {
        return address.replace(' ', '_') + "_" + port;
    }

    boolean isShared() {
        return address.equals(ALL_ADDRESSES);
    }

    /** A port that is read as HTTP: all such ports of one number share a listener. */
    void addHttp(PortProtocol incoming) {
        if (isEmpty()) {
            chains.add(FilterChain.shared());
            protocol = PortProtocol.SNIFFED;
        } else if (protocol.isTcp() && fits(incoming)) {
            chains.add(FilterChain.shared());
            protocol = PortProtocol.SNIFFED;
        }
    }

    /** A port that is passed on, or whose first bytes decide. */
    void add(PortProtocol incoming, HostName service, List<FilterChain> passing) {
        boolean first = isEmpty();
        if (!first && !fits(incoming)) {
            return;
        }
        passing.stream()
                .filter(chain -> chains.stream().noneMatch(chain::conflictsWith))
                .forEach(chains::add);
        if (incoming.isSniffed() && (first || protocol.isTcp())) {
            chains.add(isShared() ? FilterChain.shared() : FilterChain.own(service));
        }
        protocol = first ? incoming : protocol.isTcp() && incoming.isTcp() ? protocol : PortProtocol.SNIFFED;
    }

    /** Some protocols break if the sidecar waits for the first bytes, so they share with no other. */
    private boolean fits(PortProtocol incoming) {
        return incoming == protocol || !incoming.standsAlone() && !protocol.standsAlone();
    }

    /** The way that a connection takes, if any but the one for all that is unknown. */
    Optional<FilterChain> choose(String destination, Request.Speech speech, String sni) {
        List<FilterChain> near = closestRange(destination);
        List<FilterChain> named = closestName(near, speech == Request.Speech.SEALED ? sni : "");
        Optional<FilterChain> read =
                named.stream().filter(chain -> chain.http() && speech.isHttp()).findFirst();
        if (read.isPresent()) {
            return read;
        }
        Optional<FilterChain> passed = named.stream()
                .filter(chain -> !chain.http() && !chain.takesAll())
                .findFirst();
        return passed.isPresent()
                ? passed
                : chains.stream().filter(FilterChain::takesAll).findFirst();
    }

    /** The destination decides first; what is for a closer range shuts out all others. */
    private List<FilterChain> closestRange(String destination) {
        int closest = -1;
        List<FilterChain> near = new ArrayList<>();
        for (FilterChain chain : chains) {
            int closeness = chain.ranges().stream()
                    .filter(range -> Addresses.holds(range, destination))
                    .mapToInt(Addresses::closeness)
                    .max()
                    .orElse(chain.ranges().isEmpty() ? 0 : -1);
            if (closeness > closest) {
                closest = closeness;
                near.clear();
            }
            if (closeness == closest && closeness >= 0) {
                near.add(chain);
            }
        }
        return near;
    }

    /** Then the name in the TLS greeting: exact, then the longest wildcard, then the chains that ask for none. */
    private static List<FilterChain> closestName(List<FilterChain> near, String sni) {
        Optional<HostName> closest = Optional.empty();
        HostName asked = HostName.asWritten(sni).lower();
        for (FilterChain chain : near) {
            for (HostName name : chain.names()) {
                boolean covers = !sni.isEmpty() && name.lower().covers(asked);
                if (covers && (closest.isEmpty() || name.isMoreSpecificThan(closest.get()))) {
                    closest = Optional.of(name);
                }
            }
        }
        Optional<HostName> chosen = closest;
        return near.stream()
                .filter(chain -> chosen.map(name -> chain.names().contains(name))
                        .orElse(chain.names().isEmpty()))
                .toList();
    }
}
