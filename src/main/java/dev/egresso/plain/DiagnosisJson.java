package dev.egresso.plain;

import dev.egresso.check.Finding;
import dev.egresso.check.Fix;
import dev.egresso.doctor.Blame;
import dev.egresso.doctor.Diagnosis;
import dev.egresso.doctor.Sign;
import dev.egresso.doctor.Suspect;
import dev.egresso.doctor.Symptom;
import dev.egresso.trace.Journey;
import dev.egresso.wizard.ToWrite;
import dev.egresso.wizard.Told;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A diagnosis as JSON. */
public final class DiagnosisJson {
    private final Json json;

    private DiagnosisJson(Json json) {
        this.json = json;
    }

    public static String of(Diagnosis diagnosis, List<Told> told) {
        return Json.of(json -> json.object(() -> new DiagnosisJson(json).write(diagnosis, told)));
    }

    private void write(Diagnosis diagnosis, List<Told> told) {
        json.object("symptom", () -> write(diagnosis.symptom()));
        json.text(
                "request", diagnosis.journey().map(journey -> journey.request().toString()));
        json.text("outcome", diagnosis.journey().map(Journey::outcome).map(Object::toString));
        json.objects("causes", told, this::write);
    }

    private void write(Symptom symptom) {
        String flags = symptom.flags().stream().map(Enum::name).collect(Collectors.joining(","));
        json.number("status", symptom.status());
        json.text("flags", unlessEmpty(flags));
        json.text("details", symptom.details());
        json.text("cluster", symptom.cluster());
        json.text("host", symptom.host());
        json.number("port", symptom.port());
        json.text("path", symptom.path());
        json.text("sni", symptom.sni());
        json.number("entries", symptom.entries());
        json.number("others", symptom.others());
    }

    private void write(Told told) {
        Suspect suspect = told.suspect();
        json.text("id", suspect.cause().id());
        json.text("standing", suspect.standing().name().toLowerCase(Locale.ROOT));
        json.text("title", told.title());
        json.text("why", told.why());
        json.objects("evidence", told.evidence(), means -> {
            json.text("sign", means.sign().id());
            json.text("text", means.sign().evidence());
            json.text("means", means.means());
        });
        json.texts("against", suspect.against().stream().map(Sign::evidence).toList());
        json.text(
                "rule",
                suspect.proofs().stream()
                        .flatMap(proof -> proof.finding().stream())
                        .map(Finding::rule)
                        .findFirst());
        json.text("shows", unlessEmpty(told.shows()));
        Optional<Blame> blame = suspect.blame();
        json.text("resource", blame.map(Blame::resource));
        json.text("path", blame.map(Blame::path));
        json.source(blame.flatMap(Blame::read));
        Optional<Fix> fix = suspect.proofs().stream()
                .limit(1)
                .flatMap(proof -> proof.fix().stream())
                .findFirst();
        json.objects("fix", fix.map(ToWrite::all).orElse(List.of()), change -> {
            json.text("resource", change.resource());
            json.text("path", change.path());
            json.text("value", change.value());
        });
        json.text("remedy", told.remedy());
        json.text("confirm", told.confirm());
    }

    private static Optional<String> unlessEmpty(String text) {
        return Optional.of(text).filter(words -> !words.isEmpty());
    }
}
