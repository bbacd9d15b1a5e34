/**
 * Walks one request through the resources, hop by hop, as a sidecar would: from the name that an application calls to what
 * the external service receives, or to where it ends before.
 *
 * <p>Start at {@link dev.egresso.trace.Trace}. {@link dev.egresso.trace.Sidecar} is what istiod would have told the
 * caller's proxy; each stage of the way is a class of its own and writes its hops to {@link dev.egresso.trace.Walk}. The
 * result is a {@link dev.egresso.trace.Journey}: ids with named arguments, whose sentences stand in
 * {@code screens/hops.yaml}, and the places that decide.
 *
 * <p>Nothing here asks a network or a clock; what the resources cannot say is assumed, and each assumption that was used is
 * named.
 */
package dev.egresso.trace;
