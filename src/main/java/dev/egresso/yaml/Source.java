package dev.egresso.yaml;

/**
 * The document that a resource was read from.
 *
 * @param text the whole text
 * @param from the index at which the document begins
 * @param to the index behind it
 * @param line the line of its beginning, counted from zero
 * @param document which one, if the slice holds several after the end marks of YAML
 * @param item which item, if the document is a list of resources; negative if it is none
 */
record Source(String text, int from, int to, int line, int document, int item) {
    String slice() {
        return text.substring(from, to);
    }
}
