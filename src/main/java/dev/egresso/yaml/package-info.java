/**
 * A resource becomes lines, each knowing its path and origin; text becomes a resource again, with file and line.
 *
 * <p>Start at {@link dev.egresso.yaml.YamlWriter}. SnakeYAML writes and reads; which text may stand without quotes is
 * decided in {@link dev.egresso.yaml.Quoting}, because SnakeYAML knows YAML 1.1 only. What would change in a text, of a
 * file or of a cluster, is a {@link dev.egresso.yaml.TextDifference}.
 */
package dev.egresso.yaml;
