package dev.egresso.cluster;

import java.time.Duration;

/**
 * How long is waited.
 *
 * @param connect for a connection
 * @param answer for a whole answer; admission webhooks alone may take 30 seconds (Kubernetes, "Dynamic Admission Control")
 * @param login for a program that hands out credentials; a person may have to log in with a browser
 */
public record Patience(Duration connect, Duration answer, Duration login) {
    public static Patience usual() {
        return new Patience(Duration.ofSeconds(10), Duration.ofSeconds(35), Duration.ofMinutes(2));
    }
}
