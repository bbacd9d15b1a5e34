package dev.egresso.mesh;

/** An EnvoyFilter, which may change anything about a proxy; it is known to be there and not read. */
public record KnownFilter(String namespace, String name) {
    @Override
    public String toString() {
        return namespace + "/" + name;
    }
}
