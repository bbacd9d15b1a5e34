/**
 * Ask the external service itself, from this machine: resolve, connect, greet, request.
 *
 * <p>Start at {@link dev.egresso.probe.Probe}. Each step is bounded in time and size, none sends a credential, none goes
 * through a proxy. TLS goes on where a certificate is not trusted, since what is looked for is the reason: nothing secret is
 * ever sent. Judging what was found is {@code outside}'s.
 */
package dev.egresso.probe;
