package dev.egresso.trace;

import dev.egresso.mesh.IpAddress;
import dev.egresso.mesh.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The TLS that the sidecar starts for a cluster ({@code pilot/pkg/networking/core/cluster_tls.go}).
 *
 * @param mode {@code SIMPLE}, {@code MUTUAL}, {@code ISTIO_MUTUAL}, or empty if it starts none
 * @param sni the name in the greeting
 * @param names what the certificate has to be for, each list by one of its names; none if it is not checked
 * @param flaw why settings that are there start no TLS, as the id of a hop
 * @param place the settings
 */
record TlsSettings(
        String mode, Optional<String> sni, List<List<String>> names, Optional<String> flaw, Optional<Place> place) {
    private static final String ISTIO_MUTUAL = "ISTIO_MUTUAL";
    private static final String CONFIG_MAP = "configmap://";

    /** No settings at all. */
    static final TlsSettings NONE = none(Optional.empty(), Optional.empty());

    TlsSettings {
        names = List.copyOf(names);
    }

    boolean starts() {
        return !mode.isEmpty();
    }

    /** Between two sidecars, with certificates of the mesh. */
    boolean isOfMesh() {
        return mode.equals(ISTIO_MUTUAL);
    }

    boolean checksNothing() {
        return names.isEmpty();
    }

    /** @param read whether the sidecar reads the request, so that SNI and name can follow its Host */
    static TlsSettings of(Cluster cluster, Sidecar sidecar, Walk walk, boolean read) {
        Optional<Place> found = cluster.tls();
        String mode = found.map(place -> place.at("mode").textOrEmpty()).orElse("");
        if (mode.equals(ISTIO_MUTUAL)) {
            Optional<String> sni = found.get().at("sni").text().or(() -> Optional.of(peerName(cluster)));
            return new TlsSettings(mode, sni, List.of(), Optional.empty(), found);
        }
        if (!mode.equals("SIMPLE") && !mode.equals("MUTUAL")) {
            return none(found, Optional.empty());
        }
        Optional<String> flaw = flaw(cluster, sidecar, found.get(), mode);
        return flaw.isPresent() ? none(found, flaw) : started(cluster, sidecar, walk, read, found.get(), mode);
    }

    private static TlsSettings none(Optional<Place> place, Optional<String> flaw) {
        return new TlsSettings("", Optional.empty(), List.of(), flaw, place);
    }

    /** The name by which sidecars greet each other ({@code BuildDNSSrvSubsetKey}). */
    private static String peerName(Cluster cluster) {
        return "outbound_." + cluster.port().number() + "_." + cluster.subset() + "_."
                + cluster.service().host();
    }

    /** Settings that istiod leaves out, so that the connection is made in the clear. */
    private static Optional<String> flaw(Cluster cluster, Sidecar sidecar, Place tls, String mode) {
        String credential = tls.at("credentialName").textOrEmpty();
        boolean selects = cluster.rule().orElseThrow().selectsWorkloads();
        if (!credential.isEmpty()) {
            boolean withheld = !sidecar.isWaypoint() && !selects && !credential.startsWith(CONFIG_MAP);
            return withheld ? Optional.of("tls-credential-withheld") : Optional.empty();
        }
        boolean incomplete = tls.at("clientCertificate").textOrEmpty().isEmpty()
                || tls.at("privateKey").textOrEmpty().isEmpty();
        return mode.equals("MUTUAL") && incomplete ? Optional.of("tls-mutual-incomplete") : Optional.empty();
    }

    private static TlsSettings started(
            Cluster cluster, Sidecar sidecar, Walk walk, boolean read, Place tls, String mode) {
        Optional<String> written = tls.at("sni").text().filter(text -> !text.isEmpty());
        Optional<String> host = read ? followed(sidecar.nameSource(walk), walk) : Optional.empty();
        Optional<String> sni = written.isPresent() ? written : host.flatMap(CatchAll::sni);
        return new TlsSettings(mode, sni, names(cluster, sidecar, walk, tls, host), Optional.empty(), Optional.of(tls));
    }

    /** The host that names follow where none are written. */
    private static Optional<String> followed(Sidecar.NameSource source, Walk walk) {
        return switch (source) {
            case NONE -> Optional.empty();
            case AS_SENT_BY_APP -> hostOf(walk.request().authority());
            case AS_SENT_ON -> hostOf(walk.upstream().authority().orElse(""));
        };
    }

    /** @param host that the name in the certificate follows, if no rule writes one */
    private static List<List<String>> names(
            Cluster cluster, Sidecar sidecar, Walk walk, Place tls, Optional<String> host) {
        boolean noAuthorities = tls.at("caCertificates").textOrEmpty().isEmpty()
                && tls.at("credentialName").textOrEmpty().isEmpty();
        if (tls.at("insecureSkipVerify").isTrue() || noAuthorities && !sidecar.trustsSystem(walk)) {
            return List.of();
        }
        List<List<String>> names = new ArrayList<>();
        List<String> own = texts(tls.at("subjectAltNames"));
        List<String> wanted = own.isEmpty() ? texts(cluster.service().spec().at("subjectAltNames")) : own;
        if (!wanted.isEmpty()) {
            names.add(wanted);
        }
        boolean writes = tls.at("sni").text().filter(text -> !text.isEmpty()).isPresent();
        if (own.isEmpty() && !writes) {
            host.ifPresent(name -> names.add(List.of(name)));
        }
        return names;
    }

    private static Optional<String> hostOf(String authority) {
        if (IpAddress.read(authority).isPresent()) {
            return Optional.of(authority);
        }
        String host = authority.replaceFirst(":[0-9]+$", "");
        return host.isEmpty() ? Optional.empty() : Optional.of(host);
    }

    private static List<String> texts(Place list) {
        return list.items().stream().flatMap(item -> item.text().stream()).toList();
    }
}
