package dev.egresso.screens;

import dev.egresso.trace.Assumption;
import dev.egresso.trace.Hop;
import java.util.LinkedHashMap;
import java.util.Map;

/** The sentences of journeys, with what happened put in. */
public final class HopWords {
    /**
     * What a hop says.
     *
     * @param what happened
     * @param sees what a person sees of it; empty, as the two that follow, where all is well
     */
    public record Sentence(String what, String sees, String cause, String remedy) {}

    private final Map<String, Sentence> hops;
    private final Map<String, String> assumptions;

    private HopWords(Map<String, Sentence> hops, Map<String, String> assumptions) {
        this.hops = hops;
        this.assumptions = assumptions;
    }

    public Sentence of(Hop hop) {
        Sentence sentence = hops.getOrDefault(hop.id(), new Sentence(hop.id(), "", "", ""));
        return new Sentence(
                Words.filled(sentence.what(), hop.arguments()),
                Words.filled(sentence.sees(), hop.arguments()),
                Words.filled(sentence.cause(), hop.arguments()),
                Words.filled(sentence.remedy(), hop.arguments()));
    }

    public String of(Assumption assumption) {
        String text = assumptions.getOrDefault(assumption.name(), assumption.name() + " {value}");
        return Words.filled(text, Map.of("value", assumption.value()));
    }

    static HopWords read(String file, String text) {
        Map<String, Sentence> hops = new LinkedHashMap<>();
        Map<String, String> assumptions = new LinkedHashMap<>();
        YamlText top = YamlText.of(file, text);
        for (YamlText entry : top.list("hops")) {
            Sentence sentence = new Sentence(
                    entry.required("what"),
                    entry.optional("sees").orElse(""),
                    entry.optional("cause").orElse(""),
                    entry.optional("remedy").orElse(""));
            if (hops.put(entry.required("id"), sentence) != null) {
                throw entry.fault("this hop stands here twice");
            }
            entry.end();
        }
        for (YamlText entry : top.list("assumptions")) {
            if (assumptions.put(entry.required("id"), entry.required("text")) != null) {
                throw entry.fault("this assumption stands here twice");
            }
            entry.end();
        }
        top.end();
        return new HopWords(hops, assumptions);
    }
}
