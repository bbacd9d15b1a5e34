package dev.egresso.trace;

import dev.egresso.mesh.HostName;
import dev.egresso.mesh.Place;

/**
 * Where a rule leads.
 *
 * @param subset empty if it names none
 * @param place the destination in the rule, or the service itself where no rule leads
 */
record Destination(HostName host, int port, String subset, Place place) {
    /** The name of the cluster ({@code BuildSubsetKey} in {@code pilot/pkg/model}). */
    String cluster() {
        return "outbound|" + port + "|" + subset + "|" + host;
    }
}
