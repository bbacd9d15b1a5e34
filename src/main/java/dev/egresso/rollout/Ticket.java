package dev.egresso.rollout;

import java.time.Instant;

/**
 * What a receipt begins with.
 *
 * @param id under which it is kept
 * @param name of the set, for people
 * @param person who sits at the keyboard, by the name of the machine
 */
public record Ticket(String id, String name, Instant time, String person) {}
