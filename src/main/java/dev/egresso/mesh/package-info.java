/**
 * The facts: hosts, URLs, protocols, ports, answers, what is known of the surroundings, and how answers become resources.
 *
 * <p>Read {@link dev.egresso.mesh.Draft} first: it is what answers come to while a person is still typing, with a hole
 * for all that is missing. {@link dev.egresso.mesh.EgressRoute} exists only when nothing is missing or refused, and
 * {@link dev.egresso.mesh.Bundle} holds the resources made of it. {@link dev.egresso.mesh.Manifest} is the tree of one
 * resource; each node of it knows its {@link dev.egresso.mesh.Origin}.
 *
 * <p>Nothing here reads files, knows words or draws: problems and reasons are ids with named arguments, whose sentences
 * stand in {@code screens/}.
 */
package dev.egresso.mesh;
