package dev.egresso.cli;

import dev.egresso.doctor.Diagnosis;
import dev.egresso.doctor.Doctor;
import dev.egresso.mesh.Surroundings;
import dev.egresso.plain.DiagnosisJson;
import dev.egresso.plain.PlainText;
import dev.egresso.terminal.TextWidth;
import dev.egresso.wizard.DiagnosisRows;
import dev.egresso.wizard.Told;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code egresso doctor}: from what people have in hand to the likely causes. */
final class DoctorCommand {
    private static final String ASSUME = "--assume";
    private static final String FROM = "--from-namespace";

    private DoctorCommand() {}

    static CommandSpec spec(CommandSpec spec, Bundled bundled) {
        spec.addPositional(PositionalParamSpec.builder()
                .index("0..*")
                .arity("0..*")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .paramLabel("TEXT|FILE")
                .description("TEXT: lines of an access log, what curl or the app reports, or a status and flags such as"
                        + " \"503 UF\"; a file of such text; - or nothing for stdin. FILE: resources to hold it"
                        + " against, as files or folders; - for stdin where the text stands here. Of a name that"
                        + " exists, its content decides: resources of Istio are resources, all else is text.")
                .build());
        spec.addOption(Egresso.option(FROM, "NAME", "Where the app runs. Default: where the VirtualService is."));
        spec.addOption(OptionSpec.builder(ASSUME)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("1")
                .paramLabel("K=V")
                .description(Assumptions.HELP)
                .build());
        spec.addOption(Egresso.option("-o", "FORM", "text or json. Default text."));
        spec.addOption(Look.colorOption());
        spec.usageMessage()
                .footer(
                        "",
                        "Secrets in the text (Authorization, cookies, credentials in URLs) are masked before it is read.",
                        "Exit codes: 0 a cause is named, 65 the text shows no symptom that is known.",
                        "");
        return spec;
    }

    static int run(ParseResult parsed, Bundled bundled) {
        World world = bundled.world();
        String form = parsed.matchedOptionValue("-o", "text");
        if (!form.equals("text") && !form.equals("json")) {
            throw new Refusal(Exit.USAGE, "-o takes text or json, not " + form + ".");
        }
        Surroundings told = Assumptions.of(parsed.matchedOptionValue(ASSUME, List.<String>of()));
        SymptomInput input = SymptomInput.of(parsed.matchedPositionalValue(0, List.<String>of()), world);
        input.files().talk(world);
        Diagnosis diagnosis = Doctor.diagnose(
                input.text(),
                bundled.screens().knowledge(),
                input.files().set().manifests(),
                told.with(input.files().set().neighbours()),
                Optional.ofNullable(parsed.matchedOptionValue(FROM, (String) null)));
        List<Told> causes = Told.all(diagnosis, bundled.screens(), input.names());
        if (form.equals("json")) {
            world.out().print(DiagnosisJson.of(diagnosis, causes));
        } else if (diagnosis.isKnown()) {
            PlainText plain = new PlainText(Look.isColoured(parsed, world));
            boolean withFiles = !input.files().set().manifests().isEmpty();
            StringBuilder text = new StringBuilder();
            DiagnosisRows.of(diagnosis, causes, withFiles, bundled.screens(), TextWidth::of)
                    .forEach(row -> text.append(plain.of(row)).append('\n'));
            world.out().print(text);
        }
        if (!diagnosis.isKnown()) {
            world.say(bundled.screens().say("doctor-unknown"));
            world.say(bundled.screens().say("doctor-unknown-way"));
            return Exit.BAD_INPUT;
        }
        return Exit.DONE;
    }
}
