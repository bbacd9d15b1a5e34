package dev.egresso.mesh;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How the sidecar opens TLS: which name it greets, which name it accepts, which certificate it shows.
 *
 * <p>Istio ties SNI and the accepted name to the Host header only while neither {@code sni} nor {@code subjectAltNames}
 * is set, only for HTTP, and only from 1.24 on to the rewritten one ({@code setAutoSniAndAutoSanValidation} in {@code cluster_tls.go}). So
 * whenever one of the two is written here, the other is written too, unless the answer says otherwise.
 */
final class TlsFacts {
    /** Where the proxy image keeps the certificates of public authorities. */
    private static final String SYSTEM_BUNDLE = "/etc/ssl/certs/ca-certificates.crt";

    final Fact<TlsMode> mode;
    final Fact<Optional<String>> sni;
    final Fact<List<String>> subjectAltNames;
    final Fact<Optional<String>> caCertificates;
    final Fact<Optional<String>> clientCertificate;
    final Fact<Optional<String>> privateKey;
    final Fact<Optional<String>> credentialName;
    final Fact<Map<String, String>> workloadSelector;

    private final Hearing hearing;
    private final RouteFacts route;
    private final PlaceFacts place;

    TlsFacts(Hearing hearing, RouteFacts route, PlaceFacts place) {
        this.hearing = hearing;
        this.route = route;
        this.place = place;
        mode = hearing.choice(FieldId.TLS_MODE, TlsMode.class, this::usualMode);
        sni = hearing.heard(FieldId.SNI, TlsReading::sni, name -> name.orElse(TlsReading.AUTO), this::usualSni);
        subjectAltNames = hearing.heard(
                FieldId.SUBJECT_ALT_NAMES,
                TlsReading::altNames,
                names -> names.isEmpty() ? TlsReading.AUTO : String.join(", ", names),
                this::usualAltNames);
        clientCertificate = file(FieldId.CLIENT_CERTIFICATE);
        privateKey = file(FieldId.PRIVATE_KEY);
        credentialName = hearing.heard(
                FieldId.CREDENTIAL_NAME,
                TlsReading::credential,
                name -> name.orElse(""),
                () -> unset(FieldId.CREDENTIAL_NAME));
        caCertificates =
                hearing.heard(FieldId.CA_CERTIFICATES, TlsReading::trust, path -> path.orElse(""), this::usualTrust);
        workloadSelector = hearing.heard(
                FieldId.WORKLOAD_SELECTOR,
                TlsReading::labels,
                labels -> labels.entrySet().stream()
                        .map(label -> label.getKey() + "=" + label.getValue())
                        .collect(Collectors.joining(", ")),
                this::usualSelector);
    }

    private static Fact<Optional<String>> unset(FieldId field) {
        return Fact.byDefault(field, Optional.empty(), "", Reason.of(field.id() + "-unset"));
    }

    private Fact<Optional<String>> file(FieldId field) {
        return hearing.heard(
                field,
                TlsReading::file,
                path -> path.orElse(""),
                () -> needsFiles() ? Fact.missing(field) : unset(field));
    }

    /** A client certificate has to come from somewhere: from files, unless a secret is named. */
    private boolean needsFiles() {
        return route.isOriginated() && mode.is(TlsMode.MUTUAL) && !hearing.isAnswered(FieldId.CREDENTIAL_NAME);
    }

    /** A sidecar reads a secret only for a rule that selects workloads; without, it would send plaintext. */
    boolean needsSelector() {
        return route.isOriginated()
                && credentialName
                        .value()
                        .flatMap(name -> name)
                        .filter(name -> !name.startsWith("configmap://"))
                        .isPresent();
    }

    private Fact<TlsMode> usualMode() {
        boolean certificate = hearing.isAnswered(FieldId.CLIENT_CERTIFICATE) || hearing.isAnswered(FieldId.PRIVATE_KEY);
        return certificate
                ? Fact.derived(
                        FieldId.TLS_MODE,
                        TlsMode.MUTUAL,
                        Set.of(FieldId.CLIENT_CERTIFICATE, FieldId.PRIVATE_KEY),
                        Reason.of("tls-mode-mutual"))
                : Fact.byDefault(FieldId.TLS_MODE, TlsMode.SIMPLE, Reason.of("tls-mode-simple"));
    }

    /** Whether Istio itself ties both names to the rewritten Host header. */
    boolean namesFollowHost() {
        return route.isHttpFamily() && !place.olderThan(IstioVersion.AUTO_SNI);
    }

    private Fact<Optional<String>> usualSni() {
        Optional<ExternalUrl> url = route.url.value();
        boolean altNamesLeftOut = hearing.answers()
                .text(FieldId.SUBJECT_ALT_NAMES)
                .filter(TlsReading::isAuto)
                .isPresent();
        if (url.flatMap(ExternalUrl::ip).isPresent()) {
            return automatic(FieldId.SNI, Optional.empty(), "sni-ip", FieldId.EXTERNAL_URL);
        }
        if (route.isWildcard()) {
            return automatic(FieldId.SNI, Optional.empty(), "sni-wildcard", FieldId.EXTERNAL_URL);
        }
        if (namesFollowHost() && altNamesLeftOut) {
            return automatic(FieldId.SNI, Optional.empty(), "sni-auto-with-names", FieldId.SUBJECT_ALT_NAMES);
        }
        if (namesFollowHost() && route.shape.is(Shape.CLASSIC)) {
            return automatic(FieldId.SNI, Optional.empty(), "sni-auto-classic", FieldId.SHAPE);
        }
        return explicit(FieldId.SNI, "sni").map(Optional::of);
    }

    private Fact<List<String>> usualAltNames() {
        if (sni.isAnswered() && sni.value().flatMap(name -> name).isPresent()) {
            String name = sni.get().orElseThrow();
            return Fact.derived(
                    FieldId.SUBJECT_ALT_NAMES,
                    List.of(name),
                    name,
                    Set.of(FieldId.SNI),
                    Reason.of("names-of-sni", "name", name));
        }
        Optional<IpAddress> ip = route.url.value().flatMap(ExternalUrl::ip);
        if (ip.isPresent()) {
            String address = ip.get().toString();
            return Fact.derived(
                    FieldId.SUBJECT_ALT_NAMES,
                    List.of(address),
                    address,
                    Set.of(FieldId.EXTERNAL_URL),
                    Reason.of("names-ip", "ip", address));
        }
        if (route.isWildcard()) {
            return automatic(FieldId.SUBJECT_ALT_NAMES, List.of(), "names-wildcard", FieldId.EXTERNAL_URL);
        }
        if (namesFollowHost() && sni.value().filter(Optional::isEmpty).isPresent()) {
            return automatic(FieldId.SUBJECT_ALT_NAMES, List.of(), "names-auto", FieldId.SNI);
        }
        return explicit(FieldId.SUBJECT_ALT_NAMES, "names").map(List::of);
    }

    /** Left to Istio. */
    private static <T> Fact<T> automatic(FieldId field, T nothing, String reason, FieldId from) {
        return Fact.derived(field, nothing, TlsReading.AUTO, Set.of(from), Reason.of(reason));
    }

    /** The external host, written out; or not yet, because the URL is missing. */
    private record Explicit(FieldId field, Fact<String> host, Set<FieldId> from, Reason because) {
        <T> Fact<T> map(Function<String, T> wrapped) {
            return new Fact<>(field, host.value().map(wrapped), host.text(), Standing.DERIVED, from, because);
        }
    }

    private Explicit explicit(FieldId field, String reason) {
        Set<FieldId> from = Set.of(FieldId.EXTERNAL_URL, FieldId.SHAPE);
        if (!route.isHttpFamily()) {
            return new Explicit(
                    field, place.externalHost, Set.of(FieldId.EXTERNAL_URL), Reason.of(reason + "-wrapped"));
        }
        if (place.olderThan(IstioVersion.AUTO_SNI)) {
            return new Explicit(
                    field,
                    place.externalHost,
                    Set.of(FieldId.EXTERNAL_URL, FieldId.ISTIO_VERSION),
                    Reason.of(reason + "-old-istio", "version", place.istioVersion.text()));
        }
        return new Explicit(field, place.externalHost, from, Reason.of(reason + "-of-host"));
    }

    private Fact<Optional<String>> usualTrust() {
        boolean fromSecret = hearing.isAnswered(FieldId.CREDENTIAL_NAME);
        return place.olderThan(IstioVersion.SYSTEM_TRUST) && !fromSecret
                ? Fact.derived(
                        FieldId.CA_CERTIFICATES,
                        Optional.of(SYSTEM_BUNDLE),
                        SYSTEM_BUNDLE,
                        Set.of(FieldId.ISTIO_VERSION),
                        Reason.of("trust-old-istio", "version", place.istioVersion.text()))
                : unset(FieldId.CA_CERTIFICATES);
    }

    private Fact<Map<String, String>> usualSelector() {
        return needsSelector()
                ? Fact.missing(FieldId.WORKLOAD_SELECTOR)
                : Fact.byDefault(FieldId.WORKLOAD_SELECTOR, Map.of(), "", Reason.of("workload-selector-unset"));
    }
}
