package dev.egresso.yaml;

/**
 * The document that a resource was read from.
 *
 * @param file what the text is called
 * @param text the whole text
 * @param from the index at which the document begins
 * @param to the index behind it
 * @param line the line of its beginning, counted from zero
 * @param document which one, if the slice holds several after the end marks of YAML
 * @param item which item, if the document is a list of resources; negative if it is none
 * @param isJson read as JSON, so that YAML's short forms have no place in it
 */
record Source(String file, String text, int from, int to, int line, int document, int item, boolean isJson) {
    String slice() {
        return text.substring(from, to);
    }

    /** All that stands in the slice. */
    Source whole() {
        return new Source(file, text, from, to, line, 0, -1, isJson);
    }

    Source ofItem(int index) {
        return new Source(file, text, from, to, line, document, index, isJson);
    }
}
