package dev.egresso.rollout;

import dev.egresso.mesh.MappingLabels;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was done to a cluster, by whom, where and when, with all that is needed to take it back. It is written before the
 * first change, so that whatever ends the program in the middle leaves word of it.
 *
 * @param undoes the receipt that this one takes back, if it does
 * @param force whether fields of others were taken over
 * @param name of the set, for people: the host that it is for
 * @param entries in the order in which they were or would be carried out
 */
public record Receipt(
        String id,
        Act act,
        Optional<String> undoes,
        boolean force,
        String name,
        Instant time,
        String person,
        Site site,
        State state,
        List<Entry> entries) {

    /** What it is the receipt of. */
    public enum Act {
        APPLY,
        UNDO
    }

    /** How it ended. */
    public enum State {
        /** Not yet: it is under way, or something ended it in the middle. */
        BEGUN,
        DONE,
        /** Something failed, and everything is as it was before. */
        PUT_BACK
    }

    public Receipt {
        entries = List.copyOf(entries);
    }

    public Receipt with(int index, Entry entry) {
        List<Entry> changed = new ArrayList<>(entries);
        changed.set(index, entry);
        return new Receipt(id, act, undoes, force, name, time, person, site, state, changed);
    }

    /** The same in terms of the object that took the place of an earlier one. */
    Receipt knowing(Remade remade) {
        List<Entry> known = entries.stream().map(entry -> entry.knowing(remade)).toList();
        return new Receipt(id, act, undoes, force, name, time, person, site, state, known);
    }

    /** The objects that taking back made anew. An apply makes none in place of another. */
    List<Remade> remade() {
        return act == Act.APPLY && state == State.DONE
                ? List.of()
                : entries.stream().flatMap(entry -> entry.remade().stream()).toList();
    }

    public Receipt in(State next) {
        return new Receipt(id, act, undoes, force, name, time, person, site, next, entries);
    }

    public boolean isOpen() {
        return state == State.BEGUN;
    }

    /** The labels that find what was applied and nothing else of Egresso's, if all of it carries the name of one mapping. */
    public Optional<String> selector() {
        Set<String> instances = new HashSet<>();
        for (Entry entry : entries) {
            entry.result().ifPresent(object -> instances.add(object.mapping().orElse("")));
        }
        return instances.size() == 1 && !instances.contains("")
                ? instances.stream().findFirst().map(MappingLabels::selector)
                : Optional.empty();
    }

    public List<String> namespaces() {
        return entries.stream()
                .map(entry -> entry.address().namespace())
                .distinct()
                .toList();
    }
}
