package dev.egresso.screens;

import dev.egresso.doctor.Knowledge;
import dev.egresso.explain.Explanation;
import dev.egresso.explain.Explanations;
import dev.egresso.mesh.FieldId;
import dev.egresso.mesh.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** All that the wizard says, each part read when it is first needed. */
public final class Screens {
    /** Texts of fields that stand in several places. */
    private static final List<String> SHARED = List.of("virtual-service-parts", "traffic-policy");

    private final Source source;
    private List<Question> questions;
    private Words words;
    private Explanations explanations;
    private HopWords hops;
    private List<PreparedRequest> requests;
    private Knowledge knowledge;
    private ProbeWords probes;
    private Map<String, String> glossary;
    private Map<String, String> interfaceTexts;
    private Map<String, AnswersFile> presets;
    private final Supplier<Map<String, AnswersFile>> readyAnswers;

    /** @param readyAnswers the presets by name, read only when someone asks for them */
    public Screens(Source source, Supplier<Map<String, AnswersFile>> readyAnswers) {
        this.source = source;
        this.readyAnswers = readyAnswers;
    }

    /** The presets by name. */
    public Map<String, AnswersFile> presets() {
        if (presets == null) {
            presets = readyAnswers.get();
        }
        return presets;
    }

    /** A text of the user interface. @param arguments names and values in turn */
    public String say(String id, String... arguments) {
        if (interfaceTexts == null) {
            YamlText top = YamlText.of("words.yaml", text("words.yaml"));
            interfaceTexts = top.texts("words");
            top.end();
        }
        String text = interfaceTexts.get(id);
        if (text == null) {
            throw new BadText("words.yaml", 1, "the text " + id + " is missing");
        }
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            named.put(arguments[i], arguments[i + 1]);
        }
        return Words.filled(text, named);
    }

    /** In the order of asking. */
    public List<Question> questions() {
        if (questions == null) {
            questions = Question.readAll("questions.yaml", text("questions.yaml"));
        }
        return questions;
    }

    public Question question(FieldId field) {
        return questions().stream()
                .filter(question -> question.field().equals(field))
                .findFirst()
                .orElseThrow(() -> new BadText("questions.yaml", 1, "the question " + field + " is missing"));
    }

    public Words words() {
        if (words == null) {
            words = new Words(
                    Words.rules("rules.yaml", text("rules.yaml")),
                    Words.reasons("reasons.yaml", text("reasons.yaml")),
                    () -> Words.checks("checks.yaml", text("checks.yaml")));
        }
        return words;
    }

    /** What journeys say. */
    public HopWords hops() {
        if (hops == null) {
            hops = HopWords.read("hops.yaml", text("hops.yaml"));
        }
        return hops;
    }

    /** Requests to try a route with. */
    public List<PreparedRequest> requests() {
        if (requests == null) {
            requests = PreparedRequest.readAll("requests.yaml", text("requests.yaml"));
        }
        return requests;
    }

    /** What is known of symptoms and their causes. */
    public Knowledge knowledge() {
        if (knowledge == null) {
            knowledge = SymptomTexts.read("symptoms.yaml", text("symptoms.yaml"));
        }
        return knowledge;
    }

    /** What probes say. */
    public ProbeWords probes() {
        if (probes == null) {
            probes = ProbeWords.read("probe.yaml", text("probe.yaml"));
        }
        return probes;
    }

    public Explanations explanations() {
        if (explanations == null) {
            List<Explanation> own = Stream.of(Kind.values())
                    .map(kind -> "explain/" + kebab(kind.word()) + ".yaml")
                    .flatMap(file -> ExplanationTexts.own(file, text(file)).stream())
                    .toList();
            explanations = new Explanations(own, () -> SHARED.stream()
                    .map(file -> "explain/" + file + ".yaml")
                    .flatMap(file -> ExplanationTexts.shared(file, text(file)).stream())
                    .toList());
        }
        return explanations;
    }

    /** Terms of the field and what they mean. */
    public Map<String, String> glossary() {
        if (glossary == null) {
            Map<String, String> terms = new LinkedHashMap<>();
            YamlText top = YamlText.of("glossary.yaml", text("glossary.yaml"));
            top.list("terms").forEach(entry -> {
                terms.put(entry.required("term"), entry.required("text"));
                entry.end();
            });
            top.end();
            glossary = terms;
        }
        return glossary;
    }

    private String text(String name) {
        Optional<String> text = source.text(name);
        return text.orElseThrow(() -> new BadText("screens/" + name, 1, "the file is missing"));
    }

    private static String kebab(String word) {
        return word.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
