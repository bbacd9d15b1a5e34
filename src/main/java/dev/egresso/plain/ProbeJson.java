package dev.egresso.plain;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import dev.egresso.outside.Aim;
import dev.egresso.outside.Certificate;
import dev.egresso.outside.Distrust;
import dev.egresso.outside.Exchange;
import dev.egresso.outside.Fault;
import dev.egresso.outside.Finding;
import dev.egresso.outside.Found;
import dev.egresso.outside.Hello;
import dev.egresso.outside.Judgement;
import dev.egresso.screens.ProbeWords;
import dev.egresso.yaml.JsonObject;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** What a probe found as JSON, in ASCII, since certificates hold what their makers liked; what is not there is null. */
public final class ProbeJson {
    private final JsonGenerator json;

    private ProbeJson(JsonGenerator json) {
        this.json = json;
    }

    /** @param words the sentences of a finding */
    public static String of(Found found, List<Finding> findings, Function<Finding, ProbeWords.Advice> words) {
        StringWriter text = new StringWriter();
        JsonFactory factory =
                JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
        try (JsonGenerator json = factory.createGenerator(text).setPrettyPrinter(JsonObject.layout())) {
            new ProbeJson(json).write(found, findings, words);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a string cannot refuse to be written to", impossible);
        }
        return text + "\n";
    }

    private void write(Found found, List<Finding> findings, Function<Finding, ProbeWords.Advice> words)
            throws IOException {
        Aim aim = found.aim();
        json.writeStartObject();
        json.writeStringField("host", aim.host());
        json.writeNumberField("port", aim.port());
        json.writeBooleanField("reached", Judgement.isReached(found));
        text("failure", found.fault().map(ProbeJson::word));
        texts("addresses", found.addresses());
        text("connected", found.connected());
        text("proxyPassedBy", found.proxy());
        json.writeFieldName("tls");
        if (found.hello().isPresent()) {
            write(found.hello().get(), aim);
        } else {
            json.writeNull();
        }
        json.writeArrayFieldStart("answers");
        for (Exchange exchange : found.exchanges()) {
            write(exchange);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("findings");
        for (Finding finding : findings) {
            json.writeStartObject();
            json.writeStringField("id", finding.id());
            json.writeStringField("severity", finding.severity().name().toLowerCase(Locale.ROOT));
            json.writeStringField("field", finding.field().id());
            json.writeStringField("what", words.apply(finding).what());
            json.writeStringField("remedy", words.apply(finding).remedy());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(Hello hello, Aim aim) throws IOException {
        json.writeStartObject();
        json.writeStringField("version", hello.version());
        text("sni", hello.sni());
        texts("offered", hello.offered());
        text("chosen", hello.alpn());
        texts("pinned", aim.pinned());
        json.writeBooleanField("trusted", hello.distrust().isEmpty());
        json.writeArrayFieldStart("distrust");
        for (Distrust distrust : hello.distrust()) {
            json.writeStartObject();
            json.writeStringField("reason", kebab(distrust.reason().name()));
            json.writeStringField("subject", distrust.subject());
            json.writeStringField("detail", distrust.detail());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeBooleanField("asksForCertificate", hello.asksForCertificate());
        json.writeArrayFieldStart("certificates");
        for (Certificate certificate : hello.chain()) {
            json.writeStartObject();
            json.writeStringField("subject", certificate.subject());
            json.writeStringField("issuer", certificate.issuer());
            texts("names", certificate.names());
            json.writeStringField("from", certificate.from().toString());
            json.writeStringField("until", certificate.until().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(Exchange exchange) throws IOException {
        json.writeStartObject();
        json.writeStringField("method", exchange.method());
        json.writeStringField("url", exchange.url());
        json.writeFieldName("status");
        if (exchange.status() == 0) {
            json.writeNull();
        } else {
            json.writeNumber(exchange.status());
        }
        text("http", Optional.of(exchange.version()).filter(version -> !version.isEmpty()));
        text("server", exchange.server());
        text("location", exchange.location());
        text("failure", exchange.fault().map(ProbeJson::word));
        json.writeEndObject();
    }

    private static String word(Fault fault) {
        return kebab(fault.kind().name());
    }

    private static String kebab(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void texts(String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    private void text(String name, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(name, value.get());
        } else {
            json.writeNullField(name);
        }
    }
}
