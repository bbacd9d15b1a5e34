package dev.egresso.plain;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.egresso.mesh.Origin;
import dev.egresso.mesh.Place;
import dev.egresso.trace.Assumption;
import dev.egresso.trace.Branch;
import dev.egresso.trace.Hop;
import dev.egresso.trace.Journey;
import dev.egresso.trace.Upstream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** A journey as JSON; what is not there is null, so that every field can be asked for. */
public final class JourneyJson {
    private final JsonGenerator json;
    private final Function<Hop, String> words;

    private JourneyJson(JsonGenerator json, Function<Hop, String> words) {
        this.json = json;
        this.words = words;
    }

    /** @param words the phrase for a hop */
    public static String of(Journey journey, Function<Hop, String> words) {
        StringWriter text = new StringWriter();
        DefaultPrettyPrinter layout = new DefaultPrettyPrinter()
                .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                .withArrayIndenter(new DefaultIndenter("  ", "\n"));
        try (JsonGenerator json = new JsonFactory().createGenerator(text).setPrettyPrinter(layout)) {
            new JourneyJson(json, words).write(journey);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a string cannot refuse to be written to", impossible);
        }
        return text + "\n";
    }

    private void write(Journey journey) throws IOException {
        json.writeStartObject();
        json.writeStringField("outcome", journey.outcome().word());
        number("status", journey.status());
        text("flags", journey.flags());
        text("cluster", journey.cluster());
        write(journey.upstream());
        json.writeArrayFieldStart("hops");
        for (Hop hop : journey.hops()) {
            write(hop);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("assumed");
        for (Assumption assumption : journey.assumed()) {
            json.writeString(assumption.toString());
        }
        json.writeEndArray();
        if (!journey.branches().isEmpty()) {
            json.writeArrayFieldStart("branches");
            for (Branch branch : journey.branches()) {
                write(branch);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void write(Branch branch) throws IOException {
        json.writeStartObject();
        json.writeNumberField("weight", branch.weight());
        json.writeNumberField("of", branch.of());
        json.writeStringField("outcome", branch.journey().outcome().word());
        number("status", branch.journey().status());
        text("flags", branch.journey().flags());
        text("cluster", branch.journey().cluster());
        write(branch.journey().upstream());
        json.writeEndObject();
    }

    private void write(Upstream upstream) throws IOException {
        json.writeObjectFieldStart("upstream");
        text("host", upstream.host());
        number("port", upstream.port());
        text("sni", upstream.sni());
        text("authority", upstream.authority());
        text("path", upstream.path());
        text("tls", upstream.tls());
        text("http", upstream.http());
        json.writeObjectFieldStart("headers");
        for (Map.Entry<String, String> header : upstream.headers().entrySet()) {
            json.writeStringField(header.getKey(), header.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void write(Hop hop) throws IOException {
        json.writeStartObject();
        json.writeStringField("stage", hop.stage().word());
        json.writeStringField("what", words.apply(hop));
        json.writeArrayFieldStart("because");
        for (Place place : hop.because()) {
            json.writeStartObject();
            json.writeStringField("resource", place.resource());
            json.writeStringField("path", place.path().field());
            text("file", place.read().map(Origin.Read::file));
            Optional<Origin.Read> read = place.read();
            number("line", read.isPresent() ? OptionalInt.of(read.get().line()) : OptionalInt.empty());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
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
