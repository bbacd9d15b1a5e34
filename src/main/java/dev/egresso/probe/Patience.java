package dev.egresso.probe;

import java.time.Duration;

/**
 * How long is waited.
 *
 * @param resolve for all addresses of a name
 * @param connect for each address
 * @param greet for TLS to begin
 * @param answer for the head of an answer
 */
public record Patience(Duration resolve, Duration connect, Duration greet, Duration answer) {
    public static Patience usual() {
        return new Patience(
                Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(10));
    }
}
