package dev.egresso.wizard;

import dev.egresso.check.Finding;
import dev.egresso.screens.Words;
import java.util.Optional;

/**
 * A finding in words.
 *
 * @param what is wrong
 * @param why what comes of it
 * @param remedy what to do
 * @param peer the code under which others report the same, if anybody does
 */
public record Said(Finding finding, String what, String why, String remedy, Optional<String> peer) {
    public static Said of(Finding finding, Words words) {
        Words.Check check = words.of(finding);
        return new Said(
                finding,
                check.what(),
                check.why(),
                check.remedy(),
                Optional.of(check.peer()).filter(peer -> !peer.equals("none")));
    }
}
