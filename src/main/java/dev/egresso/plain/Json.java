package dev.egresso.plain;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import dev.egresso.mesh.Origin;
import dev.egresso.yaml.JsonObject;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * JSON for other programs, laid out for people. What is not there is null, so that every field can be asked for; an object
 * or an array ends where the code that fills it does.
 */
final class Json {
    private final JsonGenerator generator;

    private Json(JsonGenerator generator) {
        this.generator = generator;
    }

    /** A document; {@code content} writes the one value of it. */
    static String of(Consumer<Json> content) {
        return text(new JsonFactory(), content);
    }

    /** The same in ASCII, for what strangers wrote. */
    static String ascii(Consumer<Json> content) {
        return text(
                JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build(), content);
    }

    private static String text(JsonFactory factory, Consumer<Json> content) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = factory.createGenerator(text).setPrettyPrinter(JsonObject.layout())) {
            content.accept(new Json(generator));
        } catch (IOException impossible) {
            throw refused(impossible);
        }
        return text + "\n";
    }

    private static UncheckedIOException refused(IOException impossible) {
        return new UncheckedIOException("a string cannot refuse to be written to", impossible);
    }

    /** How a constant is spelt. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** An object where a value is expected. */
    void object(Runnable fields) {
        write(JsonGenerator::writeStartObject);
        fields.run();
        write(JsonGenerator::writeEndObject);
    }

    void object(String name, Runnable fields) {
        write(json -> json.writeFieldName(name));
        object(fields);
    }

    /** An array where a value is expected, with an object for each. */
    <T> void objects(Collection<T> values, Consumer<T> fields) {
        array(values, value -> object(() -> fields.accept(value)));
    }

    <T> void objects(String name, Collection<T> values, Consumer<T> fields) {
        write(json -> json.writeFieldName(name));
        objects(values, fields);
    }

    void texts(String name, Collection<String> values) {
        write(json -> json.writeFieldName(name));
        array(values, value -> write(json -> json.writeString(value)));
    }

    void text(String name, String value) {
        write(json -> json.writeStringField(name, value));
    }

    void text(String name, Optional<String> value) {
        value.ifPresentOrElse(present -> text(name, present), () -> none(name));
    }

    void number(String name, int value) {
        write(json -> json.writeNumberField(name, value));
    }

    void number(String name, OptionalInt value) {
        value.ifPresentOrElse(present -> number(name, present), () -> none(name));
    }

    void flag(String name, boolean value) {
        write(json -> json.writeBooleanField(name, value));
    }

    /** Where it stands in the files, if it was read from one. */
    void source(Optional<Origin.Read> read) {
        text("file", read.map(Origin.Read::file));
        number("line", read.map(Origin.Read::line).map(OptionalInt::of).orElse(OptionalInt.empty()));
    }

    /** A field without a value. */
    void none(String name) {
        write(json -> json.writeNullField(name));
    }

    /** Values that somebody else writes. */
    <T> void array(String name, Collection<T> values, Writer<T> writer) {
        write(json -> json.writeFieldName(name));
        array(values, value -> write(json -> writer.write(value, json)));
    }

    private <T> void array(Collection<T> values, Consumer<T> each) {
        write(JsonGenerator::writeStartArray);
        values.forEach(each);
        write(JsonGenerator::writeEndArray);
    }

    private void write(Step step) {
        try {
            step.on(generator);
        } catch (IOException impossible) {
            throw refused(impossible);
        }
    }

    /** Writes one value. */
    interface Writer<T> {
        void write(T value, JsonGenerator generator) throws IOException;
    }

    private interface Step {
        void on(JsonGenerator generator) throws IOException;
    }
}
