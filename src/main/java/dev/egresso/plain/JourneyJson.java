package dev.egresso.plain;

import dev.egresso.trace.Assumption;
import dev.egresso.trace.Branch;
import dev.egresso.trace.Hop;
import dev.egresso.trace.Journey;
import dev.egresso.trace.Upstream;
import java.util.function.Function;

/** A journey as JSON. */
public final class JourneyJson {
    private final Json json;
    private final Function<Hop, String> words;

    private JourneyJson(Json json, Function<Hop, String> words) {
        this.json = json;
        this.words = words;
    }

    /** @param words the phrase for a hop */
    public static String of(Journey journey, Function<Hop, String> words) {
        return Json.of(json -> json.object(() -> new JourneyJson(json, words).write(journey)));
    }

    private void write(Journey journey) {
        end(journey);
        json.objects("hops", journey.hops(), this::write);
        json.texts(
                "assumed", journey.assumed().stream().map(Assumption::toString).toList());
        if (!journey.branches().isEmpty()) {
            json.objects("branches", journey.branches(), this::write);
        }
    }

    private void write(Branch branch) {
        json.number("weight", branch.weight());
        json.number("of", branch.of());
        end(branch.journey());
    }

    /** What became of the request. */
    private void end(Journey journey) {
        json.text("outcome", journey.outcome().word());
        json.number("status", journey.status());
        json.text("flags", journey.flags());
        json.text("cluster", journey.cluster());
        json.object("upstream", () -> write(journey.upstream()));
    }

    private void write(Upstream upstream) {
        json.text("host", upstream.host());
        json.number("port", upstream.port());
        json.text("sni", upstream.sni());
        json.text("authority", upstream.authority());
        json.text("path", upstream.path());
        json.text("tls", upstream.tls());
        json.text("http", upstream.http());
        json.object("headers", () -> upstream.headers().forEach(json::text));
    }

    private void write(Hop hop) {
        json.text("stage", hop.stage().word());
        json.text("what", words.apply(hop));
        json.objects("because", hop.because(), place -> {
            json.text("resource", place.resource());
            json.text("path", place.path().field());
            json.source(place.read());
        });
    }
}
