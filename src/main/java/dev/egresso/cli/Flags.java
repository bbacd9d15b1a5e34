package dev.egresso.cli;

import java.util.List;
import picocli.CommandLine.ParseResult;

/**
 * What stands on a command line. A command line without anything on it needs no parser, and the wizard is there sooner.
 */
interface Flags {
    Flags NONE = new Flags() {
        @Override
        public boolean has(String name) {
            return false;
        }

        @Override
        public String value(String name, String otherwise) {
            return otherwise;
        }

        @Override
        public List<String> values(String name) {
            return List.of();
        }
    };

    boolean has(String name);

    String value(String name, String otherwise);

    /** All that was given for a flag that takes several. */
    List<String> values(String name);

    static Flags of(ParseResult parsed) {
        return new Flags() {
            @Override
            public boolean has(String name) {
                return parsed.hasMatchedOption(name);
            }

            @Override
            public String value(String name, String otherwise) {
                return parsed.matchedOptionValue(name, otherwise);
            }

            @Override
            public List<String> values(String name) {
                return parsed.matchedOptionValue(name, List.<String>of());
            }
        };
    }
}
