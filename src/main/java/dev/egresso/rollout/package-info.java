/**
 * What would change in a cluster and what did: plan, difference, conflict, receipt (values only).
 *
 * <p>Start at {@link dev.egresso.rollout.Plan}, what an apply would come to, and {@link dev.egresso.rollout.Receipt}, what
 * one came to. An object as a server stores it is a {@link dev.egresso.rollout.LiveObject}; what keeps anything from its
 * work is a {@link dev.egresso.rollout.Trouble}, an id whose sentence stands in {@code screens/}. Nothing here talks to a
 * cluster: that is {@code cluster}.
 */
package dev.egresso.rollout;
