package dev.egresso.plain;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.egresso.check.Finding;
import dev.egresso.check.Fix;
import dev.egresso.doctor.Blame;
import dev.egresso.doctor.Diagnosis;
import dev.egresso.doctor.Sign;
import dev.egresso.doctor.Suspect;
import dev.egresso.doctor.Symptom;
import dev.egresso.mesh.Origin;
import dev.egresso.trace.Journey;
import dev.egresso.wizard.ToWrite;
import dev.egresso.wizard.Told;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** A diagnosis as JSON; what is not there is null, so that every field can be asked for. */
public final class DiagnosisJson {
    private final JsonGenerator json;

    private DiagnosisJson(JsonGenerator json) {
        this.json = json;
    }

    public static String of(Diagnosis diagnosis, List<Told> told) {
        StringWriter text = new StringWriter();
        DefaultPrettyPrinter layout = new DefaultPrettyPrinter()
                .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                .withArrayIndenter(new DefaultIndenter("  ", "\n"));
        try (JsonGenerator json = new JsonFactory().createGenerator(text).setPrettyPrinter(layout)) {
            new DiagnosisJson(json).write(diagnosis, told);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a string cannot refuse to be written to", impossible);
        }
        return text + "\n";
    }

    private void write(Diagnosis diagnosis, List<Told> told) throws IOException {
        json.writeStartObject();
        write(diagnosis.symptom());
        text("request", diagnosis.journey().map(journey -> journey.request().toString()));
        text("outcome", diagnosis.journey().map(Journey::outcome).map(Object::toString));
        json.writeArrayFieldStart("causes");
        for (Told each : told) {
            write(each);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(Symptom symptom) throws IOException {
        String flags = symptom.flags().stream().map(Enum::name).collect(Collectors.joining(","));
        json.writeObjectFieldStart("symptom");
        number("status", symptom.status());
        text("flags", Optional.of(flags).filter(words -> !words.isEmpty()));
        text("details", symptom.details());
        text("cluster", symptom.cluster());
        text("host", symptom.host());
        number("port", symptom.port());
        text("path", symptom.path());
        text("sni", symptom.sni());
        json.writeNumberField("entries", symptom.entries());
        json.writeNumberField("others", symptom.others());
        json.writeEndObject();
    }

    private void write(Told told) throws IOException {
        Suspect suspect = told.suspect();
        Optional<Blame> blame = suspect.blame();
        json.writeStartObject();
        json.writeStringField("id", suspect.cause().id());
        json.writeStringField("standing", suspect.standing().name().toLowerCase(Locale.ROOT));
        json.writeStringField("title", told.title());
        json.writeStringField("why", told.why());
        json.writeArrayFieldStart("evidence");
        for (Told.Means means : told.evidence()) {
            json.writeStartObject();
            json.writeStringField("sign", means.sign().id());
            json.writeStringField("text", means.sign().evidence());
            json.writeStringField("means", means.means());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("against");
        for (Sign sign : suspect.against()) {
            json.writeString(sign.evidence());
        }
        json.writeEndArray();
        text(
                "rule",
                suspect.proofs().stream()
                        .flatMap(proof -> proof.finding().stream())
                        .map(Finding::rule)
                        .findFirst());
        text("shows", Optional.of(told.shows()).filter(words -> !words.isEmpty()));
        text("resource", blame.map(Blame::resource));
        text("path", blame.map(Blame::path));
        text("file", blame.flatMap(Blame::read).map(Origin.Read::file));
        Optional<Origin.Read> read = blame.flatMap(Blame::read);
        number("line", read.isPresent() ? OptionalInt.of(read.get().line()) : OptionalInt.empty());
        write(suspect.proofs().stream()
                .limit(1)
                .flatMap(proof -> proof.fix().stream())
                .findFirst());
        json.writeStringField("remedy", told.remedy());
        json.writeStringField("confirm", told.confirm());
        json.writeEndObject();
    }

    private void write(Optional<Fix> fix) throws IOException {
        json.writeArrayFieldStart("fix");
        for (ToWrite change : fix.map(ToWrite::all).orElse(List.of())) {
            json.writeStartObject();
            json.writeStringField("resource", change.resource());
            json.writeStringField("path", change.path());
            text("value", change.value());
            json.writeEndObject();
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

    private void number(String name, OptionalInt value) throws IOException {
        if (value.isPresent()) {
            json.writeNumberField(name, value.getAsInt());
        } else {
            json.writeNullField(name);
        }
    }
}
