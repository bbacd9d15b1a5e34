package dev.egresso.rollout;

/** A word for a POSIX shell. */
public final class ShellWord {
    private ShellWord() {}

    /** What a shell takes for exactly this text. */
    public static String quoted(String text) {
        return text.matches("[A-Za-z0-9_@%+=:,./-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
