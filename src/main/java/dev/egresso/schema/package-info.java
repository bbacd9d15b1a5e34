/**
 * The fields of the kinds: type, enum, limits, required, choices.
 *
 * <p>{@link dev.egresso.schema.Schema} looks a field up by its path. The fields stand in one properties file for each kind,
 * made from Istio's published CustomResourceDefinitions; what they mean stands in {@code screens/explain/}.
 */
package dev.egresso.schema;
