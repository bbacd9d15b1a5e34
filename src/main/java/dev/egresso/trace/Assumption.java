package dev.egresso.trace;

/**
 * Something that no resource says and that the journey went by.
 *
 * @param name as {@code --assume} takes it, where it can be told, and the id of its sentence in {@code screens/hops.yaml}
 */
public record Assumption(String name, String value) {
    @Override
    public String toString() {
        return name + "=" + value;
    }
}
