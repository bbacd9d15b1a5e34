package dev.egresso.outside;

import static dev.egresso.mesh.Severity.ERROR;
import static dev.egresso.mesh.Severity.INFO;
import static dev.egresso.mesh.Severity.WARNING;

import dev.egresso.mesh.FieldId;
import dev.egresso.mesh.Severity;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Judges the answers to requests: what a redirect leads to, and whether the path is there. */
final class Answers {
    private final Found found;
    private final List<Finding> findings;

    Answers(Found found, List<Finding> findings) {
        this.found = found;
        this.findings = findings;
    }

    void judge() {
        if (found.exchanges().isEmpty()) {
            return;
        }
        Set<String> hosts = new HashSet<>();
        found.exchanges().forEach(exchange -> redirect(exchange, hosts));
        Exchange first = found.exchanges().get(0);
        Exchange last = found.exchanges().get(found.exchanges().size() - 1);
        if (last.isRedirect()) {
            boolean circle = found.exchanges().stream()
                    .anyMatch(each -> each.url().equals(last.location().orElse("")));
            say(circle ? "redirect-circle" : "redirect-many", WARNING, FieldId.PATH, "url", last.url());
        }
        if (first.fault().isPresent()) {
            unanswered(first, first.fault().get());
        } else if (!first.isRedirect()) {
            status(first);
        }
        if (last != first && last.fault().isPresent()) {
            say("redirect-lost", WARNING, FieldId.EXTERNAL_URL, "url", last.url());
        }
    }

    private void say(String id, Severity severity, FieldId field, String... arguments) {
        findings.add(Finding.of(id, severity, field, arguments));
    }

    /** Where one leads decides what it asks of the answers: another entry, another scheme, or another path. */
    private void redirect(Exchange exchange, Set<String> hosts) {
        Optional<URI> from = uri(exchange.url());
        Optional<URI> to = exchange.location().flatMap(Answers::uri);
        if (from.isEmpty() || to.isEmpty()) {
            return;
        }
        String target = exchange.location().orElse("");
        boolean sameHost = host(from.get()).equals(host(to.get()));
        if (!host(to.get()).equals(found.aim().host()) && hosts.add(host(to.get()))) {
            String host = host(to.get());
            say(
                    "redirect-host",
                    WARNING,
                    FieldId.EXTERNAL_URL,
                    "host",
                    host,
                    "url",
                    target,
                    "status",
                    "" + exchange.status());
        } else if (sameHost && !from.get().getScheme().equals(to.get().getScheme())) {
            say("redirect-scheme", WARNING, FieldId.EXTERNAL_URL, "url", target, "status", "" + exchange.status());
        } else if (sameHost && from.get().getPort() != to.get().getPort()) {
            say("redirect-port", WARNING, FieldId.EXTERNAL_URL, "url", target, "status", "" + exchange.status());
        } else if (sameHost && !target.equals(exchange.url())) {
            say("redirect-path", WARNING, FieldId.PATH, "url", target, "status", "" + exchange.status());
        }
    }

    private static String host(URI uri) {
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static Optional<URI> uri(String url) {
        try {
            return Optional.of(URI.create(url)).filter(uri -> uri.getScheme() != null);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private void status(Exchange exchange) {
        String status = Integer.toString(exchange.status());
        String path = found.aim().path();
        switch (exchange.status()) {
            case 404, 410 -> {
                boolean matters = found.aim().pathMatters();
                say(
                        matters ? "no-path" : "no-base",
                        matters ? WARNING : INFO,
                        FieldId.PATH,
                        "path",
                        path,
                        "status",
                        status);
            }
            case 401, 403, 407 -> say("who-are-you", INFO, FieldId.EXTERNAL_URL, "status", status);
            case 405, 501 -> say("other-method", INFO, FieldId.PATH, "path", path, "status", status);
            case 421 ->
                say(
                        "misdirected",
                        ERROR,
                        FieldId.SNI,
                        "status",
                        status,
                        "host",
                        found.aim().authority());
            case 426 -> say("upgrade", WARNING, FieldId.PROTOCOL, "status", status);
            default -> {
                if (exchange.status() >= 500) {
                    say("server-trouble", WARNING, FieldId.EXTERNAL_URL, "status", status);
                } else if (exchange.status() >= 300 && exchange.status() < 400) {
                    say("redirect-unread", WARNING, FieldId.PATH, "status", status);
                } else if (exchange.status() >= 400) {
                    say("bad-request", INFO, FieldId.EXTERNAL_URL, "status", status);
                }
            }
        }
    }

    private void unanswered(Exchange exchange, Fault fault) {
        String port = Integer.toString(found.aim().port());
        switch (fault.kind()) {
            case IS_TLS -> say("is-tls", ERROR, FieldId.EXTERNAL_URL, "port", port);
            case NOT_HTTP -> say("not-http", ERROR, FieldId.PROTOCOL, "port", port);
            case TOO_LARGE -> say("too-large", WARNING, FieldId.EXTERNAL_URL, "url", exchange.url());
            case TIMEOUT -> say("no-answer", WARNING, FieldId.EXTERNAL_URL, "url", exchange.url());
            case CANCELLED -> {}
            default -> cut(exchange);
        }
    }

    /** With TLS 1.3 a server that misses the client's certificate says so only after the greeting. */
    private void cut(Exchange exchange) {
        boolean asked = found.hello().filter(Hello::asksForCertificate).isPresent();
        say(
                asked ? "certificate-required" : "cut",
                asked ? ERROR : WARNING,
                asked ? FieldId.TLS_MODE : FieldId.EXTERNAL_URL,
                "url",
                exchange.url());
    }
}
