package dev.egresso.trace;

/**
 * Where a share of the requests goes that a journey does not follow, since a rule divides them.
 *
 * @param weight of its destination
 * @param of the sum of all weights
 * @param journey what becomes of these requests
 */
public record Branch(int weight, int of, Journey journey) {}
