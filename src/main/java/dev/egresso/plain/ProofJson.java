package dev.egresso.plain;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import dev.egresso.proof.Point;
import dev.egresso.proof.Proof;
import dev.egresso.rollout.Pod;
import dev.egresso.rollout.Standing;
import dev.egresso.rollout.Trouble;
import dev.egresso.wizard.ProofRows;
import dev.egresso.yaml.JsonObject;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/** A proof as JSON, in ASCII, since answers hold what their makers liked. */
public final class ProofJson {
    private final JsonGenerator json;
    private final ProofRows words;

    private ProofJson(JsonGenerator json, ProofRows words) {
        this.json = json;
        this.words = words;
    }

    /** @param words the sentence of each point */
    public static String of(Proof proof, ProofRows words) {
        StringWriter text = new StringWriter();
        JsonFactory factory =
                JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
        try (JsonGenerator json = factory.createGenerator(text).setPrettyPrinter(JsonObject.layout())) {
            new ProofJson(json, words).write(proof);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a string cannot refuse to be written to", impossible);
        }
        return text + "\n";
    }

    private void write(Proof proof) throws IOException {
        json.writeStartObject();
        json.writeBooleanField("holds", proof.holds());
        json.writeArrayFieldStart("resources");
        for (Standing standing : proof.standings()) {
            json.writeStartObject();
            json.writeStringField("resource", standing.entry().address().toString());
            json.writeStringField("state", kebab(standing.state()));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeFieldName("pod");
        write(proof.pod().map(Pod::toString).orElse(null));
        json.writeFieldName("request");
        write(proof.journey().map(journey -> journey.request().toString()).orElse(null));
        json.writeArrayFieldStart("points");
        for (Point point : proof.points()) {
            json.writeStartObject();
            json.writeStringField("part", point.part().word());
            json.writeBooleanField("agrees", point.agrees());
            json.writeStringField("what", words.sentence(point));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("unseen");
        for (Trouble trouble : proof.unseen()) {
            json.writeString(words.sentence(trouble));
        }
        json.writeEndArray();
        json.writeArrayFieldStart("commands");
        for (List<String> command : proof.commands()) {
            json.writeString(ProofRows.line(command));
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(String text) throws IOException {
        if (text == null) {
            json.writeNull();
        } else {
            json.writeString(text);
        }
    }

    private static String kebab(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
