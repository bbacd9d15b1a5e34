package dev.egresso.rollout;

import java.util.Optional;

/**
 * What a command in a container wrote, and how it ended.
 *
 * @param code 0 if it ended well
 * @param whole whether all of it is here; false where there was more than is of use
 * @param trouble why it did not run, or was not heard to its end
 */
public record Spoken(String out, String err, int code, boolean whole, Optional<Trouble> trouble) {
    public static Spoken not(Trouble why) {
        return new Spoken("", "", 0, true, Optional.of(why));
    }

    /** The container has no such program. */
    public boolean isWithoutProgram() {
        return trouble.filter(why -> why.id().equals("no-program")).isPresent() || code == 127;
    }
}
