package dev.egresso.doctor;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * One entry of an access log: what it says, by field, whatever its form is.
 *
 * @param text as it stood in the log
 */
record Entry(String text, Map<Field, String> fields) {
    /** What an access log may say of a request or connection. */
    enum Field {
        METHOD,
        PATH,
        PROTOCOL,
        STATUS,
        FLAGS,
        DETAILS,
        TERMINATION,
        TRANSPORT,
        DURATION,
        AUTHORITY,
        UPSTREAM,
        CLUSTER,
        CALLED,
        SNI,
        ROUTE,
        NAMESPACE
    }

    private static final int FIRST_ERROR = 400;

    Entry {
        Map<Field, String> said = new EnumMap<>(Field.class);
        fields.forEach((field, value) -> {
            if (isSaid(value)) {
                said.put(field, value.strip());
            }
        });
        fields = said;
    }

    private static boolean isSaid(String value) {
        String bare = value.strip();
        return !bare.isEmpty() && !bare.equals("-") && !bare.equals("null") && !bare.equals("\"-\"");
    }

    Optional<String> get(Field field) {
        return Optional.ofNullable(fields.get(field));
    }

    OptionalInt number(Field field) {
        String text = fields.getOrDefault(field, "");
        return text.matches("[0-9]{1,9}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }

    Set<ResponseFlag> flags() {
        return get(Field.FLAGS).flatMap(ResponseFlag::list).orElse(Set.of());
    }

    Optional<ClusterName> cluster() {
        return get(Field.CLUSTER).flatMap(ClusterName::in).or(() -> get(Field.ROUTE)
                .filter(route -> route.equals("block_all"))
                .flatMap(ClusterName::in));
    }

    /** Whether the sidecar passed bytes on and read no request. */
    boolean isOpaque() {
        boolean noRequest = get(Field.METHOD).isEmpty() && get(Field.PATH).isEmpty();
        return noRequest
                && number(Field.STATUS).orElse(0) == 0
                && (get(Field.CLUSTER).isPresent() || get(Field.CALLED).isPresent());
    }

    /** Whether something went wrong that the entry itself tells. */
    boolean isTroubled() {
        return !flags().isEmpty()
                || number(Field.STATUS).orElse(0) >= FIRST_ERROR
                || get(Field.TRANSPORT).isPresent()
                || cluster()
                        .filter(name -> name.isBlackHole() || name.isPassthrough())
                        .isPresent();
    }

    /** Entries of the same kind of trouble have the same kind. */
    String kind() {
        return fields.getOrDefault(Field.STATUS, "")
                + " " + flags()
                + " " + fields.getOrDefault(Field.CLUSTER, "")
                + " " + fields.getOrDefault(Field.DETAILS, "");
    }
}
