package dev.egresso.trace;

import dev.egresso.mesh.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether the conditions of a rule that is delegated to fit below those of the rule that delegates: each must narrow what
 * the other takes, or it is left out ({@code mergeHTTPMatchRequests} and {@code hasConflict} in {@code
 * pilot/pkg/model/virtualservice.go}).
 */
final class Delegation {
    private static final List<String> TEXTS = List.of("uri", "scheme", "method", "authority");
    private static final List<String> NAMED = List.of("headers", "withoutHeaders", "queryParams");

    private Delegation() {}

    /** The matches of both together; nothing if one of the delegate's fits below none of the root's. */
    static Optional<List<Conditions>> joined(List<Place> root, List<Place> delegate) {
        if (root.isEmpty() || delegate.isEmpty()) {
            return Optional.of((root.isEmpty() ? delegate : root)
                    .stream().map(Conditions::of).toList());
        }
        List<Conditions> joined = new ArrayList<>();
        for (Place own : delegate) {
            List<Conditions> fitting = root.stream()
                    .filter(above -> !conflict(above, own))
                    .map(above -> Conditions.of(own).under(Conditions.of(above)))
                    .toList();
            if (fitting.isEmpty()) {
                return Optional.empty();
            }
            joined.addAll(fitting);
        }
        return Optional.of(joined);
    }

    private static boolean conflict(Place root, Place own) {
        return TEXTS.stream().anyMatch(key -> clash(root.at(key), own.at(key)))
                || NAMED.stream().anyMatch(key -> own.at(key).fields().stream()
                        .anyMatch(named -> clash(root.at(key).at(named.key()), named)))
                || root.at("ignoreUriCase").isTrue() != own.at("ignoreUriCase").isTrue()
                || bothAndDifferent(port(root), port(own))
                || !root.at("sourceNamespace").textOrEmpty().isEmpty()
                        && !root.at("sourceNamespace")
                                .textOrEmpty()
                                .equals(own.at("sourceNamespace").textOrEmpty())
                || own.at("sourceLabels").fields().stream().anyMatch(label -> root.at("sourceLabels")
                        .at(label.key())
                        .text()
                        .filter(value -> !value.equals(label.textOrEmpty()))
                        .isPresent())
                || gatewaysClash(root.at("gateways").items(), own.at("gateways").items());
    }

    private static int port(Place match) {
        return match.at("port").number().orElse(0);
    }

    private static boolean bothAndDifferent(int root, int own) {
        return root > 0 && own > 0 && root != own;
    }

    private static boolean gatewaysClash(List<Place> root, List<Place> own) {
        if (root.isEmpty() || own.isEmpty()) {
            return false;
        }
        List<String> known = root.stream().map(Place::textOrEmpty).toList();
        return root.size() < own.size() || own.stream().map(Place::textOrEmpty).anyMatch(name -> !known.contains(name));
    }

    private static boolean clash(Place root, Place own) {
        if (!root.exists() || !own.exists()) {
            return false;
        }
        String rootRegex = root.at("regex").textOrEmpty();
        String ownRegex = own.at("regex").textOrEmpty();
        if (!rootRegex.isEmpty() && isAny(own) || !ownRegex.isEmpty() && isAny(root)) {
            return true;
        }
        String exact = root.at("exact").textOrEmpty();
        String ownPrefix = own.at("prefix").textOrEmpty();
        if (!exact.isEmpty()) {
            return !ownPrefix.isEmpty() || !own.at("exact").textOrEmpty().equals(exact);
        }
        String prefix = root.at("prefix").textOrEmpty();
        String narrower = ownPrefix.isEmpty() ? own.at("exact").textOrEmpty() : ownPrefix;
        return prefix.isEmpty() || narrower.isEmpty() || !narrower.startsWith(prefix);
    }

    private static boolean isAny(Place condition) {
        return List.of("exact", "prefix", "regex").stream()
                .anyMatch(kind -> !condition.at(kind).textOrEmpty().isEmpty());
    }
}
