package dev.egresso.plain;

import dev.egresso.proof.Proof;
import dev.egresso.rollout.Pod;
import dev.egresso.wizard.ProofRows;

/** A proof as JSON, in ASCII, since answers hold what their makers liked. */
public final class ProofJson {
    private ProofJson() {}

    /** @param words the sentence of each point */
    public static String of(Proof proof, ProofRows words) {
        return Json.ascii(json -> json.object(() -> {
            json.flag("holds", proof.holds());
            json.objects("resources", proof.standings(), standing -> {
                json.text("resource", standing.entry().address().toString());
                json.text("state", Json.word(standing.state()));
            });
            json.text("pod", proof.pod().map(Pod::toString));
            json.text(
                    "request", proof.journey().map(journey -> journey.request().toString()));
            json.objects("points", proof.points(), point -> {
                json.text("part", point.part().word());
                json.flag("agrees", point.agrees());
                json.text("what", words.sentence(point));
            });
            json.texts("unseen", proof.unseen().stream().map(words::sentence).toList());
            json.texts(
                    "commands", proof.commands().stream().map(ProofRows::line).toList());
        }));
    }
}
