package dev.egresso.plain;

import dev.egresso.outside.Aim;
import dev.egresso.outside.Exchange;
import dev.egresso.outside.Fault;
import dev.egresso.outside.Finding;
import dev.egresso.outside.Found;
import dev.egresso.outside.Hello;
import dev.egresso.outside.Judgement;
import dev.egresso.screens.ProbeWords;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** What a probe found as JSON, in ASCII, since certificates hold what their makers liked; what is not there is null. */
public final class ProbeJson {
    private final Json json;

    private ProbeJson(Json json) {
        this.json = json;
    }

    /** @param words the sentences of a finding */
    public static String of(Found found, List<Finding> findings, Function<Finding, ProbeWords.Advice> words) {
        return Json.ascii(json -> json.object(() -> new ProbeJson(json).write(found, findings, words)));
    }

    private void write(Found found, List<Finding> findings, Function<Finding, ProbeWords.Advice> words) {
        Aim aim = found.aim();
        json.text("host", aim.host());
        json.number("port", aim.port());
        json.flag("reached", Judgement.isReached(found));
        json.text("failure", found.fault().map(ProbeJson::word));
        json.texts("addresses", found.addresses());
        json.text("connected", found.connected());
        json.text("proxyPassedBy", found.proxy());
        found.hello().ifPresentOrElse(hello -> json.object("tls", () -> write(hello, aim)), () -> json.none("tls"));
        json.objects("answers", found.exchanges(), this::write);
        json.objects("findings", findings, finding -> {
            json.text("id", finding.id());
            json.text("severity", finding.severity().name().toLowerCase(Locale.ROOT));
            json.text("field", finding.field().id());
            json.text("what", words.apply(finding).what());
            json.text("remedy", words.apply(finding).remedy());
        });
    }

    private void write(Hello hello, Aim aim) {
        json.text("version", hello.version());
        json.text("sni", hello.sni());
        json.texts("offered", hello.offered());
        json.text("chosen", hello.alpn());
        json.texts("pinned", aim.pinned());
        json.flag("trusted", hello.distrust().isEmpty());
        json.objects("distrust", hello.distrust(), distrust -> {
            json.text("reason", Json.word(distrust.reason()));
            json.text("subject", distrust.subject());
            json.text("detail", distrust.detail());
        });
        json.flag("asksForCertificate", hello.asksForCertificate());
        json.objects("certificates", hello.chain(), certificate -> {
            json.text("subject", certificate.subject());
            json.text("issuer", certificate.issuer());
            json.texts("names", certificate.names());
            json.text("from", certificate.from().toString());
            json.text("until", certificate.until().toString());
        });
    }

    private void write(Exchange exchange) {
        json.text("method", exchange.method());
        json.text("url", exchange.url());
        json.number("status", exchange.status() == 0 ? OptionalInt.empty() : OptionalInt.of(exchange.status()));
        json.text("http", Optional.of(exchange.version()).filter(version -> !version.isEmpty()));
        json.text("server", exchange.server());
        json.text("location", exchange.location());
        json.text("failure", exchange.fault().map(ProbeJson::word));
    }

    private static String word(Fault fault) {
        return Json.word(fault.kind());
    }
}
