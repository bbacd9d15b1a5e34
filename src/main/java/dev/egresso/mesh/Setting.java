package dev.egresso.mesh;

import java.util.Set;

/**
 * What one question has come to, whoever answered it.
 *
 * @param text the value in its usual spelling; as typed where it was refused; empty where it is missing or left out
 * @param from the other questions it was worked out from
 * @param applies whether the question matters for this route at all
 */
public record Setting(
        FieldId field, String text, Standing standing, Set<FieldId> from, Reason because, boolean applies) {}
