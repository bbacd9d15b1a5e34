/**
 * Look, dry-run, diff, apply exactly what was shown, undo.
 *
 * <p>Start at {@link dev.egresso.cluster.ClusterDoor}, which opens the {@link dev.egresso.cluster.Cluster} that a
 * kubeconfig names. {@link dev.egresso.cluster.AllOrNothing} carries a receipt out or puts everything back; {@link
 * dev.egresso.cluster.Api} is the little that it asks of a server. The Kubernetes client of fabric8 is used for the way to
 * the server: credentials, TLS, proxies. Requests are written here, since the body of an apply has to be the very text
 * that was shown. Loading this package costs most of a second, so nothing of it is touched before a cluster is wanted.
 */
package dev.egresso.cluster;
