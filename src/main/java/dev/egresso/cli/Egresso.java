package dev.egresso.cli;

import dev.egresso.screens.BadText;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Runs one command line, and turns whatever goes wrong into a sentence and an exit code. */
final class Egresso {
    private static final String HELP = "--help";

    private final World world;

    Egresso(World world) {
        this.world = world;
    }

    int run(String... arguments) {
        String first = arguments.length == 0 ? "" : arguments[0];
        if (first.equals("--version") || first.equals("-V")) {
            world.out().println("egresso " + version());
            return Exit.DONE;
        }
        try {
            return dispatch(first, arguments);
        } catch (Refusal refusal) {
            refusal.rows().forEach(world::say);
            return refusal.exit();
        } catch (BadText bad) {
            world.say(bad.getMessage());
            return Exit.BAD_INPUT;
        } catch (RuntimeException bug) {
            return report(bug);
        }
    }

    private int dispatch(String first, String[] arguments) {
        if (first.equals(Rehearsal.FLAG)) {
            return Rehearsal.run(world);
        }
        if (first.equals(HELP) || first.equals("-h") || first.equals("help")) {
            help();
            return Exit.DONE;
        }
        Optional<Command> named = Command.named(first);
        if (named.isEmpty() && !first.isEmpty() && !first.startsWith("-")) {
            throw new Refusal(Exit.USAGE, "There is no command " + first + ".", "egresso --help lists the commands.");
        }
        String[] rest = named.isPresent() ? Arrays.copyOfRange(arguments, 1, arguments.length) : arguments;
        return run(named.orElse(Command.WIZARD), rest);
    }

    private int run(Command command, String[] arguments) {
        Bundled bundled = new Bundled(world, folder(arguments, "--screens-dir"), folder(arguments, "--presets-dir"));
        if (command == Command.WIZARD && arguments.length == 0) {
            return WizardCommand.run(Flags.NONE, bundled);
        }
        CommandSpec spec = command.spec().build(CommandSpec.create(), bundled);
        spec.name("egresso " + command.word());
        spec.usageMessage()
                .description(command.summary())
                .sortOptions(false)
                .abbreviateSynopsis(true)
                .width(100)
                .autoWidth(false);
        spec.addOption(option("--screens-dir", "DIR", "A folder whose words go before those that came along."));
        spec.addOption(option("--presets-dir", "DIR", "A folder with presets of your own."));
        spec.addOption(OptionSpec.builder("-h", HELP)
                .usageHelp(true)
                .description("Show this and do nothing else.")
                .build());
        CommandLine line = new CommandLine(spec);
        try {
            ParseResult parsed = line.parseArgs(arguments);
            if (parsed.isUsageHelpRequested()) {
                line.usage(world.out(), CommandLine.Help.Ansi.OFF);
                return Exit.DONE;
            }
            OpenReceipts.say(bundled);
            return command.run(parsed, bundled);
        } catch (ParameterException wrong) {
            String what = wrong.getMessage().lines().findFirst().orElse("The command line was not understood.");
            throw new Refusal(Exit.USAGE, what, "egresso " + command.word() + " --help lists what can be said.");
        }
    }

    static OptionSpec option(String name, String label, String description) {
        return OptionSpec.builder(name)
                .type(String.class)
                .paramLabel(label)
                .description(description)
                .build();
    }

    static OptionSpec flag(String name, String description) {
        return OptionSpec.builder(name)
                .type(boolean.class)
                .description(description)
                .build();
    }

    /** The words are needed to build the options, so their folder is looked for before the options are parsed. */
    private Optional<Path> folder(String[] arguments, String name) {
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].startsWith(name + "=")) {
                return Optional.of(world.file(arguments[i].substring(name.length() + 1)));
            }
            if (arguments[i].equals(name) && i + 1 < arguments.length) {
                return Optional.of(world.file(arguments[i + 1]));
            }
        }
        return Optional.empty();
    }

    private void help() {
        StringBuilder text = new StringBuilder();
        text.append("Egresso leads an app inside an Istio mesh to a service outside of it.\n\n");
        text.append("egresso                  the wizard\n");
        for (Command command : Command.values()) {
            text.append(String.format("egresso %-16s %s%n", command.word(), command.summary()));
        }
        text.append("\nEach command has its own --help. egresso --version prints the version.\n");
        text.append("Exit codes: 0 done, 1 cancelled or differences, 2 usage, 65 input not usable,\n");
        text.append("69 cluster or external service not reached, or refused, 70 a bug,\n");
        text.append("73 could not write, 79 findings, or a trace that does not reach, 130 interrupted.\n");
        world.out().print(text);
    }

    static String version() {
        String version = Egresso.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    private int report(RuntimeException bug) {
        StringWriter trace = new StringWriter();
        bug.printStackTrace(new PrintWriter(trace));
        String text = "egresso " + version() + ", Java " + Runtime.version() + "\n" + trace;
        try {
            Path file = Files.createTempFile("egresso-", ".report.txt");
            Files.writeString(file, text);
            world.say("Egresso met a fault of its own: " + bug.getClass().getSimpleName() + ".");
            world.say("What is known stands in " + file + "; it holds no answers. Report it with that file.");
        } catch (IOException unwritable) {
            world.say("Egresso met a fault of its own, and could not write a report: " + bug);
        }
        return Exit.BUG;
    }
}
