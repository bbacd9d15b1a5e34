/**
 * A resource becomes lines, each knowing its path and origin; text becomes a resource again, with file and line.
 *
 * <p>{@link dev.egresso.yaml.YamlWriter} writes, {@link dev.egresso.yaml.ManifestReader} reads. SnakeYAML does both; which
 * text may stand without quotes is decided in {@link dev.egresso.yaml.Quoting} and what a bare word stands for in {@link
 * dev.egresso.yaml.ScalarType}, because SnakeYAML knows YAML 1.1 only and kubectl reads a mixture. What would change in a
 * text, of a file or of a cluster, is a {@link dev.egresso.yaml.TextDifference}.
 *
 * <p>A file stays text: {@link dev.egresso.yaml.TextEdits} replaces the pieces that a change is about and leaves the rest.
 */
package dev.egresso.yaml;
