package dev.egresso.rollout;

/**
 * A field that somebody else owns and has another value for.
 *
 * @param manager who owns it, by the name it gave itself
 * @param field in the server's notation, such as {@code .spec.http}
 */
public record Conflict(String manager, String field) {
    public Conflict {
        manager = Trouble.plain(manager);
        field = Trouble.plain(field);
    }

    /** As one writes it, without the leading dot. */
    public String path() {
        return field.startsWith(".") ? field.substring(1) : field;
    }
}
