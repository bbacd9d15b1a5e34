package dev.egresso.cli;

import dev.egresso.terminal.Colors;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** How output may look: which colours, and whether more than ASCII. */
final class Look {
    static final String ASCII = "--ascii";
    private static final String COLOR = "--color";

    private Look() {}

    static OptionSpec colorOption() {
        return Egresso.option(COLOR, "WHEN", "auto, always or never. Default auto; NO_COLOR is heard.");
    }

    static Colors colors(Flags flags, World world) {
        return Colors.of(world.environment(), wish(flags));
    }

    private static Colors.Wish wish(Flags flags) {
        String wish = flags.value(COLOR, "auto");
        return Stream.of(Colors.Wish.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(wish))
                .findFirst()
                .orElseThrow(() -> new Refusal(Exit.USAGE, COLOR + " takes auto, always or never, not " + wish + "."));
    }

    /** Whether text for stdout is coloured: only for a person's terminal, unless told otherwise. */
    static boolean isColoured(ParseResult parsed, World world) {
        Flags flags = Flags.of(parsed);
        return wish(flags) == Colors.Wish.ALWAYS || world.interactive() && colors(flags, world) != Colors.NONE;
    }

    /** Asked for, or the locale says so. A locale that says nothing is taken for UTF-8. */
    static boolean isAscii(Flags flags, World world) {
        String locale = Stream.of("LC_ALL", "LC_CTYPE", "LANG")
                .flatMap(name -> world.variable(name).stream())
                .findFirst()
                .orElse("UTF-8")
                .toUpperCase(Locale.ROOT);
        return flags.has(ASCII) || !locale.contains("UTF-8") && !locale.contains("UTF8");
    }
}
