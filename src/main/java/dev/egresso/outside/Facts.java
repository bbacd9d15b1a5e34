package dev.egresso.outside;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a probe found, in the order in which it happened. */
public final class Facts {
    private final Found found;
    private final Aim aim;
    private final List<Fact> facts = new ArrayList<>();

    private Facts(Found found) {
        this.found = found;
        this.aim = found.aim();
    }

    public static List<Fact> of(Found found) {
        Facts made = new Facts(found);
        made.names();
        made.connection();
        found.hello().ifPresent(made::greeting);
        found.ownWord().ifPresent(made::ownProtocol);
        made.answers();
        return List.copyOf(made.facts);
    }

    private void say(String id, String... arguments) {
        facts.add(Fact.of(id, arguments));
    }

    private void names() {
        if (found.addresses().isEmpty()) {
            return;
        }
        boolean itself = found.addresses().equals(List.of(aim.host()));
        say(itself ? "address" : "names", "host", aim.host(), "addresses", Judgement.shortened(found.addresses()));
    }

    private void connection() {
        String port = Integer.toString(aim.port());
        String silent = found.attempts().stream()
                .filter(attempt -> attempt.fault().isPresent())
                .map(Attempt::address)
                .collect(Collectors.joining(", "));
        found.connected().ifPresent(address -> {
            String id = silent.isEmpty() ? "port" : "port-of-some";
            say(id, "address", address, "port", port, "silent", silent);
        });
        found.proxy()
                .filter(setting -> found.connected().isPresent())
                .ifPresent(setting -> say("past-proxy", "proxy", setting));
    }

    private void greeting(Hello hello) {
        String sni = hello.sni().orElse("–");
        say(
                aim.bySidecar() ? "tls-of-sidecar" : "tls-of-app",
                "version",
                hello.version(),
                "sni",
                sni,
                "mode",
                aim.certificate() ? "MUTUAL" : "SIMPLE");
        if (!hello.offered().isEmpty()) {
            String offered = String.join(", ", hello.offered());
            String id = hello.alpn().isEmpty() ? "no-alpn" : "alpn";
            String wanted = String.join(", ", aim.alpn());
            say(id, "offered", offered, "chosen", hello.alpn().orElse(""), "wanted", wanted);
        }
        if (!hello.chain().isEmpty()) {
            certificate(hello.chain().get(0), hello);
        }
    }

    private void certificate(Certificate certificate, Hello hello) {
        String names = certificate.names().isEmpty() ? "–" : Judgement.shortened(certificate.names());
        boolean pins = !aim.pinned().isEmpty();
        String id = pins ? "certificate-pinned" : aim.bySidecar() ? "certificate-auto" : "certificate-of-app";
        say(
                id,
                "names",
                names,
                "pinned",
                String.join(", ", aim.pinned()),
                "sni",
                aim.sni().orElse(aim.host()));
        say(
                hello.distrust().isEmpty() ? "issuer" : "issuer-distrusted",
                "issuer",
                certificate.issuer(),
                "from",
                day(certificate.from()),
                "until",
                day(certificate.until()));
    }

    private static String day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC).toString();
    }

    private void ownProtocol(OwnWord word) {
        String id = word.version().isEmpty() ? "own-tls" : "own-greeting";
        say(id, "version", word.version(), "tls", word.tls() ? "yes" : "no");
    }

    private void answers() {
        boolean usable = found.connected().isPresent() && found.fault().isEmpty();
        if (usable && found.exchanges().isEmpty() && found.ownWord().isEmpty()) {
            say(aim.talk() == Talk.GRPC ? "unasked-grpc" : "unasked");
        }
        for (Exchange exchange : found.exchanges()) {
            if (exchange.fault().isPresent()) {
                say("unanswered", "method", exchange.method(), "url", exchange.url());
            } else if (exchange.status() == 0) {
                say("speaks-http2");
            } else {
                answered(exchange);
            }
        }
    }

    private void answered(Exchange exchange) {
        String id = exchange.isRedirect() ? "redirected" : exchange.status() < 300 ? "answered" : "answered-otherwise";
        say(
                id,
                "method",
                exchange.method(),
                "url",
                exchange.url(),
                "version",
                exchange.version(),
                "status",
                Integer.toString(exchange.status()),
                "server",
                exchange.server().map(name -> ", " + name).orElse(""),
                "location",
                exchange.location().orElse(""));
    }
}
