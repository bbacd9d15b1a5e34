package dev.egresso.doctor;

/**
 * Something in a text that speaks for or against a cause.
 *
 * @param id under which {@code screens/symptoms.yaml} says what it means
 * @param evidence the piece of the text that shows it, on one line and without secrets
 */
public record Sign(String id, String evidence) {}
