package dev.egresso.screens;

import dev.egresso.outside.Fact;
import dev.egresso.outside.Finding;
import java.util.LinkedHashMap;
import java.util.Map;

/** The sentences of probes, with what was found put in. */
public final class ProbeWords {
    /**
     * What a fact says.
     *
     * @param label in front of it
     * @param means for the resources
     */
    public record Said(String label, String says, String means) {}

    /** What does not fit, and what to do. */
    public record Advice(String what, String remedy) {}

    private final Map<String, Said> facts;
    private final Map<String, Advice> findings;

    private ProbeWords(Map<String, Said> facts, Map<String, Advice> findings) {
        this.facts = facts;
        this.findings = findings;
    }

    public Said of(Fact fact) {
        Said said = facts.getOrDefault(fact.id(), new Said("", fact.id(), ""));
        return new Said(
                said.label(),
                Words.filled(said.says(), fact.arguments()),
                Words.filled(said.means(), fact.arguments()));
    }

    public Advice of(Finding finding) {
        Advice advice = findings.getOrDefault(finding.id(), new Advice(finding.id(), ""));
        return new Advice(
                Words.filled(advice.what(), finding.arguments()), Words.filled(advice.remedy(), finding.arguments()));
    }

    static ProbeWords read(String file, String text) {
        Map<String, Said> facts = new LinkedHashMap<>();
        Map<String, Advice> findings = new LinkedHashMap<>();
        YamlText top = YamlText.of(file, text);
        for (YamlText entry : top.list("facts")) {
            Said said = new Said(entry.required("label"), entry.required("says"), entry.required("means"));
            if (facts.put(entry.required("id"), said) != null) {
                throw entry.fault("this fact stands here twice");
            }
            entry.end();
        }
        for (YamlText entry : top.list("findings")) {
            Advice advice = new Advice(entry.required("what"), entry.required("remedy"));
            if (findings.put(entry.required("id"), advice) != null) {
                throw entry.fault("this finding stands here twice");
            }
            entry.end();
        }
        top.end();
        return new ProbeWords(facts, findings);
    }
}
