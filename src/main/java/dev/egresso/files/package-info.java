/**
 * Save, reload, drafts, receipts; never overwrite unasked, never half a file.
 *
 * <p>Start at {@link dev.egresso.files.SavePlan}, which says purely what would be written, and {@link
 * dev.egresso.files.Saver}, which writes all of it or nothing. {@link dev.egresso.files.Drafts} keeps unfinished answers,
 * {@link dev.egresso.files.TextFiles} reads, and {@link dev.egresso.files.TypedPath} makes a path of what a person
 * typed. {@link dev.egresso.files.Receipts} keeps what was done to clusters. What keeps any of them from its work is a {@link dev.egresso.files.Refused} with an {@link
 * dev.egresso.files.Obstacle}, never an exception.
 *
 * <p>Nothing here knows words, clocks or the environment: obstacles are ids whose sentences stand in {@code screens/}.
 */
package dev.egresso.files;
