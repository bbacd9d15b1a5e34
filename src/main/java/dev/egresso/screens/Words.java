package dev.egresso.screens;

import dev.egresso.check.Finding;
import dev.egresso.mesh.Problem;
import dev.egresso.mesh.Reason;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The sentences for problems and reasons, by id, with their arguments put in. */
public final class Words {
    /** What is wrong, and what to do about it. */
    public record Sentence(String what, String remedy) {}

    /**
     * What a finding says.
     *
     * @param title what the rule is about
     * @param why what comes of it
     * @param peer under which code others report the same, or {@code none}
     */
    public record Check(String title, String what, String why, String remedy, String peer) {}

    private final Map<String, Sentence> rules;
    private final Map<String, String> reasons;
    private final Supplier<Map<String, Check>> readChecks;
    private Map<String, Check> checks;

    /** @param readChecks the words of findings, read only when there is one */
    Words(Map<String, Sentence> rules, Map<String, String> reasons, Supplier<Map<String, Check>> readChecks) {
        this.rules = rules;
        this.reasons = reasons;
        this.readChecks = readChecks;
    }

    public Sentence of(Problem problem) {
        Sentence sentence = rules.getOrDefault(problem.id(), new Sentence(problem.id(), ""));
        return new Sentence(
                filled(sentence.what(), problem.arguments()), filled(sentence.remedy(), problem.arguments()));
    }

    public String of(Reason reason) {
        return filled(reasons.getOrDefault(reason.id(), reason.id()), reason.arguments());
    }

    /** The words of a finding, with what was found put in. */
    public Check of(Finding finding) {
        Check check = check(finding.rule());
        Map<String, String> arguments = finding.arguments();
        return new Check(
                check.title(),
                filled(check.what(), arguments),
                filled(check.why(), arguments),
                filled(check.remedy(), arguments),
                check.peer());
    }

    /** The words of a rule, with the names of what is put in still in braces. */
    public Check check(String id) {
        if (checks == null) {
            checks = readChecks.get();
        }
        return checks.getOrDefault(id, new Check(id, id, "", "", "none"));
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

    static Map<String, Check> checks(String file, String text) {
        Map<String, Check> checks = new LinkedHashMap<>();
        YamlText top = YamlText.of(file, text);
        for (YamlText entry : top.list("checks")) {
            String id = entry.required("id");
            Check check = new Check(
                    entry.required("title"),
                    entry.required("what"),
                    entry.required("why"),
                    entry.required("remedy"),
                    entry.required("peer"));
            if (checks.put(id, check) != null) {
                throw entry.fault("the check " + id + " stands here twice");
            }
            entry.end();
        }
        top.end();
        return checks;
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
