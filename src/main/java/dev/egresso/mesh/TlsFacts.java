package dev.egresso.mesh;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How the sidecar opens TLS: which name it greets, which name it accepts, which certificate it shows.
 *
 * <p>Istio ties SNI and the accepted name to the Host header only while neither {@code sni} nor {@code subjectAltNames}
 * is set, only for HTTP, and only from 1.21 on ({@code setAutoSniAndAutoSanValidation} in {@code cluster_tls.go}). So
 * whenever one of the two is written here, the other is written too, unless the answer says otherwise.
 */
final class TlsFacts {
    static final String AUTO = "auto";
    private static final Pattern FILE = Pattern.compile("/[^\\s\\p{Cntrl}]+");
    private static final Pattern CREDENTIAL =
            Pattern.compile("(?:[a-z]+://)?[a-z0-9]([-a-z0-9./]*[a-z0-9])?", Pattern.CASE_INSENSITIVE);
    private static final Pattern ALT_NAME = Pattern.compile("[A-Za-z0-9*]([A-Za-z0-9.*:/_-]*[A-Za-z0-9])?");
    private static final Pattern LABEL_KEY =
            Pattern.compile("(?:[a-z0-9](?:[-a-z0-9.]*[a-z0-9])?/)?[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?");
    private static final Pattern LABEL_VALUE = Pattern.compile("(?:[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?");
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
        sni = hearing.heard(FieldId.SNI, TlsFacts::readSni, name -> name.orElse(AUTO), this::usualSni);
        subjectAltNames = hearing.heard(
                FieldId.SUBJECT_ALT_NAMES,
                TlsFacts::readAltNames,
                names -> names.isEmpty() ? AUTO : String.join(", ", names),
                this::usualAltNames);
        clientCertificate = file(FieldId.CLIENT_CERTIFICATE);
        privateKey = file(FieldId.PRIVATE_KEY);
        credentialName = hearing.heard(
                FieldId.CREDENTIAL_NAME,
                text -> CREDENTIAL.matcher(text.strip()).matches()
                        ? Reading.of(Optional.of(text.strip()))
                        : Reading.refused("credential-name-syntax", "text", text.strip()),
                name -> name.orElse(""),
                () -> unset(FieldId.CREDENTIAL_NAME));
        caCertificates =
                hearing.heard(FieldId.CA_CERTIFICATES, TlsFacts::readTrust, path -> path.orElse(""), this::usualTrust);
        workloadSelector = hearing.heard(
                FieldId.WORKLOAD_SELECTOR,
                TlsFacts::readLabels,
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
                text -> FILE.matcher(text.strip()).matches()
                        ? Reading.of(Optional.of(text.strip()))
                        : Reading.refused("file-not-absolute", "text", text.strip()),
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

    /** Whether Istio itself ties both names to the Host header. */
    private boolean namesFollowHost() {
        return route.isHttpFamily() && !place.olderThan(IstioVersion.AUTO_SNI);
    }

    private Fact<Optional<String>> usualSni() {
        Optional<ExternalUrl> url = route.url.value();
        boolean altNamesLeftOut = hearing.answers()
                .text(FieldId.SUBJECT_ALT_NAMES)
                .filter(text -> text.strip().equalsIgnoreCase(AUTO))
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
        return Fact.derived(field, nothing, AUTO, Set.of(from), Reason.of(reason));
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
        return place.olderThan(IstioVersion.AUTO_SNI) && !fromSecret
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

    private static Reading<Optional<String>> readSni(String text) {
        String name = text.strip().toLowerCase(Locale.ROOT);
        if (name.equals(AUTO)) {
            return Reading.of(Optional.empty());
        }
        if (IpAddress.read(name).isPresent()) {
            return Reading.refused("sni-is-ip", "text", name);
        }
        if (name.contains("*")) {
            return Reading.refused("sni-is-wildcard", "text", name);
        }
        Optional<Remark> fault = DnsName.fault(name);
        return fault.isPresent()
                ? new Reading<>(Optional.empty(), List.of(fault.get()))
                : Reading.of(Optional.of(name));
    }

    private static Reading<List<String>> readAltNames(String text) {
        if (text.strip().equalsIgnoreCase(AUTO)) {
            return Reading.of(List.of());
        }
        List<String> names = PlaceFacts.items(text);
        for (String name : names) {
            if (!ALT_NAME.matcher(name).matches() && IpAddress.read(name).isEmpty()) {
                return Reading.refused("alt-name-syntax", "text", name);
            }
        }
        return names.isEmpty() ? Reading.refused("alt-name-syntax", "text", text.strip()) : Reading.of(names);
    }

    private static Reading<Optional<String>> readTrust(String text) {
        String path = text.strip();
        return path.equals("system") || FILE.matcher(path).matches()
                ? Reading.of(Optional.of(path))
                : Reading.refused("file-not-absolute", "text", path);
    }

    private static Reading<Map<String, String>> readLabels(String text) {
        Map<String, String> labels = new LinkedHashMap<>();
        List<String> seen = new ArrayList<>();
        for (String item : PlaceFacts.items(text)) {
            int equals = item.indexOf('=');
            String key = equals < 0 ? item : item.substring(0, equals);
            String value = equals < 0 ? "*" : item.substring(equals + 1);
            if (!LABEL_KEY.matcher(key).matches() || !LABEL_VALUE.matcher(value).matches() || seen.contains(key)) {
                return Reading.refused("dr-selector-form", "text", item);
            }
            seen.add(key);
            labels.put(key, value);
        }
        return labels.isEmpty() ? Reading.refused("dr-selector-form", "text", text.strip()) : Reading.of(labels);
    }
}
