package dev.egresso.rollout;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All receipts of a machine, each in terms of the objects that are there now: what an undo deleted and another one brought
 * again is known to the server as another object, and is the one that the receipts before speak of all the same.
 *
 * @param receipts the newest first
 */
public record History(List<Receipt> receipts) {
    public History {
        List<Receipt> told = new ArrayList<>();
        receipts.stream()
                .sorted(Comparator.comparing(Receipt::time).thenComparing(Receipt::id))
                .forEach(next -> {
                    next.remade().forEach(remade -> told.replaceAll(earlier -> earlier.knowing(remade)));
                    told.add(next);
                });
        Collections.reverse(told);
        receipts = List.copyOf(told);
    }

    public Optional<Receipt> find(String id) {
        return receipts.stream().filter(receipt -> receipt.id().equals(id)).findFirst();
    }

    /** Those that were begun and neither finished nor put back. */
    public List<Receipt> open() {
        return receipts.stream().filter(Receipt::isOpen).toList();
    }

    /** What an undo without a name means: the last apply there that stands. */
    public Optional<Receipt> lastApply(Site site) {
        return inForce(site).stream().findFirst();
    }

    /** The applies there that were not taken back, or were and that in turn was. */
    public List<Receipt> inForce(Site site) {
        return receipts.stream()
                .filter(receipt -> receipt.site().server().equals(site.server()))
                .filter(receipt -> receipt.act() == Receipt.Act.APPLY)
                .filter(receipt -> receipt.state() == Receipt.State.DONE)
                .filter(receipt -> !isUndone(receipt))
                .toList();
    }

    public boolean isUndone(Receipt receipt) {
        return receipts.stream()
                .filter(other -> other.undoes().equals(Optional.of(receipt.id())))
                .filter(other -> other.state() == Receipt.State.DONE)
                .anyMatch(other -> !isUndone(other));
    }

    /** Whether a later receipt says more of this object, so that only that one speaks for it. */
    public boolean isOverlaid(Receipt receipt, Address address) {
        for (Receipt later : receipts) {
            if (later.id().equals(receipt.id())) {
                return false;
            }
            if (later.state() == Receipt.State.DONE
                    && later.act() == Receipt.Act.APPLY
                    && later.site().server().equals(receipt.site().server())
                    && !isUndone(later)
                    && later.entries().stream()
                            .anyMatch(entry -> entry.address().isSameObject(address))) {
                return true;
            }
        }
        return false;
    }
}
