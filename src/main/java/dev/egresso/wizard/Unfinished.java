package dev.egresso.wizard;

import dev.egresso.rollout.Address;
import dev.egresso.rollout.Entry;
import dev.egresso.rollout.Receipt;
import java.util.List;
import java.util.Optional;

/**
 * Something ended the program while it changed a cluster: said before anything else, and offered to be finished or taken
 * back.
 *
 * @param time when it was begun, as a person reads it
 */
public record Unfinished(Receipt receipt, String time, View back) implements Confirming.Subject {
    @Override
    public Step press(Session session, Key key) {
        return Step.to(
                key == Key.ESCAPE
                        ? session.visiting(back).noting(Ink.WARNING, session.say("unfinished-later"))
                        : session);
    }

    @Override
    public Step type(Session session, String text) {
        return switch (text) {
            case "f" -> Confirming.orElse(session, receipt.site(), receipt.namespaces(), this);
            case "t" ->
                session.asking(new ClusterErrand.Foresee(receipt.site().context(), Optional.of(receipt.id())), back);
            default -> letter(session, text);
        };
    }

    @Override
    public Step confirmed(Session session, Confirming.Deed deed) {
        List<Address> order = receipt.entries().stream().map(Entry::address).toList();
        return session.clusters().rolling(new ClusterErrand.Finish(receipt), receipt.site(), order, back);
    }

    @Override
    public <T> T sheet(Sheet<T> by) {
        return by.unfinished(this);
    }
}
