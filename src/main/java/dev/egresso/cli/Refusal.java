package dev.egresso.cli;

import java.util.List;

/** A command cannot go on: what is wrong and what to do, for stderr, and the code for the shell. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int exit;
    private final List<String> rows;

    Refusal(int exit, String... rows) {
        super(String.join(" ", rows));
        this.exit = exit;
        this.rows = List.of(rows);
    }

    int exit() {
        return exit;
    }

    List<String> rows() {
        return rows;
    }
}
