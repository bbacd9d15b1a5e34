/**
 * Hold what a pod and its sidecar say of a request against what the trace foretold (values only).
 *
 * <p>Start at {@link dev.egresso.proof.Proof}. {@link dev.egresso.proof.RequestTry} is the request as a command for a
 * container, {@link dev.egresso.proof.Answer} what came back, {@link dev.egresso.proof.ProxyConfig} what a sidecar was told
 * by istiod. Nothing here talks to a cluster: that is {@code cluster}.
 */
package dev.egresso.proof;
