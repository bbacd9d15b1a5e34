package dev.egresso.check;

import dev.egresso.mesh.HostName;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.List;

/** A host may belong to a VirtualService once, by itself or by a wildcard. */
final class VsHostOverlap extends VirtualServiceRule {
    /** Each is compared with each, which is no work for the few hosts that people write. */
    private static final int MANY = 500;

    VsHostOverlap() {
        super("vs-host-overlap", Severity.ERROR);
    }

    @Override
    void check(Place spec, Found found) {

        List<Place> hosts = spec.at("hosts").items().stream()
                .filter(host -> !host.textOrEmpty().isEmpty())
                .limit(MANY)
                .toList();
        for (int later = 1; later < hosts.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                HostName one = HostName.asWritten(hosts.get(earlier).textOrEmpty());
                HostName other = HostName.asWritten(hosts.get(later).textOrEmpty());
                if (one.overlaps(other)) {
                    Place covered = one.covers(other) ? hosts.get(later) : hosts.get(earlier);
                    found.at(hosts.get(later), Fix.remove(covered), "host", other.name(), "other", one.name());
                    break;
                }
            }
        }
    }
}
