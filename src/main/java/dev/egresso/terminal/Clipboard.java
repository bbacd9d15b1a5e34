package dev.egresso.terminal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * Asks the terminal to put text on the person's clipboard (OSC 52), the one way that works through ssh. Terminals drop a
 * request that is too long without a word, so it is refused here.
 */
final class Clipboard {
    private static final int LONGEST_BASE64 = 74_994;
    private static final String ESC = "\u001b";
    private static final String END = ESC + "\\";

    private Clipboard() {}

    /** What to write; empty if the text is too long. Inside tmux it goes to tmux, and wrapped to the terminal around it. */
    static Optional<String> request(String text, Map<String, String> environment) {
        String base64 = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        if (base64.length() > LONGEST_BASE64) {
            return Optional.empty();
        }
        String request = ESC + "]52;c;" + base64 + END;
        boolean insideTmux = !environment.getOrDefault("TMUX", "").isEmpty();
        String wrapped = ESC + "Ptmux;" + request.replace(ESC, ESC + ESC) + END;
        return Optional.of(insideTmux ? request + wrapped : request);
    }
}
