package dev.egresso.doctor;

import dev.egresso.check.Finding;
import dev.egresso.mesh.Manifest;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import dev.egresso.mesh.Surroundings;
import dev.egresso.trace.Hop;
import dev.egresso.trace.Standing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Names the likely causes of what a text shows. Total: any text, any resources, never throws. */
public final class Doctor {
    /** Less than this is what any text may show by chance. */
    private static final int LEAST = 4;
    /** What the text says counts most among causes that the resources show alike. */
    private static final int OF_TEXT = 20;

    private static final int CLEARED = -10_000;
    private static final int HOP = 350;
    private static final int HOP_OF_REQUEST = 500;
    private static final int CONCERNED = 120;

    private final Knowledge knowledge;
    private final Symptom symptom;
    private final Optional<Scene> scene;

    private Doctor(Knowledge knowledge, Symptom symptom, Optional<Scene> scene) {
        this.knowledge = knowledge;
        this.symptom = symptom;
        this.scene = scene;
    }

    /** From the text alone. */
    public static Diagnosis diagnose(String text, Knowledge knowledge) {
        return new Doctor(knowledge, Symptom.of(text, knowledge), Optional.empty()).diagnosis();
    }

    /** From the text, held against resources. */
    public static Diagnosis diagnose(
            String text, Knowledge knowledge, List<Manifest> manifests, Surroundings surroundings) {
        return diagnose(text, knowledge, manifests, surroundings, Optional.empty());
    }

    /** @param namespace where the application runs, if that is told */
    public static Diagnosis diagnose(
            String text,
            Knowledge knowledge,
            List<Manifest> manifests,
            Surroundings surroundings,
            Optional<String> namespace) {
        Symptom symptom = Symptom.of(text, knowledge).from(namespace);
        if (manifests.isEmpty()) {
            return new Doctor(knowledge, symptom, Optional.empty()).diagnosis();
        }
        return new Doctor(knowledge, symptom, Optional.of(new Scene(symptom, manifests, surroundings))).diagnosis();
    }

    private Diagnosis diagnosis() {
        List<Suspect> suspects = knowledge.causes().stream()
                .flatMap(cause -> suspect(cause).stream())
                .sorted(Comparator.comparingInt(Suspect::score).reversed())
                .toList();
        return new Diagnosis(symptom, suspects, scene.flatMap(Scene::closest));
    }

    private Optional<Suspect> suspect(Cause cause) {
        if (!cause.needs().isEmpty() && cause.needs().stream().noneMatch(symptom::shows)) {
            return Optional.empty();
        }
        List<Sign> evidence = new ArrayList<>();
        List<Sign> against = new ArrayList<>();
        int said = 0;
        for (Sign sign : symptom.signs()) {
            int weight = cause.signs().getOrDefault(sign.id(), 0);
            said += weight;
            if (weight > 0) {
                evidence.add(sign);
            } else if (weight < 0) {
                against.add(sign);
            }
        }
        evidence.sort(Comparator.comparingInt((Sign sign) -> cause.signs().get(sign.id()))
                .reversed());
        List<Proof> proofs = scene.map(seen -> proofs(cause, seen)).orElse(List.of());
        boolean met = proofs.stream()
                .anyMatch(
                        proof -> proof.weight() >= HOP_OF_REQUEST && proof.hop().isPresent());
        boolean fails = evidence.stream().anyMatch(sign -> !Signs.isCircumstance(sign.id()));
        boolean shown = said > 0 && bonus(proofs) > Witness.LIKELY;
        if (!fails || said < LEAST && !met && !shown) {
            return Optional.empty();
        }
        Suspect.Standing standing = standing(cause, proofs, met);
        int score = said * OF_TEXT + bonus(proofs) + (standing == Suspect.Standing.CLEARED ? CLEARED : 0);
        return Optional.of(new Suspect(cause, score, standing, evidence, against, proofs, arguments(proofs)));
    }

    private Suspect.Standing standing(Cause cause, List<Proof> proofs, boolean met) {
        if (!proofs.isEmpty()) {
            return met ? Suspect.Standing.PROVED : Suspect.Standing.SHOWN;
        }
        boolean cleared = scene.filter(Scene::isAboutSymptom).isPresent() && cause.showsInResources();
        return cleared ? Suspect.Standing.CLEARED : Suspect.Standing.POSSIBLE;
    }

    /** The strongest of each sort counts, so that many small things do not outweigh a great one. */
    private static int bonus(List<Proof> proofs) {
        int ofHops = proofs.stream()
                .filter(proof -> proof.hop().isPresent())
                .mapToInt(Proof::weight)
                .max()
                .orElse(0);
        int ofRest = proofs.stream()
                .filter(proof -> proof.hop().isEmpty())
                .mapToInt(Proof::weight)
                .max()
                .orElse(0);
        return ofHops + ofRest;
    }

    private static List<Proof> proofs(Cause cause, Scene scene) {
        List<Proof> proofs = new ArrayList<>();
        Witness.of(cause.id())
                .ifPresent(witness -> witness.look(scene).forEach(proof -> proofs.add(weighed(proof, scene))));
        for (Finding finding : scene.findings()) {
            if (cause.rules().contains(finding.rule())) {
                proofs.add(weighed(
                        new Proof(
                                Optional.of(Blame.of(finding.place())),
                                finding.fix(),
                                Optional.of(finding),
                                Optional.empty(),
                                weight(finding.severity())),
                        scene));
            }
        }
        fields(cause, scene).forEach(place -> proofs.add(weighed(Proof.of(place, Witness.LIKELY), scene)));
        hops(cause, scene.wrongHops(true), HOP_OF_REQUEST, proofs);
        hops(cause, scene.wrongHops(false), HOP, proofs);
        proofs.sort(Comparator.comparingInt(Doctor::worth).reversed());
        return proofs;
    }

    /** A finding or a field names the line to change more closely than a hop does. */
    private static int worth(Proof proof) {
        return proof.hop().isPresent() ? proof.weight() / 10 : proof.weight();
    }

    private static Proof weighed(Proof proof, Scene scene) {
        int more = !scene.hosts().isEmpty()
                        && proof.blame()
                                .flatMap(Blame::place)
                                .filter(scene::concerns)
                                .isPresent()
                ? CONCERNED
                : 0;
        return new Proof(proof.blame(), proof.fix(), proof.finding(), proof.hop(), proof.weight() + more);
    }

    private static int weight(Severity severity) {
        return switch (severity) {
            case ERROR -> Witness.SURE;
            case WARNING -> Witness.LIKELY + 100;
            case INFO -> Witness.LIKELY;
        };
    }

    private static void hops(Cause cause, List<Hop> hops, int weight, List<Proof> proofs) {
        hops.stream()
                .filter(hop -> cause.hops().contains(hop.id()))
                .findFirst()
                .ifPresent(hop -> proofs.add(new Proof(
                        hop.because().stream().findFirst().map(Blame::of),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(hop),
                        hop.standing() == Standing.FAIL ? weight : weight - 50)));
    }

    private static List<Place> fields(Cause cause, Scene scene) {
        List<Place> places = new ArrayList<>();
        for (String field : cause.fields()) {
            String pattern = field.contains("=") ? field.substring(0, field.indexOf('=')) : field;
            String value = field.contains("=") ? field.substring(field.indexOf('=') + 1) : "";
            for (Manifest manifest : scene.registry().manifests()) {
                if (pattern.startsWith(manifest.kind() + "/")) {
                    List<Place> found = List.of(Place.of(manifest));
                    for (String step :
                            pattern.substring(pattern.indexOf('/') + 1).split("\\.")) {
                        found = found.stream()
                                .flatMap(place -> below(place, step).stream())
                                .toList();
                    }
                    found.stream()
                            .filter(place -> place.exists() && (value.isEmpty() || place.is(value)))
                            .forEach(places::add);
                }
            }
        }
        return places;
    }

    private static List<Place> below(Place place, String step) {
        return step.endsWith("[]")
                ? place.at(step.substring(0, step.length() - 2)).items()
                : List.of(place.at(step));
    }

    /** What the words of a cause mention, as far as the text or the resources tell. */
    private Map<String, String> arguments(List<Proof> proofs) {
        Map<String, String> arguments = new HashMap<>();
        Optional<ClusterName> cluster =
                symptom.clusterName().filter(name -> !name.host().isEmpty());
        Optional<String> outside = cluster.map(ClusterName::host)
                .or(() -> symptom.sni())
                .or(() -> symptom.host().filter(host -> !Signs.isInternal(host)))
                .or(() -> proofs.stream().flatMap(proof -> host(proof).stream()).findFirst());
        outside.ifPresent(host -> arguments.put("host", host));
        symptom.host().ifPresent(host -> arguments.put("called", host));
        cluster.flatMap(name -> name.port().stream().boxed().findFirst())
                .or(() -> symptom.port().stream().boxed().findFirst())
                .ifPresent(port -> arguments.put("port", Integer.toString(port)));
        symptom.path().ifPresent(path -> arguments.put("path", path));
        return arguments;
    }

    private static Optional<String> host(Proof proof) {
        return proof.finding().map(finding -> finding.arguments().get("host")).or(() -> proof.hop()
                .map(hop ->
                        hop.arguments().getOrDefault("service", hop.arguments().get("host"))));
    }
}
