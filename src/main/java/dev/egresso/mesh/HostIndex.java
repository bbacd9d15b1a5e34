package dev.egresso.mesh;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Things by the host that they are for; those of one host stay in input order. */
final class HostIndex<T> {
    private final Map<HostName, List<T>> exact = new LinkedHashMap<>();
    private final Map<String, List<HostName>> wildcards = new LinkedHashMap<>();

    void add(HostName host, T thing) {
        exact.computeIfAbsent(host, name -> {
                    if (host.isWildcard()) {
                        wildcards
                                .computeIfAbsent(host.suffix(), suffix -> new ArrayList<>())
                                .add(host);
                    }
                    return new ArrayList<>();
                })
                .add(thing);
    }

    List<T> exactly(HostName host) {
        return Collections.unmodifiableList(exact.getOrDefault(host, List.of()));
    }

    List<T> all() {
        return exact.values().stream().flatMap(List::stream).toList();
    }

    Iterable<List<T>> grouped() {
        return exact.values();
    }

    /** What is for the host itself, then what is for wildcards over it, the longest first. */
    List<T> covering(HostName host) {
        List<T> found = new ArrayList<>(exactly(host));
        if (!wildcards.isEmpty()) {
            String name = host.name();
            for (int cut = 0; cut <= name.length(); cut++) {
                for (HostName wildcard : wildcards.getOrDefault(name.substring(cut), List.of())) {
                    if (!wildcard.equals(host)) {
                        exactly(wildcard).stream()
                                .filter(thing -> !found.contains(thing))
                                .forEach(found::add);
                    }
                }
            }
        }
        return found;
    }
}
