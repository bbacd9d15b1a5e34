package dev.egresso.terminal;

import java.util.Map;

/**
 * What the screen cannot find out by itself.
 *
 * @param environment the program's environment, to know a tmux when we are in one
 * @param colors how many colours to use
 * @param unicode false if only ASCII may be written
 * @param mouse whether to take the mouse away from the terminal's own selection
 * @param onTerminate what to do before the program ends while the screen is still open (TERM, HUP, INT, an exit from
 *     elsewhere); the terminal is whole again by then
 */
public record Settings(
        Map<String, String> environment, Colors colors, boolean unicode, boolean mouse, Runnable onTerminate) {

    public Settings {
        environment = Map.copyOf(environment);
    }

    /** Colours as the environment tells, Unicode, no mouse, nothing to do at the end. */
    public static Settings of(Map<String, String> environment) {
        return new Settings(environment, Colors.of(environment, Colors.Wish.AUTO), true, false, () -> {});
    }

    public Settings withColors(Colors wanted) {
        return new Settings(environment, wanted, unicode, mouse, onTerminate);
    }

    public Settings withUnicode(boolean wanted) {
        return new Settings(environment, colors, wanted, mouse, onTerminate);
    }

    public Settings withMouse(boolean wanted) {
        return new Settings(environment, colors, unicode, wanted, onTerminate);
    }

    public Settings onTerminate(Runnable wanted) {
        return new Settings(environment, colors, unicode, mouse, wanted);
    }
}
