package dev.egresso.screens;

import dev.egresso.mesh.Problem;
import dev.egresso.mesh.Reason;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The sentences for problems and reasons, by id, with their arguments put in. */
public final class Words {
    /** What is wrong, and what to do about it. */
    public record Sentence(String what, String remedy) {}

    private final Map<String, Sentence> rules;
    private final Map<String, String> reasons;

    Words(Map<String, Sentence> rules, Map<String, String> reasons) {
        this.rules = rules;
        this.reasons = reasons;
    }

    public Sentence of(Problem problem) {
        Sentence sentence = rules.getOrDefault(problem.id(), new Sentence(problem.id(), ""));
        return new Sentence(
                filled(sentence.what(), problem.arguments()), filled(sentence.remedy(), problem.arguments()));
    }

    public String of(Reason reason) {
        return filled(reasons.getOrDefault(reason.id(), reason.id()), reason.arguments());
    }

    /** All sentences about answers by id, with the names of their arguments in braces. */
    public Map<String, Sentence> rules() {
        return Collections.unmodifiableMap(rules);
    }

    /** A text with each {name} replaced by the argument of that name. */
    public static String filled(String text, Map<String, String> arguments) {
        if (text.indexOf('{') < 0) {
            return text;
        }
        StringBuilder filled = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf('{', at);
            int close = open < 0 ? -1 : text.indexOf('}', open);
            if (close < 0) {
                break;
            }
            String value = arguments.get(text.substring(open + 1, close));
            filled.append(text, at, open).append(value == null ? text.substring(open, close + 1) : value);
            at = close + 1;
        }
        return filled.append(text.substring(at)).toString();
    }

    static Map<String, Sentence> rules(String file, String text) {
        Map<String, Sentence> rules = new LinkedHashMap<>();
        YamlText top = YamlText.of(file, text);
        for (YamlText entry : top.list("rules")) {
            String id = entry.required("id");
            if (rules.put(id, new Sentence(entry.required("what"), entry.required("remedy"))) != null) {
                throw entry.fault("the rule " + id + " stands here twice");
            }
            entry.end();
        }
        top.end();
        return rules;
    }

    static Map<String, String> reasons(String file, String text) {
        Map<String, String> reasons = new LinkedHashMap<>();
        YamlText top = YamlText.of(file, text);
        for (YamlText entry : top.list("reasons")) {
            String id = entry.required("id");
            if (reasons.put(id, entry.required("text")) != null) {
                throw entry.fault("the reason " + id + " stands here twice");
            }
            entry.end();
        }
        top.end();
        return reasons;
    }
}
