package dev.egresso.wizard;

import dev.egresso.yaml.Layout;

/**
 * Where and how the resources are to be saved.
 *
 * @param path as typed; empty for the usual one
 * @param comments with the meaning above each field
 * @param answers with the answers in a file beside
 */
public record SaveSpec(Layout layout, String path, boolean comments, boolean answers) {
    static final SaveSpec USUAL = new SaveSpec(Layout.FILE, "", false, false);
}
