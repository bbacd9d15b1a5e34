package dev.egresso.outside;

/**
 * What a server said in a protocol of its own.
 *
 * @param tls whether it can do TLS inside that protocol
 * @param version of the server, if it says so
 */
public record OwnWord(boolean tls, String version) {}
