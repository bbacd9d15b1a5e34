package dev.egresso.yaml;

/**
 * A document that is none of the resources of a route, and so was passed over.
 *
 * @param kind as it is written; empty if it has none
 * @param name empty if it has none
 */
public record Skipped(String file, int line, String kind, String name) {}
