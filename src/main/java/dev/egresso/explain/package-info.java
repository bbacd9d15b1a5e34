/**
 * Why is that line there, what breaks without it? By field path.
 *
 * <p>Start at {@link dev.egresso.explain.Explanations}. The texts stand in {@code screens/explain/}; here is only how they
 * are found and completed.
 */
package dev.egresso.explain;
