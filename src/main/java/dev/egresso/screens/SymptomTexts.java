package dev.egresso.screens;

import dev.egresso.doctor.Cause;
import dev.egresso.doctor.Knowledge;
import dev.egresso.doctor.Phrase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what is known of symptoms. */
final class SymptomTexts {
    private SymptomTexts() {}

    static Knowledge read(String file, String text) {
        YamlText top = YamlText.of(file, text);
        Set<String> signs = new HashSet<>();
        List<Phrase> phrases = new ArrayList<>();
        for (YamlText entry : top.list("signs")) {
            Phrase phrase = new Phrase(entry.required("id"), entry.required("means"), entry.values("texts"));
            if (!signs.add(phrase.id())) {
                throw entry.fault("the sign " + phrase.id() + " stands here twice");
            }
            entry.end();
            phrases.add(phrase);
        }
        Set<String> ids = new HashSet<>();
        List<Cause> causes = new ArrayList<>();
        for (YamlText entry : top.list("causes")) {
            Cause cause = cause(entry, signs);
            if (!ids.add(cause.id())) {
                throw entry.fault("the cause " + cause.id() + " stands here twice");
            }
            entry.end();
            causes.add(cause);
        }
        top.end();
        return new Knowledge(phrases, causes);
    }

    private static Cause cause(YamlText entry, Set<String> signs) {
        return new Cause(
                entry.required("id"),
                entry.required("title"),
                entry.required("why"),
                entry.required("remedy"),
                entry.required("confirm"),
                weights(entry, signs),
                words(entry, "needs"),
                words(entry, "rules"),
                words(entry, "hops"),
                words(entry, "fields"));
    }

    private static Map<String, Integer> weights(YamlText entry, Set<String> signs) {
        Map<String, Integer> weights = new LinkedHashMap<>();
        entry.texts("signs").forEach((sign, weight) -> {
            boolean isStatus = sign.matches("status-[1-5][0-9][0-9]");
            if (!isStatus && !signs.contains(sign)) {
                throw entry.fault(entry.lineOf("signs", sign), "there is no sign " + sign);
            }
            if (!weight.matches("-?[0-9]{1,3}")) {
                throw entry.fault(entry.lineOf("signs", sign), sign + " should be a whole number");
            }
            weights.put(sign, Integer.parseInt(weight));
        });
        return weights;
    }

    private static List<String> words(YamlText entry, String key) {
        String text = entry.optional(key).orElse("").strip();
        return text.isEmpty() ? List.of() : List.of(text.split("\\s+"));
    }
}
