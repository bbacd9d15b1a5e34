package dev.egresso.doctor;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Something that may be wrong.
 *
 * @param title what is wrong, in one phrase
 * @param why how it comes to the symptom
 * @param remedy what to do
 * @param confirm one command that shows whether it is so
 * @param signs how much each sign speaks for it, against it if negative
 * @param needs signs of which one has to be there; none if any sign will do
 * @param rules findings of {@code check} that show it in resources
 * @param hops hops of a trace that show it
 * @param fields fields whose presence shows it, such as {@code VirtualService/spec.http[].timeout}, possibly with a value
 *     after an equals sign
 */
public record Cause(
        String id,
        String title,
        String why,
        String remedy,
        String confirm,
        Map<String, Integer> signs,
        List<String> needs,
        List<String> rules,
        List<String> hops,
        List<String> fields) {
    public Cause {
        signs = Collections.unmodifiableMap(new LinkedHashMap<>(signs));
        needs = List.copyOf(needs);
        rules = List.copyOf(rules);
        hops = List.copyOf(hops);
        fields = List.copyOf(fields);
    }

    /** Whether resources would show it. */
    boolean showsInResources() {
        return !rules.isEmpty()
                || !hops.isEmpty()
                || !fields.isEmpty()
                || Witness.of(id).isPresent();
    }
}
