package dev.egresso.rollout;

import dev.egresso.mesh.Kind;
import dev.egresso.mesh.Manifest;
import java.util.Locale;

/** Which object of a cluster is meant, and in which version of its API it is spoken of. */
public record Address(String apiVersion, Kind kind, String namespace, String name) {

    public static Address of(Manifest manifest) {
        return new Address(
                manifest.text("apiVersion").orElse(""), manifest.kind(), manifest.namespace(), manifest.name());
    }

    /** The word that the API's paths and its rights use, such as {@code serviceentries}. */
    public String resource() {
        return resource(kind);
    }

    public static String resource(Kind kind) {
        String word = kind.word().toLowerCase(Locale.ROOT);
        return word.endsWith("y") ? word.substring(0, word.length() - 1) + "ies" : word + "s";
    }

    /** The group of the API; empty for the core. */
    public String group() {
        int slash = apiVersion.indexOf('/');
        return slash < 0 ? "" : apiVersion.substring(0, slash);
    }

    /** Whether both mean the same object, in whatever version they speak of it. */
    public boolean isSameObject(Address other) {
        return kind == other.kind && namespace.equals(other.namespace) && name.equals(other.name);
    }

    @Override
    public String toString() {
        return kind + "/" + namespace + "/" + name;
    }
}
