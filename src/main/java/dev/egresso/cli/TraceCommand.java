package dev.egresso.cli;

import dev.egresso.mesh.Draft;
import dev.egresso.mesh.Manifest;
import dev.egresso.mesh.Surroundings;
import dev.egresso.plain.JourneyJson;
import dev.egresso.plain.PlainText;
import dev.egresso.terminal.TextWidth;
import dev.egresso.trace.Journey;
import dev.egresso.trace.Request;
import dev.egresso.trace.Trace;
import dev.egresso.wizard.JourneyRows;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code egresso trace}: what becomes of one request, hop by hop. */
final class TraceCommand {
    private static final String REQUEST = "--request";
    private static final String HEADER = "--header";
    private static final String FROM = "--from-namespace";
    private static final String ASSUME = "--assume";

    private TraceCommand() {}

    static CommandSpec spec(CommandSpec spec, Bundled bundled) {
        spec.addPositional(ResourceFiles.positional());
        spec.addOption(Egresso.option(REQUEST, "TEXT", "Method and URL, for instance \"GET http://webserver/x\"."));
        spec.addOption(repeatable(HEADER, "K:V", "A header of the request. Repeatable."));
        spec.addOption(Egresso.option(FROM, "NAME", "Where the app runs. Default: where the VirtualService is."));
        spec.addOption(repeatable(ASSUME, "K=V", Assumptions.HELP));
        spec.addOption(Egresso.option("-o", "FORM", "text or json. Default text."));
        spec.addOption(Look.colorOption());
        AnswerFlags.addTo(spec, bundled);
        return spec;
    }

    private static OptionSpec repeatable(String name, String label, String description) {
        return OptionSpec.builder(name)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("1")
                .paramLabel(label)
                .description(description)
                .build();
    }

    static int run(ParseResult parsed, Bundled bundled) {
        String form = parsed.matchedOptionValue("-o", "text");
        if (!form.equals("text") && !form.equals("json")) {
            throw new Refusal(Exit.USAGE, "-o takes text or json, not " + form + ".");
        }
        Request request = request(parsed);
        Surroundings told = Assumptions.of(parsed.matchedOptionValue(ASSUME, List.<String>of()));
        List<String> names = parsed.matchedPositionalValue(0, List.<String>of());
        Journey journey = names.isEmpty()
                ? Trace.of(answered(parsed, bundled, told), told, request)
                : ofFiles(ResourceFiles.read(names, bundled.world()), bundled, told, request);
        bundled.world().out().print(form.equals("json") ? json(journey, bundled) : text(journey, parsed, bundled));
        return journey.isReached() ? Exit.DONE : Exit.FINDINGS;
    }

    private static Journey ofFiles(ResourceFiles files, Bundled bundled, Surroundings told, Request request) {
        files.talk(bundled.world());
        if (!files.set().faults().isEmpty()) {
            throw new Refusal(Exit.BAD_INPUT, "Nothing was traced, since not all of it could be read.");
        }
        return Trace.of(files.set().manifests(), told.with(files.set().neighbours()), request);
    }

    private static List<Manifest> answered(ParseResult parsed, Bundled bundled, Surroundings surroundings) {
        Draft draft = Draft.of(AnswerFlags.of(parsed, bundled), surroundings);
        return RenderCommand.bundle(draft, bundled).manifests();
    }

    private static Request request(ParseResult parsed) {
        String text = parsed.matchedOptionValue(REQUEST, "");
        if (text.isEmpty()) {
            throw new Refusal(
                    Exit.USAGE, "Which request? Add " + REQUEST + " \"GET http://webserver/x\", with a host of yours.");
        }
        Request request = Request.read(text)
                .orElseThrow(() -> new Refusal(
                        Exit.USAGE,
                        REQUEST + " takes a method and a URL, not " + text + ".",
                        "For instance \"GET http://webserver/x\"; a scheme without a usual port needs one."));
        for (String header : parsed.matchedOptionValue(HEADER, List.<String>of())) {
            int colon = header.indexOf(':', 1);
            if (colon < 0) {
                throw new Refusal(Exit.USAGE, HEADER + " takes NAME:VALUE, not " + header + ".");
            }
            request = request.withHeader(
                    header.substring(0, colon).strip(),
                    header.substring(colon + 1).strip());
        }
        return parsed.hasMatchedOption(FROM) ? request.from(parsed.matchedOptionValue(FROM, "")) : request;
    }

    private static String json(Journey journey, Bundled bundled) {
        return JourneyJson.of(journey, hop -> bundled.screens().hops().of(hop).what());
    }

    private static String text(Journey journey, ParseResult parsed, Bundled bundled) {
        PlainText plain = new PlainText(Look.isColoured(parsed, bundled.world()));
        StringBuilder text = new StringBuilder();
        JourneyRows.of(journey, bundled.screens(), TextWidth::of)
                .forEach(row -> text.append(plain.of(row)).append('\n'));
        return text.toString();
    }
}
