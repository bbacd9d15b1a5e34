/**
 * From a symptom to its likely causes.
 *
 * <p>Start at {@link dev.egresso.doctor.Doctor}. A pasted text is cleaned ({@link dev.egresso.doctor.Pasted}), its access
 * log entries and whatever else names hosts, ports, statuses and flags are read out of it, and all that it shows becomes
 * {@link dev.egresso.doctor.Sign}s. Each {@link dev.egresso.doctor.Cause} says which signs speak for it and how much. With
 * resources at hand, the checks and the trace of the request that the text shows prove a cause or clear it.
 *
 * <p>The wordings by which programs report trouble, and the causes, are {@link dev.egresso.doctor.Knowledge}: they stand in
 * {@code screens/symptoms.yaml}. What takes more than a wording to see is in {@link dev.egresso.doctor.Signs} and
 * {@link dev.egresso.doctor.Witness}.
 */
package dev.egresso.doctor;
