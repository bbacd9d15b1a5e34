package dev.egresso.rollout;

import java.util.Optional;

/**
 * How an apply or an undo ended.
 *
 * @param receipt as it was kept last
 * @param at the resource that it failed at, if it did
 * @param trouble why it failed; if the receipt is still open, why it could not be put back either
 * @param cause why it failed in the first place, if putting back failed too
 */
public record Outcome(Receipt receipt, Optional<Address> at, Optional<Trouble> trouble, Optional<Trouble> cause) {

    public static Outcome done(Receipt receipt) {
        return new Outcome(receipt, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static Outcome failed(Receipt receipt, Address at, Trouble trouble) {
        return new Outcome(receipt, Optional.of(at), Optional.of(trouble), Optional.empty());
    }

    /** Nothing went wrong. */
    public boolean isDone() {
        return receipt.state() == Receipt.State.DONE;
    }

    /** It failed, or was ended, and everything is as it was. */
    public boolean isPutBack() {
        return receipt.state() == Receipt.State.PUT_BACK;
    }
}
