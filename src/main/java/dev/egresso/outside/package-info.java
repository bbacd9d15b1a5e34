/**
 * What a look at the external service is to ask, what it found, and what that means for the answers (values only).
 *
 * <p>Start at {@link dev.egresso.outside.Aim}, what a sidecar would dial, greet and ask; {@link dev.egresso.outside.Found}
 * is what came of it, and {@link dev.egresso.outside.Judgement} says what is wrong with that. Sentences stand in {@code
 * screens/probe.yaml}. Nothing here opens a connection: that is {@code probe}.
 */
package dev.egresso.outside;
