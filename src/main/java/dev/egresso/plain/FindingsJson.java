package dev.egresso.plain;

import dev.egresso.check.Finding;
import dev.egresso.mesh.Origin;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import dev.egresso.wizard.Said;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Findings for other programs: an array of our own, or SARIF, which code hosts show beside the lines. */
public final class FindingsJson {
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private final Json json;

    private FindingsJson(Json json) {
        this.json = json;
    }

    public static String array(List<Said> findings) {
        return findings.isEmpty() ? "[]\n" : Json.of(json -> json.objects(findings, new FindingsJson(json)::finding));
    }

    /** @param version of this program */
    public static String sarif(List<Said> findings, String version) {
        return Json.of(json -> json.object(() -> new FindingsJson(json).log(findings, version)));
    }

    private void finding(Said said) {
        Finding finding = said.finding();
        json.text("rule", finding.rule());
        json.text("severity", finding.severity().name().toLowerCase(Locale.ROOT));
        json.text("resource", finding.place().resource());
        json.text("path", finding.place().path().field());
        json.source(finding.place().read());
        json.text("what", said.what() + ". " + said.why());
        json.text("remedy", said.remedy());
        json.text("peer", said.peer());
    }

    private void log(List<Said> findings, String version) {
        json.text("$schema", SCHEMA);
        json.text("version", "2.1.0");
        json.objects("runs", List.of(findings), run -> {
            json.object("tool", () -> json.object("driver", () -> driver(run, version)));
            json.objects("results", run, this::result);
        });
    }

    private void driver(List<Said> findings, String version) {
        Map<String, Said> rules = new TreeMap<>();
        findings.forEach(said -> rules.putIfAbsent(said.finding().rule(), said));
        json.text("name", "egresso");
        json.text("version", version);
        json.objects("rules", rules.values(), said -> {
            json.text("id", said.finding().rule());
            message("shortDescription", said.what());
            message("help", said.remedy());
        });
    }

    private void result(Said said) {
        Finding finding = said.finding();
        json.text("ruleId", finding.rule());
        json.text("level", level(finding.severity()));
        message("message", said.what() + ". " + said.why() + " " + said.remedy());
        json.objects("locations", List.of(finding.place()), place -> {
            place.read().ifPresent(read -> json.object("physicalLocation", () -> physical(read)));
            json.objects("logicalLocations", List.of(place), this::logical);
        });
    }

    private void physical(Origin.Read read) {
        json.object("artifactLocation", () -> json.text("uri", read.file().replace('\\', '/')));
        json.object("region", () -> json.number("startLine", read.line()));
    }

    private void logical(Place place) {
        json.text("fullyQualifiedName", place.resource() + "/" + place.path().field());
    }

    private void message(String field, String text) {
        json.object(field, () -> json.text("text", text));
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
        };
    }
}
