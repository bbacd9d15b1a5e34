package dev.egresso.cli;

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
    };

    boolean has(String name);

    String value(String name, String otherwise);

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
        };
    }
}
