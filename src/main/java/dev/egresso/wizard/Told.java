package dev.egresso.wizard;

import dev.egresso.doctor.Cause;
import dev.egresso.doctor.Diagnosis;
import dev.egresso.doctor.Proof;
import dev.egresso.doctor.Sign;
import dev.egresso.doctor.Suspect;
import dev.egresso.screens.Screens;
import dev.egresso.screens.Words;
import dev.egresso.trace.Journey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A suspect in words.
 *
 * @param shows what the resources show of it, empty where they show nothing
 * @param remedy what to do, with the values of the resources at hand where they tell
 * @param confirm one command that shows whether it is so
 */
public record Told(
        Suspect suspect, String title, String why, String shows, String remedy, String confirm, List<Means> evidence) {
    private static final List<String> MENTIONS = List.of("host", "called", "port", "path");

    /** A piece of the pasted text, and what it says. */
    public record Means(Sign sign, String means) {}

    public Told {
        evidence = List.copyOf(evidence);
    }

    /** @param files the resources as the command line names them, empty if there are none */
    public static List<Told> all(Diagnosis diagnosis, Screens screens, List<String> files) {
        return diagnosis.suspects().stream()
                .map(suspect -> of(suspect, diagnosis, screens, files))
                .toList();
    }

    private static Told of(Suspect suspect, Diagnosis diagnosis, Screens screens, List<String> files) {
        Cause cause = suspect.cause();
        Map<String, String> inProse = mentions(suspect, screens, "doctor-some-");
        Optional<Proof> first = suspect.proofs().stream().findFirst();
        Optional<Words.Check> check = first.flatMap(Proof::finding)
                .or(() -> suspect.proofs().stream()
                        .flatMap(proof -> proof.finding().stream())
                        .findFirst())
                .map(screens.words()::of);
        return new Told(
                suspect,
                Words.filled(cause.title(), inProse),
                Words.filled(cause.why(), inProse),
                shows(suspect, check, screens),
                check.map(Words.Check::remedy)
                        .orElseGet(() -> Words.filled(cause.remedy(), mentions(suspect, screens, "doctor-word-"))),
                confirm(suspect, diagnosis, screens, files),
                suspect.evidence().stream()
                        .map(sign -> new Means(sign, meaning(sign, screens)))
                        .toList());
    }

    private static String shows(Suspect suspect, Optional<Words.Check> check, Screens screens) {
        return check.map(Words.Check::what)
                .or(() -> suspect.proofs().stream()
                        .flatMap(proof -> proof.hop().stream())
                        .findFirst()
                        .map(hop -> hop.part().word() + ": "
                                + screens.hops().of(hop).what()))
                .orElse("");
    }

    /** Where the traced request meets it, the trace; else what the cluster would be asked. */
    private static String confirm(Suspect suspect, Diagnosis diagnosis, Screens screens, List<String> files) {
        Optional<Journey> traced = diagnosis
                .journey()
                .filter(journey -> suspect.standing() == Suspect.Standing.PROVED
                        && journey.hops().stream()
                                .anyMatch(hop -> suspect.cause().hops().contains(hop.id())));
        if (traced.isPresent() && !files.isEmpty()) {
            return "egresso trace " + String.join(" ", files) + " --request \""
                    + traced.get().request() + "\"";
        }
        String command = Words.filled(suspect.cause().confirm(), mentions(suspect, screens, "doctor-word-"));
        return files.isEmpty() ? command : command.replace("FILE", String.join(" ", files));
    }

    private static Map<String, String> mentions(Suspect suspect, Screens screens, String unknown) {
        Map<String, String> mentions = new LinkedHashMap<>();
        for (String name : MENTIONS) {
            mentions.put(
                    name,
                    Optional.ofNullable(suspect.arguments().get(name)).orElseGet(() -> screens.say(unknown + name)));
        }
        return mentions;
    }

    /** A status says by itself what it is. */
    private static String meaning(Sign sign, Screens screens) {
        String means = screens.knowledge().meaning(sign);
        return means.isEmpty() && sign.id().startsWith("status-")
                ? screens.say("doctor-status", "status", sign.evidence())
                : means;
    }
}
