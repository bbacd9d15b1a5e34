package dev.egresso.outside;

import java.util.Optional;

/** One address that was dialled, and why that did not work, if it did not. */
public record Attempt(String address, int port, Optional<Fault> fault) {}
