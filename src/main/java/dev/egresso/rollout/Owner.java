package dev.egresso.rollout;

import dev.egresso.mesh.Node;

/**
 * Who owns which fields of an object, as {@code metadata.managedFields} has it.
 *
 * @param manager the name that the writer gave itself, such as {@code helm}
 * @param operation {@code Apply} or {@code Update}
 * @param subresource through which it was written, such as {@code status}; empty for the object itself
 * @param time of the last write, as the server wrote it
 * @param fields the set of fields in the server's own notation
 */
public record Owner(String manager, String operation, String apiVersion, String subresource, String time, Node fields) {

    static Owner of(Node entry) {
        return new Owner(
                Trees.text(entry, "manager"),
                Trees.text(entry, "operation"),
                Trees.text(entry, "apiVersion"),
                Trees.text(entry, "subresource"),
                Trees.text(entry, "time"),
                Trees.at(entry, "fieldsV1").map(Trees::sorted).orElse(Trees.EMPTY));
    }

    /** One time of writing by one manager in one way. */
    String writing() {
        return manager + " " + operation + " " + time;
    }

    Owner withoutTime() {
        return new Owner(manager, operation, apiVersion, subresource, "", fields);
    }
}
