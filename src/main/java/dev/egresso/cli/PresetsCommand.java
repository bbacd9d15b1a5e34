package dev.egresso.cli;

import dev.egresso.screens.AnswersFile;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code egresso presets [NAME]}: the ready answers, listed or shown. */
final class PresetsCommand {
    private PresetsCommand() {}

    static CommandSpec spec(CommandSpec spec, Bundled bundled) {
        return spec.addPositional(PositionalParamSpec.builder()
                .index("0")
                .arity("0..1")
                .type(String.class)
                .paramLabel("NAME")
                .description("Show this one.")
                .build());
    }

    static int run(ParseResult parsed, Bundled bundled) {
        World world = bundled.world();
        if (parsed.hasMatchedPositional(0)) {
            show(parsed.matchedPositionalValue(0, ""), bundled);
            return Exit.DONE;
        }
        Map<String, AnswersFile> presets = bundled.presets();
        int width = presets.keySet().stream().mapToInt(String::length).max().orElse(0);
        presets.forEach((name, preset) -> world.out()
                .println(name
                        + " ".repeat(width + 2 - name.length())
                        + World.shown(preset.summary().orElse(""))));
        return Exit.DONE;
    }

    private static void show(String name, Bundled bundled) {
        AnswersFile preset = bundled.preset(name);
        World world = bundled.world();
        preset.title().ifPresent(title -> world.say(title));
        preset.notes().ifPresent(notes -> notes.lines().forEach(world::say));
        world.out().print(AnswersFile.text(preset.answers()));
    }
}
