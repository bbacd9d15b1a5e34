package dev.egresso.yaml;

import dev.egresso.mesh.Node;

/** The two ways in which YAML writes an object or a list: line by line, or in braces and brackets. */
interface Notation {

    /** Another value for a part. */
    Splice put(Located at, Node value);

    /** One more field of an object that has some, or is written in braces. */
    Splice add(Spot.Fields fields, String key, Node value);

    /** One more item of a list that has some, or is written in brackets. */
    Splice insert(Spot.Items items, int index, Node value);

    /** Without one of the several parts of an object or a list. */
    Splice take(Located at);
}
