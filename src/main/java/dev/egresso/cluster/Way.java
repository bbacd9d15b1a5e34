package dev.egresso.cluster;

import dev.egresso.rollout.Site;
import java.util.Optional;

/** All that is needed to ask a server: where it is, whom to trust, through whom, and who asks in whose name. */
record Way(
        Site site,
        ServerUrl server,
        Trust trust,
        Optional<ProxyUrl> proxy,
        Credentials credentials,
        Impersonation impersonation) {
    /** The name that the server's certificate is to be for. */
    String serverName() {
        return trust.name().isEmpty() ? server.host() : trust.name();
    }
}
