package dev.egresso.outside;

import static dev.egresso.mesh.Severity.ERROR;
import static dev.egresso.mesh.Severity.INFO;
import static dev.egresso.mesh.Severity.WARNING;

import dev.egresso.mesh.FieldId;
import dev.egresso.mesh.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a probe's finds come to: what does not fit the answers, the worst first. */
public final class Judgement {
    /** A certificate that ends sooner is worth a word. */
    private static final Duration SOON = Duration.ofDays(14);

    private final Found found;
    private final Aim aim;
    private final Instant now;
    private final List<Finding> findings = new ArrayList<>();

    private Judgement(Found found, Instant now) {
        this.found = found;
        this.aim = found.aim();
        this.now = now;
    }

    /** @param now when the probe was made */
    public static List<Finding> of(Found found, Instant now) {
        Judgement judgement = new Judgement(found, now);
        judgement.names();
        judgement.connection();
        found.hello().ifPresent(judgement::greeting);
        found.ownWord().ifPresent(judgement::ownProtocol);
        new Answers(found, judgement.findings).judge();
        return judgement.findings.stream()
                .distinct()
                .sorted(Comparator.comparing(Finding::severity))
                .toList();
    }

    /** Whether the external service was reached at all. */
    public static boolean isReached(Found found) {
        return found.connected().isPresent();
    }

    private void say(String id, Severity severity, FieldId field, String... arguments) {
        findings.add(Finding.of(id, severity, field, arguments));
    }

    private void names() {
        boolean onlySix = !found.addresses().isEmpty()
                && found.addresses().stream().allMatch(address -> address.indexOf(':') >= 0);
        if (onlySix && !aim.host().contains(":")) {
            say("only-ipv6", WARNING, FieldId.RESOLUTION, "host", aim.host());
        }
        found.addresses().stream()
                .filter(Judgement::isPrivate)
                .findFirst()
                .filter(address -> !address.equals(aim.host()))
                .ifPresent(address ->
                        say("private-address", INFO, FieldId.EXTERNAL_URL, "host", aim.host(), "address", address));
    }

    /** Addresses that lead nowhere but inside (RFC 1918, RFC 6598, RFC 4193, loopback and link-local). */
    private static boolean isPrivate(String address) {
        return address.matches("(?:10|127)\\..*|192\\.168\\..*|169\\.254\\..*|172\\.(?:1[6-9]|2[0-9]|3[01])\\..*"
                + "|100\\.(?:6[4-9]|[7-9][0-9]|1[01][0-9]|12[0-7])\\..*|f[cd][0-9a-f]{2}:.*|fe[89ab][0-9a-f]:.*"
                + "|(?:0:){7}1|::1");
    }

    private void connection() {
        String port = Integer.toString(aim.port());
        if (found.connected().isPresent()) {
            found.fault().ifPresent(this::afterwards);
            return;
        }
        found.proxy()
                .filter(setting -> !found.isCancelled())
                .ifPresent(setting -> say("proxy", INFO, FieldId.EXTERNAL_URL, "proxy", setting));
        found.fault().ifPresent(fault -> {
            switch (fault.kind()) {
                case UNKNOWN_NAME -> say("unknown-name", ERROR, FieldId.EXTERNAL_URL, "host", aim.host());
                case CANCELLED -> {}
                default -> {
                    String id = fault.kind() == Fault.Kind.REFUSED ? "refused" : "not-connected";
                    boolean resolving = found.addresses().isEmpty();
                    say(
                            resolving ? "resolver-slow" : id,
                            ERROR,
                            FieldId.EXTERNAL_URL,
                            "host",
                            aim.host(),
                            "port",
                            port);
                }
            }
        });
    }

    private void afterwards(Fault fault) {
        String port = Integer.toString(aim.port());
        switch (fault.kind()) {
            case NOT_TLS -> say("not-tls", ERROR, FieldId.PROTOCOL, "port", port);
            case ALERT -> say("tls-refused", ERROR, FieldId.SNI, "detail", fault.detail(), "sni", sni());
            case TIMEOUT -> say("tls-slow", ERROR, FieldId.EXTERNAL_URL, "port", port);
            case CUT -> say("tls-cut", ERROR, FieldId.SNI, "port", port, "sni", sni());
            default -> {}
        }
    }

    private String sni() {
        return aim.sni().orElse("");
    }

    private void greeting(Hello hello) {
        found.refused().ifPresent(fault -> {
            String wanted = String.join(", ", aim.alpn());
            String id = aim.http2() ? "no-http2" : "only-http2";
            say(
                    id,
                    ERROR,
                    FieldId.PROTOCOL,
                    "wanted",
                    wanted,
                    "chosen",
                    hello.alpn().orElse(""));
        });
        if (aim.http2()
                && aim.bySidecar()
                && found.refused().isEmpty()
                && hello.alpn().filter("h2"::equals).isEmpty()) {
            say(
                    "no-http2",
                    ERROR,
                    FieldId.PROTOCOL,
                    "wanted",
                    "h2",
                    "chosen",
                    hello.alpn().orElse(""));
        }
        hello.distrust().forEach(distrust -> distrusted(distrust, hello));
        if (!hello.chain().isEmpty()) {
            named(hello.chain().get(0));
            endsSoon(hello);
        }
        if (hello.asksForCertificate() && !aim.certificate()) {
            say("asks-for-certificate", WARNING, FieldId.TLS_MODE, "host", aim.host());
        }
    }

    /** A chain that ends in an authority of one's own says nothing here, where the answers name that authority's file. */
    private void distrusted(Distrust distrust, Hello hello) {
        String id =
                switch (distrust.reason()) {
                    case EXPIRED -> "expired";
                    case NOT_YET_VALID -> "not-yet-valid";
                    case SELF_SIGNED -> "self-signed";
                    case UNKNOWN_ISSUER -> "unknown-issuer";
                    case BROKEN_CHAIN -> "broken-chain";
                    case OTHER -> "not-verified";
                };
        boolean ofTheEnd =
                distrust.reason() == Distrust.Reason.SELF_SIGNED || distrust.reason() == Distrust.Reason.UNKNOWN_ISSUER;
        if (ofTheEnd && aim.ownTrust().isPresent()) {
            say(
                    "own-authority",
                    INFO,
                    FieldId.CA_CERTIFICATES,
                    "file",
                    aim.ownTrust().get(),
                    "issuer",
                    hello.chain().get(hello.chain().size() - 1).issuer());
            return;
        }
        say(id, ERROR, FieldId.CA_CERTIFICATES, "subject", distrust.subject(), "detail", distrust.detail());
    }

    private void named(Certificate certificate) {
        String names = certificate.names().isEmpty() ? "–" : shortened(certificate.names());
        if (aim.pinned().isEmpty()) {
            String wanted = aim.sni().orElse(aim.host());
            if (!certificate.isFor(wanted)) {
                say("wrong-name", ERROR, FieldId.SNI, "wanted", wanted, "names", names);
            }
            return;
        }
        if (aim.pinned().stream().noneMatch(certificate::isFor)) {
            String pinned = String.join(", ", aim.pinned());
            say("not-pinned", ERROR, FieldId.SUBJECT_ALT_NAMES, "pinned", pinned, "names", names);
        }
    }

    static String shortened(List<String> names) {
        String first = names.stream().limit(4).collect(Collectors.joining(", "));
        return names.size() <= 4 ? first : first + " +" + (names.size() - 4);
    }

    private void endsSoon(Hello hello) {
        Optional<Certificate> first = hello.chain().stream()
                .filter(each -> each.until().isAfter(now) && each.until().isBefore(now.plus(SOON)))
                .findFirst();
        first.ifPresent(each -> say(
                "ends-soon",
                WARNING,
                FieldId.EXTERNAL_URL,
                "subject",
                each.subject(),
                "days",
                Long.toString(Duration.between(now, each.until()).toDays())));
    }

    private void ownProtocol(OwnWord word) {
        String id = word.tls() ? "tls-inside" : "no-tls-inside";
        say(id, aim.bySidecar() ? ERROR : INFO, FieldId.TLS, "port", Integer.toString(aim.port()));
    }
}
