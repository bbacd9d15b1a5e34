package dev.egresso.cli;

import dev.egresso.fullscreen.Painter;
import dev.egresso.mesh.Surroundings;
import dev.egresso.terminal.Colors;
import dev.egresso.terminal.FullScreen;
import dev.egresso.terminal.Settings;
import dev.egresso.terminal.TextWidth;
import dev.egresso.wizard.Session;
import dev.egresso.wizard.Setup;
import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code egresso wizard}: the full screen, on a terminal that can show one. */
final class WizardCommand {
    private WizardCommand() {}

    static CommandSpec spec(CommandSpec spec, Bundled bundled) {
        AnswerFlags.addTo(spec, bundled);
        spec.addOption(Egresso.flag("--ascii", "Draw with ASCII only."));
        spec.addOption(Egresso.flag("--no-mouse", "Leave the mouse to the terminal."));
        return spec;
    }

    static int run(ParseResult parsed, Bundled bundled) {
        World world = bundled.world();
        Session session = Session.begin(
                new Setup(bundled.screens(), TextWidth::of, Surroundings.unknown()), AnswerFlags.of(parsed, bundled));
        boolean ascii = parsed.hasMatchedOption("--ascii");
        Settings settings = new Settings(
                world.environment(),
                Colors.of(world.environment(), Colors.Wish.AUTO),
                !ascii,
                !parsed.hasMatchedOption("--no-mouse"),
                () -> {});
        try (FullScreen screen = FullScreen.open(settings)) {
            new WizardLoop(screen, new Painter(screen.canvas(), ascii), new Effects(world), kept -> {}, session).run();
        } catch (IOException lost) {
            throw new Refusal(Exit.BAD_INPUT, lost.getMessage());
        }
        return Exit.DONE;
    }
}
