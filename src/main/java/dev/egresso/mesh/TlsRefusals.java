package dev.egresso.mesh;

import java.util.List;
import java.util.Optional;

/** What cannot stand beside each other in the names and certificates of TLS. */
final class TlsRefusals {
    private final Hearing hearing;
    private final RouteFacts route;
    private final PlaceFacts place;
    private final TlsFacts tls;

    TlsRefusals(Hearing hearing, Facts facts) {
        this.hearing = hearing;
        this.route = facts.route;
        this.place = facts.place;
        this.tls = facts.tls;
    }

    void hear() {
        if (route.isOriginated()) {
            certificates();
            configMap();
            names();
        }
    }

    private void certificates() {
        boolean certificate = hearing.isAnswered(FieldId.CLIENT_CERTIFICATE) || hearing.isAnswered(FieldId.PRIVATE_KEY);
        boolean secret = tls.credentialName.value().flatMap(name -> name).isPresent();
        if (secret && (certificate || hearing.isAnswered(FieldId.CA_CERTIFICATES))) {
            hearing.error(FieldId.CREDENTIAL_NAME, "dr-cred-and-files");
        }
        if (tls.mode.is(TlsMode.SIMPLE) && certificate) {
            hearing.error(FieldId.TLS_MODE, "client-certificate-in-simple");
        }
        boolean beyond = place.exportTo
                .value()
                .filter(list -> !list.isEmpty() && !list.equals(List.of(".")))
                .isPresent();
        if (beyond && tls.workloadSelector.isAnswered()) {
            chosenPods(place.exportTo.value().orElse(List.of()));
        }
    }

    /** The rule for chosen pods stays in its namespace, so the rest of the set has to be seen there too. */
    private void chosenPods(List<String> exportTo) {
        String own = place.namespace.value().map(Namespace::toString).orElse("");
        boolean seenThere = exportTo.stream().anyMatch(List.of(".", "*", own)::contains);
        if (seenThere) {
            hearing.info(FieldId.EXPORT_TO, "dr-selector-export");
        } else {
            hearing.error(
                    FieldId.EXPORT_TO,
                    "export-to-without-chosen-pods",
                    "namespace",
                    own,
                    "expected",
                    own + "," + String.join(",", exportTo));
        }
    }

    /**
     * A ConfigMap is named with its namespace, and that has to be the rule's own: Istio refuses the rule otherwise
     * ({@code istio/istio, pkg/config/validation/agent/validation.go, ValidateTLS}).
     */
    private void configMap() {
        String prefix = "configmap://";
        Optional<String> typed =
                tls.credentialName.value().flatMap(name -> name).filter(name -> name.startsWith(prefix));
        Optional<String> own = place.namespace.value().map(Namespace::toString);
        if (typed.isEmpty() || own.isEmpty()) {
            return;
        }
        String name = typed.get().substring(typed.get().lastIndexOf('/') + 1);
        String expected = prefix + own.get() + "/" + name;
        if (!typed.get().equals(expected)) {
            hearing.error(
                    FieldId.CREDENTIAL_NAME,
                    "credential-configmap-namespace",
                    "text",
                    typed.get(),
                    "expected",
                    expected);
        }
    }

    private void names() {
        boolean nameless = tls.sni.isAnswered()
                && tls.sni.value().filter(Optional::isEmpty).isPresent();
        boolean named = route.url
                .value()
                .filter(url -> url.ip().isEmpty() && !url.isWildcard())
                .isPresent();
        if (nameless && named && !tls.namesFollowHost()) {
            hearing.warning(FieldId.SNI, "sni-auto-nameless", "host", place.externalHost.text());
        }
        if (!tls.subjectAltNames.value().filter(List::isEmpty).isPresent()) {
            return;
        }
        boolean sniWritten = tls.sni.value().flatMap(name -> name).isPresent();
        if (sniWritten) {
            hearing.warning(FieldId.SUBJECT_ALT_NAMES, "dr-sni-no-san", "sni", tls.sni.text());
        } else if (route.isWrapped() && place.externalHost.isKnown()) {
            hearing.warning(FieldId.SUBJECT_ALT_NAMES, "x-tcp-tls-no-sni-san", "host", place.externalHost.text());
        }
    }
}
