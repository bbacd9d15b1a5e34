/**
 * Reads the text of {@code screens/} and {@code presets/} into typed records and words; refuses unknown keys with file and
 * line.
 *
 * <p>Start at {@link dev.egresso.screens.Screens}. Texts come in as {@link dev.egresso.screens.Source}s and are parsed when
 * they are first needed, not before.
 */
package dev.egresso.screens;
