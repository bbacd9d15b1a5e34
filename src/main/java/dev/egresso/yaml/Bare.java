package dev.egresso.yaml;

import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/** Leaves open what a bare word stands for, and only marks it as bare: {@link ScalarType} decides that. */
final class Bare extends Resolver {
    static final Tag TAG = new Tag("!bare");
    private static final String MERGE = "<<";

    @Override
    public Tag resolve(NodeId kind, String value, boolean implicit) {
        if (kind != NodeId.scalar || !implicit) {
            return super.resolve(kind, value, implicit);
        }
        return value.equals(MERGE) ? Tag.MERGE : TAG;
    }
}
