package dev.egresso.mesh;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a person has said so far: raw text by field. Any text may stand here, nonsense included; a blank one is the same
 * as no answer. What the text means is {@link Draft}'s business.
 */
public final class Answers {
    private static final Answers NONE = new Answers(Map.of());

    private final Map<FieldId, String> texts;

    private Answers(Map<FieldId, String> texts) {
        this.texts = texts;
    }

    public static Answers none() {
        return NONE;
    }

    /** These answers with one more, or another one in its place; a blank text takes the answer away. */
    public Answers with(FieldId field, String text) {
        if (text.isBlank()) {
            return without(field);
        }
        if (text.equals(texts.get(field))) {
            return this;
        }
        Map<FieldId, String> changed = new LinkedHashMap<>();
        FieldId.all().forEach(each -> {
            String standing = each.equals(field) ? text : texts.get(each);
            if (standing != null) {
                changed.put(each, standing);
            }
        });
        return new Answers(Collections.unmodifiableMap(changed));
    }

    public Answers without(FieldId field) {
        if (!texts.containsKey(field)) {
            return this;
        }
        Map<FieldId, String> changed = new LinkedHashMap<>(texts);
        changed.remove(field);
        return new Answers(Collections.unmodifiableMap(changed));
    }

    /** These answers, and those of the other where both have one. */
    public Answers overlaidBy(Answers other) {
        Answers merged = this;
        for (Map.Entry<FieldId, String> entry : other.texts.entrySet()) {
            merged = merged.with(entry.getKey(), entry.getValue());
        }
        return merged;
    }

    /** These answers without the user names and passwords of pasted URLs, which are never kept or shown again. */
    public Answers withoutCredentials() {
        Answers harmless = this;
        for (FieldId field : List.of(FieldId.INTERNAL_HOST, FieldId.EXTERNAL_URL)) {
            Optional<String> text = text(field).map(ExternalUrl::withoutCredentials);
            harmless = text.isPresent() ? harmless.with(field, text.get()) : harmless;
        }
        return harmless;
    }

    public Optional<String> text(FieldId field) {
        return Optional.ofNullable(texts.get(field));
    }

    /** In the order in which the wizard asks. */
    public Map<FieldId, String> asMap() {
        return texts;
    }

    public boolean isEmpty() {
        return texts.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Answers answers && texts.equals(answers.texts);
    }

    @Override
    public int hashCode() {
        return Objects.hash(texts);
    }

    @Override
    public String toString() {
        return texts.toString();
    }
}
